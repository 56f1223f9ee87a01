import { describe, expect, it } from 'vitest';
import { createProofQuestion, type Question } from '../../../lib/app/proof-question.ts';
import type { Ask } from '../../../lib/messages/client.ts';
import { leastScrypt } from '../vault/samples.ts';

const MINUTE = 60_000;
const slot = (id: string) => ({ kind: 'passphrase', id, kdf: leastScrypt }) as const;

/** A question about a vault whose one passphrase is `right`, and whose slot changes its name where the keys are changed. */
function makeQuestion() {
  const world = { now: 1_700_000_000_000, slotId: 'first', isOpen: true, hasPassphrase: true, right: 'right' };
  const gates: (() => void)[] = [];
  const script = { isHeld: false, asked: 0 };
  const ask: Ask = async (request) => {
    script.asked += 1;
    if (script.isHeld) await new Promise<void>((go) => gates.push(go));
    if (request.kind === 'vault-state') {
      const slots = world.hasPassphrase ? [slot(world.slotId)] : [{ kind: 'computer' as const, id: 'here' }];
      const state = world.isOpen
        ? ({ kind: 'unlocked', deadlineUnixMs: 0, slots } as const)
        : ({ kind: 'locked', slots } as const);
      return { kind: 'vault-state', state };
    }
    if (request.kind !== 'check-proof' || !world.isOpen) return { kind: 'failed', reason: 'locked' };
    const { proof } = request;
    if (proof !== null && proof.slotId !== world.slotId) return { kind: 'failed', reason: 'unknown-slot' };
    if (world.hasPassphrase && proof?.kekBase64 !== world.right) return { kind: 'failed', reason: 'wrong-passphrase' };
    return { kind: 'done' };
  };
  let kept: Question | null = null;
  const question = createProofQuestion(
    { ask, derive: async (typed) => typed, nowUnixMs: () => world.now },
    {
      current: () => kept,
      change: (next) => {
        kept = next;
      },
    },
  );
  return { world, script, gates, question, current: (): Question | null => kept };
}

/** The question after it was answered rightly. */
async function proven() {
  const made = makeQuestion();
  await made.question.begin();
  expect(await made.question.answer('right')).toBe('proven');
  return made;
}

describe('the question who sits there', () => {
  it('asks for the passphrase of the slot that is there, and for nothing to type where none is', async () => {
    const { question, world, current } = makeQuestion();
    expect(await question.begin()).toBe('asking');
    expect(current()).toEqual({ kind: 'asking', slot: slot('first') });
    world.hasPassphrase = false;
    expect(await question.begin()).toBe('asking');
    expect(current()).toEqual({ kind: 'asking', slot: null });
    expect(await question.answer('')).toBe('proven');
    expect(current()).toMatchObject({ kind: 'proven', proof: null });
  });

  it('goes where Doorcode is not open', async () => {
    const { question, world, current } = makeQuestion();
    await question.begin();
    world.isOpen = false;
    expect(await question.begin()).toBe('shut');
    expect(current()).toBe(null);
  });

  it('stays after a wrong answer', async () => {
    const { question, current } = makeQuestion();
    await question.begin();
    const asking = current();
    expect(await question.answer('wrong')).toBe('wrong');
    expect(current()).toBe(asking);
  });

  it('is put anew for another slot where the keys were changed meanwhile, and goes where Doorcode was locked', async () => {
    const { question, world, current } = makeQuestion();
    await question.begin();
    world.slotId = 'second';
    expect(await question.answer('right')).toBe('asking');
    expect(current()).toEqual({ kind: 'asking', slot: slot('second') });
    world.isOpen = false;
    expect(await question.answer('right')).toBe('shut');
    expect(current()).toBe(null);
  });

  it('is not there for somebody who went back while it was found out, or while an answer was judged', async () => {
    const { question, script, gates, current } = makeQuestion();
    script.isHeld = true;
    const begun = question.begin();
    question.leave();
    gates.shift()?.();
    expect([await begun, current()]).toEqual(['left', null]);
    script.isHeld = false;
    await question.begin();
    script.isHeld = true;
    const answered = question.answer('right');
    await new Promise(setImmediate);
    question.leave();
    gates.shift()?.();
    expect([await answered, current()]).toEqual(['left', null]);
  });

  it('takes no answer where nothing is asked', async () => {
    const { question, script } = makeQuestion();
    expect(await question.answer('right')).toBe('left');
    expect(script.asked).toBe(0);
  });
});

describe('what was proven', () => {
  it('is handed to what is done with it', async () => {
    const { question } = await proven();
    const given: unknown[] = [];
    expect(await question.use(async (proof) => given.push(proof))).toBe(1);
    expect(given).toEqual([{ slotId: 'first', kekBase64: 'right' }]);
  });

  it.each([
    ['after more than five minutes', 5 * MINUTE + 1],
    ['once the clock was set back', -1],
  ])('ends %s: nothing is done, and it is asked for anew', async (_when, ms) => {
    const { question, world, current } = await proven();
    world.now += ms;
    expect(question.isFresh()).toBe(false);
    expect(await question.use(async () => expect.unreachable())).toBe('asking');
    expect(current()).toEqual({ kind: 'asking', slot: slot('first') });
  });

  it('holds for five minutes, also while the page looks', async () => {
    const { question, world, current } = await proven();
    const held = current();
    world.now += 5 * MINUTE;
    question.settle(slot('first'));
    expect(current()).toBe(held);
    expect(await question.use(async () => 'saved')).toBe('saved');
  });

  it('ends when the page looks after that time, and at a lock', async () => {
    const late = await proven();
    late.world.now += 5 * MINUTE + 1;
    late.question.settle(slot('first'));
    expect(late.current()).toEqual({ kind: 'asking', slot: slot('first') });
    const locked = await proven();
    locked.question.settle('not-open');
    expect(locked.current()).toBe(null);
  });

  it('is asked for anew where it is none any more', async () => {
    const { question, world, current } = await proven();
    world.slotId = 'second';
    expect(await question.use(async () => 'proof-over')).toBe('asking');
    expect(current()).toEqual({ kind: 'asking', slot: slot('second') });
  });

  it('is of no use before it was proven, and after it was left', async () => {
    const { question } = makeQuestion();
    expect(await question.use(async () => expect.unreachable())).toBe('left');
    await question.begin();
    expect(await question.use(async () => expect.unreachable())).toBe('asking');
    const left = await proven();
    left.question.leave();
    expect(await left.question.use(async () => expect.unreachable())).toBe('left');
  });

  it('is not asked for anew where somebody went back while it was used', async () => {
    const { question, world, current } = await proven();
    world.slotId = 'second';
    const used = await question.use(async () => {
      question.leave();
      return 'proof-over';
    });
    expect([used, current()]).toEqual(['left', null]);
  });

  it('may come from the keys having just been made', async () => {
    const { question } = makeQuestion();
    question.note(null);
    expect(question.isFresh()).toBe(true);
    expect(await question.use(async (proof) => proof)).toBe(null);
  });
});

it('stays the same question while the page looks, so that an answer under way counts, and is another for another slot', async () => {
  const { question, current } = makeQuestion();
  await question.begin();
  const asking = current();
  question.settle(slot('first'));
  expect(current()).toBe(asking);
  question.settle(slot('second'));
  expect(current()).toEqual({ kind: 'asking', slot: slot('second') });
});
