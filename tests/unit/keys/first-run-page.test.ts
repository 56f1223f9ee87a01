import { describe, expect, it } from 'vitest';
import { createFirstRunPage } from '../../../entrypoints/first-run/first-run-page.ts';
import { byPassphrase, makeVault } from '../../../lib/app/first-keys.ts';
import { newPassphraseKey } from '../../../lib/app/new-keys.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { readBackupHeader } from '../../../lib/backup/doorcode-backup.ts';
import { fromBase64 } from '../../../lib/vault/base64.ts';
import { makeBackground, opensBy } from './fake-background.ts';

const words = 'four plain words here';

function open() {
  const background = makeBackground();
  const files: string[] = [];
  const saveFile = (_name: string, text: string) => void files.push(text);
  const page = createFirstRunPage({ ...background.making, saveFile }, { kind: 'choice' });
  const kinds = async () => {
    const state = await background.vault.state();
    return state.kind === 'unlocked' || state.kind === 'locked'
      ? state.slots.map(({ kind }) => kind).sort()
      : state.kind;
  };
  const shown = (): string => {
    const { step } = page.current();
    return step.kind === 'key' ? step.code : '';
  };
  return { ...background, page, files, kinds, shown };
}

it('makes nothing without a passphrase until the emergency key was typed back', async () => {
  const { page, kinds, shown } = open();
  page.makeKey();
  expect(shown()).toMatch(/^(\w{4}-){8}\w{4}$/);
  expect(await kinds()).toBe('absent');
  const other = shown().replace(/^./, (letter) => (letter === '0' ? '1' : '0'));
  expect(page.check(other)).toEqual({ kind: 'mistyped' });
  expect(page.check(shown().slice(0, -1))).toEqual({ kind: 'length', letters: 35, expected: 36 });
  expect(page.check(shown().replace('-', '-U'))).toEqual({ kind: 'letter', letter: 'U' });
  expect(page.check(shown().toLowerCase().replaceAll('-', ' '))).toBe(null);
  await page.typedBack();
  expect(page.current().step).toEqual({ kind: 'pin' });
  expect(await kinds()).toEqual(['computer', 'recovery']);
});

it('locks by scrypt at N=131072, r=8, p=1 what a passphrase opens: the vault, and a saved copy', async () => {
  const { page, files, vault } = open();
  await page.choosePassphrase(words, false);
  const locked = { kind: 'passphrase', kdf: { name: 'scrypt', N: 131_072, r: 8, p: 1, salt: expect.any(String) } };
  expect(await vault.state()).toMatchObject({ slots: [locked] });
  page.goTo('done');
  await page.askToSave();
  await page.saveCopy('words for the file');
  expect(readBackupHeader(files.join())).toMatchObject({ ok: true, value: { slots: [locked] } });
});

it('makes nothing for a key that was left, and shows another the next time', async () => {
  const { page, kinds, shown } = open();
  page.makeKey();
  const first = shown();
  page.leaveKey();
  expect(page.current().step).toEqual({ kind: 'choice' });
  page.makeKey();
  expect(shown()).not.toBe(first);
  expect(page.check(first)).toEqual({ kind: 'mistyped' });
  expect(await kinds()).toBe('absent');
});

it.each(['at once', 'once it was made'])(
  'offers no emergency key any more after a lock, so that whoever finds Doorcode unlocked later has proven nothing (%s)',
  async (when) => {
    const { page, kinds, shown, vault, making } = open();
    await page.choosePassphrase(words, false);
    await page.look();
    expect(page.current().step).toEqual({ kind: 'offer' });
    if (when === 'once it was made') page.makeKey();
    const code = shown();
    await vault.lock();
    await page.look();
    expect(page.current().step).toEqual({ kind: 'pin' });
    expect(page.check(code)).not.toBe(null);
    const state = await vault.state();
    const [slot] = state.kind === 'locked' ? state.slots : [];
    if (slot?.kind !== 'passphrase') throw new Error('no passphrase');
    const kek = fromBase64((await making.derive(words, slot.kdf)) ?? '');
    expect(kek !== null && (await vault.unlock({ slotId: slot.id, kek })).ok).toBe(true);
    page.makeKey();
    await page.typedBack();
    expect(await kinds()).toEqual(['passphrase']);
  },
);

const MINUTE = 60_000;

it.each(['looked at', 'used'])(
  'ends the offer of an emergency key that was left for more than five minutes, once it is %s',
  async (how) => {
    const { page, world } = open();
    await page.choosePassphrase(words, false);
    world.now += 5 * MINUTE;
    await page.look();
    expect(page.current().step).toEqual({ kind: 'offer' });
    world.now += 1;
    if (how === 'used') page.makeKey();
    else await page.look();
    expect(page.current()).toMatchObject({ step: { kind: 'pin' }, problem: null });
  },
);

