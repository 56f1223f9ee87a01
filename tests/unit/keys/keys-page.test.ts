import { expect, it } from 'vitest';
import type { KeyAct } from '../../../components/view-models.ts';
import { createKeysPage } from '../../../entrypoints/keys/keys-page.ts';
import { byComputer, byPassphrase, makeVault } from '../../../lib/app/first-keys.ts';
import { newPassphraseKey, newRecoveryCode } from '../../../lib/app/new-keys.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { makeBackground, opensBy } from './fake-background.ts';

const words = 'four plain words here';
const other = 'other plain words';

async function open(by: 'passphrase' | 'computer') {
  const background = makeBackground();
  const { making, vault } = background;
  const first = newRecoveryCode(making);
  const made = await newPassphraseKey(making, words);
  if (made === null) throw new Error('no key');
  await makeVault(making.ask, by === 'passphrase' ? byPassphrase(made) : byComputer(first.key), false);
  const page = createKeysPage({ ...making, judge: async (typed) => (typed === other ? 2 : 0) });
  await page.look();
  const kinds = async () => {
    const state = await vault.state();
    return state.kind === 'unlocked' ? state.slots.map(({ kind }) => kind).sort() : state.kind;
  };
  const shown = (): string => {
    const { step } = page.current();
    return step.kind === 'key' ? step.code : '';
  };
  /** Makes, or replaces, the emergency key; gives it. */
  const makeKey = async (): Promise<string> => {
    page.begin('key');
    await (by === 'passphrase' ? page.provePassphrase(words) : page.held());
    const code = shown();
    await page.typedBack();
    return code;
  };
  const opensNow = async (passphrase: string) => {
    await vault.lock();
    return opensBy(background, passphrase);
  };
  return { ...background, page, kinds, shown, makeKey, opensNow, first: first.code };
}

it('changes the passphrase, and the old one opens nothing', async () => {
  const { page, opensNow, vault } = await open('passphrase');
  page.begin('passphrase');
  await page.provePassphrase(words);
  await page.choosePassphrase(other);
  // How it was judged is kept with it.
  expect(await vault.read()).toMatchObject({ value: { strength: 2 } });
  expect(page.current()).toMatchObject({ outcome: 'done', step: { kind: 'overview' } });
  expect(await opensNow(words)).toBe(false);
  expect(await opensNow(other)).toBe(true);
});

it('goes no step further on a wrong passphrase, and says so', async () => {
  const { page, opensNow } = await open('passphrase');
  page.begin('passphrase');
  await page.provePassphrase(other);
  expect(page.current()).toMatchObject({ wrong: true, step: { kind: 'prove' }, busy: false });
  await page.provePassphrase(words);
  expect(page.current()).toMatchObject({ wrong: false, step: { kind: 'passphrase' } });
  page.leave();
  expect(await opensNow(words)).toBe(true);
});

it('offers nothing after a proof that was left while it was worked out', async () => {
  const { page, making } = await open('passphrase');
  const slow = createKeysPage({
    ...making,
    derive: async (...of) => {
      const derived = await making.derive(...of);
      slow.leave();
      return derived;
    },
  });
  await slow.look();
  for (const wanted of ['passphrase', 'key'] as const) {
    slow.begin(wanted);
    await slow.provePassphrase(words);
    expect(slow.current()).toMatchObject({ step: { kind: 'overview' }, wrong: false, busy: false });
  }
  expect(page.current().step.kind).toBe('overview');
});

it('takes the emergency key in place of a forgotten passphrase, and tells each mistake apart', async () => {
  const { page, makeKey, opensNow } = await open('passphrase');
  const [old, key] = [await makeKey(), await makeKey()];
  page.begin('passphrase');
  await page.proveEmergencyKey('0000');
  expect(page.current().emergencyProblem).toEqual({ kind: 'length', letters: 4, expected: 36 });
  await page.proveEmergencyKey(old);
  expect(page.current()).toMatchObject({ emergencyProblem: { kind: 'another' }, step: { kind: 'prove' } });
  await page.proveEmergencyKey(key);
  await page.choosePassphrase(other);
  expect(await opensNow(other)).toBe(true);
});

it('removes the emergency key where there is a passphrase', async () => {
  const { page, makeKey, kinds } = await open('passphrase');
  await makeKey();
  expect(await kinds()).toEqual(['passphrase', 'recovery']);
  page.begin('remove-key');
  await page.provePassphrase(words);
  expect(await kinds()).toEqual(['passphrase']);
});

