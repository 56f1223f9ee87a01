import { expect, it } from 'vitest';
import { type Copied, createClipboard } from '../../../lib/app/clear-clipboard.ts';

/** A clipboard and a page in front of it, whose time and presses a test makes. */
function page(mayWriteUnasked = true, allowed = false) {
  const waiting = {
    time: new Set<() => void>(),
    left: new Set<() => void>(),
    copied: new Set<() => void>(),
    press: new Set<() => void>(),
  };
  const on = (kind: keyof typeof waiting) => (run: () => void) => {
    waiting[kind].add(run);
    return () => void waiting[kind].delete(run);
  };
  const held: string[] = [];
  const told: Copied[] = [];
  const later: (number | 'end')[] = [];
  let refuses = false;
  const clipboard = createClipboard({
    write: async (text) => {
      if (refuses) throw new Error('not in front');
      held.push(text);
    },
    mayWriteUnasked,
    after: (_, run) => on('time')(run),
    onLeft: on('left'),
    onCopied: on('copied'),
    onPress: on('press'),
    later: {
      async start(seconds) {
        if (allowed) later.push(seconds);
        return allowed;
      },
      async end() {
        later.push('end');
      },
    },
  });
  const happen = async (kind: keyof typeof waiting) => {
    const due = [...waiting[kind]];
    waiting[kind].clear();
    for (const run of due) run();
    await Promise.resolve();
    await Promise.resolve();
  };
  const refuse = (refused = true) => {
    refuses = refused;
  };
  return { ...clipboard, held, told, tell: (copied: Copied) => void told.push(copied), happen, refuse, waiting, later };
}

it('clears a copied code after its time, says before that it will, and then that it did', async () => {
  const { copyCode, held, told, tell, happen, waiting } = page();
  await copyCode('123456', 30, tell);
  expect(told).toEqual([{ kind: 'here', seconds: 30 }]);
  await happen('time');
  expect(held).toEqual(['123456', '']);
  expect(told.at(-1)).toEqual({ kind: 'cleared' });
  expect(Object.values(waiting).map(({ size }) => size)).toEqual([0, 0, 0, 0]);
});

it.each([
  ['the page was left', 'left'],
  ['something was copied in it by hand', 'copied'],
] as const)('clears nothing once %s, and says so', async (_, what) => {
  const { copyCode, held, told, tell, happen } = page();
  await copyCode('123456', 30, tell);
  await happen(what);
  await happen('time');
  expect(held).toEqual(['123456']);
  expect(told.at(-1)).toEqual({ kind: 'left' });
});

it('clears nothing that was copied later by a page of ours', async () => {
  const { copyCode, copyText, held, told, tell, happen } = page();
  await copyCode('123456', 10, tell);
  await copyText('an emergency key');
  await happen('time');
  expect(held).toEqual(['123456', 'an emergency key']);
  expect(told).toEqual([{ kind: 'here', seconds: 10 }]);
});

it('waits for the first press after the time where the browser lets no page write without one', async () => {
  const { copyCode, held, told, tell, happen, refuse } = page(false);
  await copyCode('123456', 30, tell);
  expect(told).toEqual([{ kind: 'press', seconds: 30 }]);
  await happen('press');
  expect(held).toEqual(['123456']);
  await happen('time');
  expect(held).toEqual(['123456']);
  refuse();
  await happen('press');
  refuse(false);
  expect(told).toHaveLength(1);
  await happen('press');
  expect(held).toEqual(['123456', '']);
  expect(told.at(-1)).toEqual({ kind: 'cleared' });
});

it('leaves a code where nobody wants it cleared, and says what it could not clear', async () => {
  const never = page();
  await never.copyCode('123456', null, never.tell);
  expect(never.told).toEqual([{ kind: 'stays' }]);
  expect(never.waiting.time.size).toBe(0);
  const shut = page();
  await shut.copyCode('123456', 60, shut.tell);
  shut.refuse();
  await shut.happen('time');
  expect(shut.told.at(-1)).toEqual({ kind: 'left' });
});

it('leaves the clearing to the browser where that is allowed, also once the page was left, and says so', async () => {
  const { copyCode, held, told, tell, happen, later, waiting } = page(false, true);
  await copyCode('123456', 30, tell);
  expect(later).toEqual(['end', 30]);
  await happen('left');
  await happen('time');
  expect(held).toEqual(['123456']);
  expect(told).toEqual([{ kind: 'later', seconds: 30 }]);
  expect(Object.values(waiting).map(({ size }) => size)).toEqual([0, 0, 0, 0]);
});

it('ends what the browser would clear once something else is copied in a page of ours, by hand or by its button', async () => {
  const byHand = page(true, true);
  await byHand.copyCode('123456', 30, byHand.tell);
  await byHand.happen('copied');
  expect(byHand.later).toEqual(['end', 30, 'end']);
  expect(byHand.told.at(-1)).toEqual({ kind: 'left' });
  const { copyCode, copyText, held, tell, later } = page(true, true);
  // Before the first one's time has begun.
  await Promise.all([copyCode('123456', 30, tell), copyText('an emergency key')]);
  expect(held).toEqual(['123456', 'an emergency key']);
  expect(later).toEqual(['end', 30, 'end']);
  await copyCode('123456', null, tell);
  expect(later.at(-1)).toBe('end');
});