it.each(['looked at', 'typed back'])(
  'gives an emergency key fifteen minutes, and says that it does not count when it is %s after that',
  async (how) => {
    const { page, world, vault, kinds, shown } = open();
    await page.choosePassphrase(words, false);
    page.makeKey();
    const code = shown();
    // Doorcode is used meanwhile, so that it does not lock by itself.
    world.now += 10 * MINUTE;
    await vault.read();
    world.now += 5 * MINUTE;
    await page.look();
    expect(shown()).toBe(code);
    world.now += 1;
    if (how === 'typed back') await page.typedBack();
    else await page.look();
    expect(page.current()).toMatchObject({ step: { kind: 'pin' }, problem: 'key-over', busy: false });
    expect(page.check(code)).not.toBe(null);
    expect(await kinds()).toEqual(['passphrase']);
  },
);

it('gives the emergency key that makes a vault all the time it takes, as nothing was proven for it', async () => {
  const { page, world, kinds } = open();
  page.makeKey();
  world.now += 60 * MINUTE;
  await page.look();
  await page.typedBack();
  expect(await kinds()).toEqual(['computer', 'recovery']);
});

describe('what an organisation sets, which the browser may know late', () => {
  const bound = { ...noPolicies, passphraseRequired: true };

  it('is shown once it is known, and the way on without a passphrase goes back to the choice', async () => {
    const { page, world } = open();
    await page.look();
    expect(page.current().policies).toEqual(noPolicies);
    page.makeKey();
    world.policies = bound;
    await page.look();
    expect(page.current()).toMatchObject({ step: { kind: 'choice' }, policies: bound });
  });

  it('is looked at again where it was why something failed', async () => {
    const { page, world, kinds } = open();
    page.makeKey();
    world.policies = bound;
    await page.typedBack();
    expect(page.current()).toMatchObject({ step: { kind: 'choice' }, policies: bound, problem: 'failed', busy: false });
    expect(await kinds()).toBe('absent');
  });

  it('takes nobody from the emergency key that is made beside a passphrase', async () => {
    const { page, world } = open();
    await page.choosePassphrase(words, false);
    page.makeKey();
    world.policies = bound;
    await page.look();
    expect(page.current().step).toMatchObject({ kind: 'key' });
  });
});

it('keeps the emergency key in memory no longer than it is shown', async () => {
  const { page, kinds, shown } = open();
  page.makeKey();
  const code = shown();
  await page.typedBack();
  expect(await kinds()).toEqual(['computer', 'recovery']);
  expect(page.check(code)).not.toBe(null);
});

it('puts the emergency key in no message and no storage', async () => {
  const { page, messages, world, shown } = open();
  await page.choosePassphrase(words, false);
  page.makeKey();
  const code = shown();
  await page.typedBack();
  const stored = JSON.stringify([...world.disk, ...world.memory, world.mirror]);
  expect(code).toHaveLength(44);
  for (const place of [messages.join(), stored])
    for (const text of [code, code.replaceAll('-', ''), code.slice(0, 9)]) expect(place).not.toContain(text);
});

it('offers an emergency key after a passphrase, and needs no second asking for it', async () => {
  const { page, kinds } = open();
  await page.choosePassphrase(words, false);
  expect(page.current().step).toEqual({ kind: 'offer' });
  expect(await kinds()).toEqual(['passphrase']);
  page.makeKey();
  page.leaveKey();
  expect(page.current().step).toEqual({ kind: 'offer' });
  page.makeKey();
  await page.typedBack();
  expect(await kinds()).toEqual(['passphrase', 'recovery']);
  expect(page.current()).toMatchObject({ step: { kind: 'pin' }, problem: null });
});

it.each([
  [true, 5],
  [false, 15],
])('locks in time and fills by itself as is fit for the computer (shared: %s)', async (shared, minutes) => {
  const { page, vault, sites } = open();
  await page.choosePassphrase(words, shared);
  expect(await vault.autoLockMinutes()).toBe(minutes);
  expect(await sites.stateOf('https://a.example')).toBe(shared ? 'off' : 'offer');
});

it('makes a vault for a computer of several where an organisation has it lock sooner than that', async () => {
  const { page, vault, kinds, world } = open();
  world.policies = { ...noPolicies, autoLockMostMinutes: 2 };
  await page.choosePassphrase(words, true);
  expect(await kinds()).toEqual(['passphrase']);
  expect(await vault.autoLockMinutes()).toBe(2);
});

it('makes no vault where it could not keep that others use the computer', async () => {
  const { page, world, kinds } = open();
  world.fault = () => {
    world.fault = () => null;
    throw new Error('the disk is full');
  };
  await page.choosePassphrase(words, true);
  expect(page.current()).toMatchObject({ step: { kind: 'choice' }, problem: 'failed', busy: false });
  expect(await kinds()).toBe('absent');
});