it('does without a passphrase only with an emergency key, which it makes first and in one request', async () => {
  const { page, kinds, messages, shown } = await open('passphrase');
  page.begin('without');
  await page.provePassphrase(words);
  expect(page.current().step.kind).toBe('key');
  expect(await kinds()).toEqual(['passphrase']);
  expect(page.check(shown())).toBe(null);
  messages.length = 0;
  await page.typedBack();
  expect(messages.filter((message) => message.includes('change-keys'))).toHaveLength(1);
  expect(await kinds()).toEqual(['computer', 'recovery']);
});

it('does without a passphrase at once where there is an emergency key', async () => {
  const { page, kinds, makeKey } = await open('passphrase');
  await makeKey();
  page.begin('without');
  await page.provePassphrase(words);
  expect(page.current()).toMatchObject({ outcome: 'done', step: { kind: 'overview' } });
  expect(await kinds()).toEqual(['computer', 'recovery']);
});

it('chooses a passphrase in place of this computer, whose key opens nothing any more', async () => {
  const { page, kinds, world, opensNow } = await open('computer');
  page.begin('passphrase');
  await page.held();
  await page.choosePassphrase(other);
  expect(await kinds()).toEqual(['passphrase', 'recovery']);
  expect(world.keys.size).toBe(0);
  expect(await opensNow(other)).toBe(true);
});

it('makes a new key for this computer, which opens it from then on', async () => {
  const { page, world, vault } = await open('computer');
  const before = [...world.keys.keys()];
  page.begin('computer');
  await page.held();
  expect([...world.keys.keys()]).not.toEqual(before);
  await vault.lock();
  expect((await vault.unlockWithComputer()).ok).toBe(true);
});

it('forgets what was shown and proven when Doorcode locks, and says what to do', async () => {
  const { page, vault, kinds, shown } = await open('passphrase');
  page.begin('key');
  await page.provePassphrase(words);
  expect(shown()).toHaveLength(44);
  await vault.lock();
  await page.look();
  expect(page.current()).toMatchObject({ vault: { kind: 'locked' }, step: { kind: 'overview' } });
  await page.typedBack();
  expect(await kinds()).toBe('locked');
});

it.each<KeyAct>(['key', 'remove-key', 'without'])(
  'says that the keys are as they were when a change fails (%s)',
  async (act) => {
    const { page, world, makeKey, kinds } = await open('passphrase');
    await makeKey();
    page.begin(act);
    await page.provePassphrase('');
    world.fault = () => 'lost';
    await page.provePassphrase(words);
    if (act === 'key') await page.typedBack();
    world.fault = () => null;
    expect(page.current()).toMatchObject({ outcome: 'failed', busy: false });
    expect(await kinds()).toEqual(['passphrase', 'recovery']);
  },
);

it('gives up no passphrase that an organisation requires', async () => {
  const { page, world, kinds, makeKey } = await open('passphrase');
  await makeKey();
  world.policies = { ...noPolicies, passphraseRequired: true };
  await page.look();
  expect(page.current().policies).toMatchObject({ passphraseRequired: true });
  page.begin('without');
  await page.provePassphrase(words);
  expect(page.current()).toMatchObject({ outcome: 'failed' });
  expect(await kinds()).toEqual(['passphrase', 'recovery']);
});

it.each([
  { wanted: 'passphrase', minutes: 5 },
  { wanted: 'key', minutes: 15 },
] as const)('changes nothing by a proof of more than $minutes minutes ago ($wanted)', async ({ wanted, minutes }) => {
  const { page, world, vault, opensNow, kinds } = await open('passphrase');
  await vault.setAutoLock(60);
  const goOn = () => (wanted === 'passphrase' ? page.choosePassphrase(other) : page.typedBack());
  for (const then of [page.look, goOn]) {
    page.begin(wanted);
    await page.provePassphrase(words);
    expect(page.current().step.kind).toBe(wanted);
    world.now += minutes * 60_000 + 1;
    await then();
    expect(page.current()).toMatchObject({ step: { kind: 'overview' }, outcome: 'failed', busy: false });
    await goOn().catch(() => undefined);
  }
  expect(await kinds()).toEqual(['passphrase']);
  expect(await opensNow(words)).toBe(true);
});

it('changes the passphrase by a proof of five minutes ago', async () => {
  const { page, world, opensNow } = await open('passphrase');
  page.begin('passphrase');
  await page.provePassphrase(words);
  world.now += 5 * 60_000;
  await page.look();
  await page.choosePassphrase(other);
  expect(await opensNow(other)).toBe(true);
});