it('says that another window made the vault meanwhile, and changes nothing of what was chosen there', async () => {
  const { page, kinds, making, sites } = open();
  page.makeKey();
  const made = await newPassphraseKey(making, words);
  if (made === null) throw new Error('no key');
  await makeVault(making.ask, byPassphrase(made), true);
  await page.typedBack();
  expect(page.current()).toMatchObject({ step: { kind: 'pin' }, problem: 'already' });
  expect(await kinds()).toEqual(['passphrase']);
  expect(await sites.isShared()).toBe(true);
});

it('saves a copy, as removing Doorcode deletes everything', async () => {
  const { page, files } = open();
  await page.choosePassphrase(words, false);
  page.goTo('done');
  await page.askToSave();
  await page.saveCopy('words for the file');
  expect(page.current()).toMatchObject({ step: { kind: 'done' }, saved: true });
  expect(files.join()).toContain('doorcode-backup');
});

describe('whoever saves a copy there', () => {
  /** The page at its end, a while after the passphrase was chosen. */
  async function atTheEnd(ms: number, by: 'passphrase' | 'emergency key' | 'computer' = 'passphrase') {
    const made = open();
    const { page, world } = made;
    if (by !== 'computer') await page.choosePassphrase(words, false);
    if (by !== 'passphrase') page.makeKey();
    if (by === 'passphrase') page.goTo('pin');
    else await page.typedBack();
    page.goTo('done');
    world.now += ms;
    return made;
  }

  it.each(['passphrase', 'emergency key', 'computer'] as const)(
    'is not asked again within five minutes of having made the keys (%s)',
    async (by) => {
      const { page, files } = await atTheEnd(5 * MINUTE, by);
      await page.look();
      await page.askToSave();
      expect(page.current()).toMatchObject({ step: { kind: 'save', asks: null }, problem: null });
      await page.saveCopy('words for the file');
      expect(files).toHaveLength(1);
      // What was proven has done its work.
      await page.askToSave();
      expect(page.current().step).toEqual({ kind: 'save', asks: by === 'computer' ? 'hold' : 'passphrase' });
    },
  );

  it.each([
    ['later than that', 5 * MINUTE + 1],
    ['once the clock was set back, which locks too', -1],
  ])('is asked for the passphrase %s, and gets nothing with another', async (_when, ms) => {
    const made = await atTheEnd(ms);
    const { page, files, messages } = made;
    await opensBy(made, words);
    await page.askToSave();
    expect(page.current().step).toEqual({ kind: 'save', asks: 'passphrase' });
    await page.saveCopy('words of my own');
    await page.proveSave('words of my own');
    expect(page.current()).toMatchObject({ step: { asks: 'passphrase' }, wrong: true, problem: null });
    expect(messages.filter((message) => message.includes('export-backup'))).toEqual([]);
    await page.proveSave(words);
    expect(page.current()).toMatchObject({ step: { asks: null }, wrong: false });
    await page.saveCopy('words for the file');
    expect(files).toHaveLength(1);
  });

  it('is asked once the page has looked after that time, or has been back', async () => {
    const { page, world } = await atTheEnd(5 * MINUTE + 1);
    await page.look();
    world.now -= 5 * MINUTE;
    await page.askToSave();
    expect(page.current().step).toMatchObject({ asks: 'passphrase' });
    await page.proveSave(words);
    page.leaveSave();
    await page.askToSave();
    expect(page.current().step).toMatchObject({ asks: 'passphrase' });
  });

  it('is asked again where the form was left open longer than that', async () => {
    const { page, world, messages } = await atTheEnd(0);
    await page.askToSave();
    expect(page.current().step).toEqual({ kind: 'save', asks: null });
    world.now += 5 * MINUTE + 1;
    await page.look();
    expect(page.current().step).toEqual({ kind: 'save', asks: 'passphrase' });
    await page.saveCopy('words of my own');
    expect(messages.filter((message) => message.includes('export-backup'))).toEqual([]);
  });

  it('is asked after a lock, and sees the form go', async () => {
    const made = await atTheEnd(0);
    const { page, vault } = made;
    await page.askToSave();
    await vault.lock();
    await page.look();
    expect(page.current().step).toEqual({ kind: 'done' });
    await page.askToSave();
    expect(page.current()).toMatchObject({ step: { kind: 'done' }, problem: 'failed' });
    expect(await opensBy(made, words)).toBe(true);
    await page.askToSave();
    expect(page.current()).toMatchObject({ step: { kind: 'save', asks: 'passphrase' }, problem: null });
  });
});
