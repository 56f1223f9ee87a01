import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type KeyChange, planKinds } from '../../../lib/app/vault-keys.ts';
import { createVaultRepository } from '../../../lib/app/vault-repository.ts';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import { fromBase64, toBase64 } from '../../../lib/vault/base64.ts';
import type { VaultContent } from '../../../lib/vault/entry.ts';
import { readHeader } from '../../../lib/vault/envelope.ts';
import { derivePassphraseKey } from '../../../lib/vault/kdf.ts';
import { isOpenedBy } from '../../support/opened-by.ts';
import { filled, leastScrypt, sampleEntry } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const [first, second, code] = [filled(32, 5), filled(32, 6), filled(32, 8)];
const salt = toBase64(filled(16, 4));
const passphrase = (kek: Bytes): KeyChange => ({ passphrase: { kdf: leastScrypt, kek } });
const add = (id: string) => (content: VaultContent) => ({ ...content, entries: [...content.entries, sampleEntry(id)] });
const DAY_MS = 24 * 3_600_000;

type Made = ReturnType<typeof makeWorld>;

async function slotsOf({ vault }: Made) {
  const state = await vault.state();
  return state.kind === 'locked' || state.kind === 'unlocked' ? state.slots : [];
}

async function slotId(made: Made, kind: string): Promise<string> {
  return (await slotsOf(made)).find((slot) => slot.kind === kind)?.id ?? '';
}

async function ids({ vault }: Made): Promise<readonly string[] | string> {
  const read = await vault.read();
  return read.ok ? read.value.entries.map(({ id }) => id) : read.error;
}

/** A vault of two accounts with a passphrase and a recovery code. */
async function makeVault() {
  const made = makeWorld();
  await made.vault.create({ ...passphrase(first), recovery: { salt, kek: code } });
  for (const id of ['one', 'two']) await made.vault.mutate(add(id));
  return made;
}

async function opens(made: Made, kind: string, kek: Bytes): Promise<boolean> {
  await made.vault.lock();
  return (await made.vault.unlock({ slotId: await slotId(made, kind), kek })).ok;
}

async function proofBy(made: Made, kek: Bytes) {
  return { slotId: await slotId(made, 'passphrase'), kek };
}

describe('the kinds of key that a vault has', () => {
  const none = { passphrase: false, recovery: false, computer: false };
  const key = { kdf: leastScrypt, kek: first };
  const recovery = { salt, kek: code };
  it.each<[string, typeof none, KeyChange, string]>([
    ['a passphrase alone', none, { passphrase: key }, 'passphrase'],
    ['a passphrase and a recovery code', none, { passphrase: key, recovery }, 'passphrase recovery'],
    ['this computer with a recovery code', none, { computer: true, recovery }, 'recovery computer'],
    ['this computer alone', none, { computer: true }, 'no-way-in'],
    ['a recovery code alone', none, { recovery }, 'no-way-in'],
    ['nothing', none, {}, 'no-way-in'],
    [
      'a passphrase in place of this computer',
      { ...none, recovery: true, computer: true },
      { passphrase: key },
      'passphrase recovery',
    ],
    [
      'this computer in place of a passphrase',
      { ...none, passphrase: true, recovery: true },
      { passphrase: null, computer: true },
      'recovery computer',
    ],
    [
      'this computer beside a passphrase',
      { ...none, passphrase: true, recovery: true },
      { computer: true },
      'no-way-in',
    ],
    ['no passphrase any more', { ...none, passphrase: true, recovery: true }, { passphrase: null }, 'no-way-in'],
    ['no recovery code any more', { ...none, passphrase: true, recovery: true }, { recovery: null }, 'passphrase'],
    [
      'this computer without its recovery code',
      { ...none, recovery: true, computer: true },
      { recovery: null },
      'no-way-in',
    ],
  ])('may be %s or may not', (_what, before, change, expected) => {
    const planned = planKinds(before, change);
    const kinds = planned.ok ? Object.entries(planned.value).flatMap(([kind, there]) => (there ? [kind] : [])) : [];
    expect(planned.ok ? kinds.join(' ') : planned.error).toBe(expected);
  });
});

describe('a changed key', () => {
  it('opens the same accounts, the one before opens nothing, and the recovery code goes on', async () => {
    const made = await makeVault();
    expect((await made.vault.changeKeys(passphrase(second), await proofBy(made, first))).ok).toBe(true);
    expect(await ids(made)).toEqual(['one', 'two']);
    expect(await opens(made, 'passphrase', first)).toBe(false);
    expect(await opens(made, 'recovery', code)).toBe(true);
    expect(await opens(made, 'passphrase', second)).toBe(true);
    expect(await ids(made)).toEqual(['one', 'two']);
    expect((await made.vault.mutate(add('three'))).ok).toBe(true);
  });

  it('needs the passphrase or the recovery code, though the vault is open', async () => {
    const made = await makeVault();
    expect(await made.vault.changeKeys(passphrase(second), null)).toEqual({ ok: false, error: 'passphrase-needed' });
    const wrong = await proofBy(made, second);
    expect(await made.vault.changeKeys(passphrase(second), wrong)).toEqual({ ok: false, error: 'wrong-passphrase' });
    const byCode = { slotId: await slotId(made, 'recovery'), kek: code };
    expect((await made.vault.changeKeys(passphrase(second), byCode)).ok).toBe(true);
    expect(await opens(made, 'passphrase', second)).toBe(true);
    await made.vault.lock();
    expect(await made.vault.changeKeys(passphrase(first), byCode)).toEqual({ ok: false, error: 'locked' });
  });

  it('never leaves a vault that nobody could open', async () => {
    const made = await makeVault();
    const before = new Map(made.world.disk);
    const proof = await proofBy(made, first);
    for (const change of [{ passphrase: null }, { passphrase: null, recovery: null }, { computer: true }]) {
      expect(await made.vault.changeKeys(change, proof)).toEqual({ ok: false, error: 'no-way-in' });
    }
    expect(made.world.disk).toEqual(before);
  });

  it('leaves no vault whose passphrase nobody has shown to know', async () => {
    const made = await makeVault();
    const byCode = { slotId: await slotId(made, 'recovery'), kek: code };
    expect(await made.vault.changeKeys({ recovery: null }, byCode)).toEqual({ ok: false, error: 'no-way-in' });
    expect((await made.vault.changeKeys({ ...passphrase(second), recovery: null }, byCode)).ok).toBe(true);
    expect((await slotsOf(made)).map(({ kind }) => kind)).toEqual(['passphrase']);
    const other = await makeVault();
    expect((await other.vault.changeKeys({ recovery: null }, await proofBy(other, first))).ok).toBe(true);
  });

  it('of a weak derivation or another length is refused', async () => {
    const made = await makeVault();
    const proof = await proofBy(made, first);
    for (const change of [
      { passphrase: { kdf: { ...leastScrypt, N: 2 }, kek: second } },
      { passphrase: { kdf: leastScrypt, kek: filled(16, 1) } },
      { recovery: { salt: 'AAAA', kek: code } },
    ]) {
      expect(await made.vault.changeKeys(change, proof)).toEqual({ ok: false, error: 'unacceptable' });
    }
  });

  it('of this computer is another one, and the old one is gone from it', async () => {
    const made = makeWorld();
    await made.vault.create(onThisComputer);
    await made.vault.mutate(add('one'));
    const [name] = [...made.world.keys.keys()];
    expect((await made.vault.changeKeys({ computer: true }, null)).ok).toBe(true);
    expect([...made.world.keys.keys()]).not.toContain(name);
    expect(made.world.keys.size).toBe(1);
    await made.vault.lock();
    expect((await made.vault.unlockWithComputer()).ok).toBe(true);
    expect(await ids(made)).toEqual(['one']);
  });

  it('that this computer lost is made anew after the recovery code opened the vault', async () => {
    const made = makeWorld();
    await made.vault.create(onThisComputer);
    await made.vault.mutate(add('one'));
    await made.vault.lock();
    made.world.keys.clear();
    expect(await made.vault.unlockWithComputer()).toEqual({ ok: false, error: 'no-computer-key' });
    expect(await opens(made, 'recovery', code)).toBe(true);
    expect((await made.vault.changeKeys({ computer: true }, null)).ok).toBe(true);
    await made.vault.lock();
    expect((await made.vault.unlockWithComputer()).ok).toBe(true);
    expect(await ids(made)).toEqual(['one']);
  });

  it('of this computer goes when a passphrase is chosen', async () => {
    const made = makeWorld();
    await made.vault.create(onThisComputer);
    expect((await made.vault.changeKeys(passphrase(first), null)).ok).toBe(true);
    expect((await slotsOf(made)).map(({ kind }) => kind).toSorted()).toEqual(['passphrase', 'recovery']);
    expect(made.world.keys.size).toBe(0);
    await made.vault.lock();
    expect(await made.vault.unlockWithComputer()).toEqual({ ok: false, error: 'unknown-slot' });
  });
});

/** Every sealed text in the profile: all values of storage, what was set aside, and the copy outside of it. */
function allTexts({ world }: Made): readonly string[] {
  const values = [...world.disk.values(), world.mirror.sealed].flatMap((value) =>
    Array.isArray(value) ? value : [value],
  );
  return values.filter((value): value is string => typeof value === 'string');
}

const heldKey = ({ world }: Made): Bytes => {
  const session: unknown = world.memory.get('vault.session');
  const text = typeof session === 'object' && session !== null && 'dataKey' in session ? String(session.dataKey) : '';
  return fromBase64(text) ?? filled(32, 0);
};

describe('every key that was taken away', () => {
  it('opens no copy in the profile', async () => {
    const made = await makeVault();
    const old = [first, code, heldKey(made)];
    for (let day = 1; day <= 6; day += 1) {
      made.world.now += DAY_MS;
      await made.vault.lock();
      await made.vault.unlock({ slotId: await slotId(made, 'passphrase'), kek: first });
      await made.vault.mutate(add(`day-${day}`));
    }
    // Bytes that were set aside, which the old keys would open: a whole copy under the name of a damaged one.
    const whole = String(made.world.disk.get('vault.a'));
    made.world.disk.set('vault.set-aside', [whole, 'damaged']);
    made.world.disk.set('vault.b', `${String(made.world.disk.get('vault.b'))} `);
    const before = allTexts(made);
    expect(before).toHaveLength(10);
    let openedBefore = 0;
    for (const text of before) if (await isOpenedBy(text, first)) openedBefore += 1;
    expect(openedBefore).toBe(9);

    const proof = await proofBy(made, first);
    const recovery = { salt: toBase64(filled(16, 9)), kek: filled(32, 11) };
    expect((await made.vault.changeKeys({ ...passphrase(second), recovery }, proof)).ok).toBe(true);
    const after = allTexts(made);
    expect(after.length).toBeGreaterThanOrEqual(9);
    let opened = 0;
    for (const text of after) for (const key of old) if (await isOpenedBy(text, key)) opened += 1;
    expect(opened).toBe(0);
    // The days' copies are still there, by the new keys.
    const report = await made.vault.copies();
    expect(report.filter(({ place, fault }) => place.startsWith('day.') && fault === null)).toHaveLength(5);
    for (const { slots } of report) expect(slots.map(({ kind }) => kind)).toEqual(['passphrase', 'recovery']);
    for (const text of after) if (readHeader(text).ok) expect(await isOpenedBy(text, second)).toBe(true);
    expect(JSON.parse(await made.vault.rawCopies({ opened: true })).setAside).toContain('damaged');
  });

  /** This computer's keys in a world. */
  const computerKeys = ({ world }: Made): readonly Bytes[] => [...world.keys.values()];
  const byPassphrase: KeyChange = { ...passphrase(first), recovery: { salt, kek: code } };
  it.each<[string, KeyChange, KeyChange, (made: Made) => readonly Bytes[]]>([
    ['a recovery code that is removed', byPassphrase, { recovery: null }, () => [code]],
    [
      'a passphrase that this computer takes the place of',
      byPassphrase,
      { passphrase: null, computer: true },
      () => [first],
    ],
    ["this computer's, which a passphrase takes the place of", onThisComputer, passphrase(first), computerKeys],
  ])('opens nothing in the profile: %s', async (_what, keys, change, takenFrom) => {
    const made = makeWorld();
    await made.vault.create(keys);
    const open = async () =>
      (keys.computer ?? false)
        ? made.vault.unlockWithComputer()
        : made.vault.unlock({ slotId: await slotId(made, 'passphrase'), kek: first });
    for (let day = 1; day <= 3; day += 1) {
      made.world.now += DAY_MS;
      await open();
      await made.vault.mutate(add(`day-${day}`));
    }
    made.world.disk.set('vault.set-aside', [String(made.world.disk.get('vault.a'))]);
    const taken = takenFrom(made);
    expect(taken).toHaveLength(1);
    const old = [...taken, heldKey(made)];
    const before = allTexts(made);
    expect(before).toHaveLength(7);
    for (const text of before) for (const one of old) expect(await isOpenedBy(text, one)).toBe(true);

    const proof = (keys.computer ?? false) ? null : await proofBy(made, first);
    expect((await made.vault.changeKeys(change, proof)).ok).toBe(true);
    const after = allTexts(made);
    expect(after).toHaveLength(7);
    let opened = 0;
    for (const text of after) for (const one of old) if (await isOpenedBy(text, one)) opened += 1;
    expect(opened).toBe(0);
    // Nothing else was taken away: what is there opens by the key that holds now.
    for (const text of after) expect(await isOpenedBy(text, heldKey(made))).toBe(true);
    expect(await ids(made)).toEqual(['day-1', 'day-2', 'day-3']);
  });
});

describe('a change of keys that storage fails in', () => {
  it.each(['rejects', 'loses writes', 'fails from there on'])(
    'at any call leaves the accounts to exactly one of both keys (storage %s)',
    { timeout: 60_000 },
    async (way) => {
      let [changes, failures] = [0, 0];
      for (let failing = 1; failing <= 40; failing += 1) {
        const made = await makeVault();
        const proof = await proofBy(made, first);
        let call = 0;
        made.world.fault = () => {
          call += 1;
          if (way === 'fails from there on' ? call < failing : call !== failing) return null;
          if (way === 'loses writes') return 'lost';
          throw new Error('IO error');
        };
        const changed = await made.vault.changeKeys(passphrase(second), proof);
        made.world.fault = () => null;
        if (changed.ok) changes += 1;
        else failures += 1;
        expect((await made.vault.state()).kind).not.toBe('absent');
        const opened = [await opens(made, 'passphrase', first), await opens(made, 'passphrase', second)];
        expect(opened.filter(Boolean)).toHaveLength(1);
        if (changed.ok) expect(opened[1]).toBe(true);
        await opens(made, 'passphrase', opened[0] ? first : second);
        expect(await ids(made)).toEqual(['one', 'two']);
        // The copy outside of storage is of the key that is in force.
        expect(await isOpenedBy(String(made.world.mirror.sealed), opened[0] ? second : first)).toBe(false);
      }
      expect(changes).toBeGreaterThan(0);
      expect(failures).toBeGreaterThan(0);
    },
  );

  it('has the copy outside of storage back with the next opening', async () => {
    const made = await makeVault();
    const proof = await proofBy(made, first);
    const write = async () => Promise.reject(new Error('IO error'));
    const vault = createVaultRepository({ ...made.ports, storage: { ...made.ports.storage, write } });
    expect(await vault.changeKeys(passphrase(second), proof)).toEqual({ ok: false, error: 'not-saved' });
    expect(made.world.mirror.sealed).toBeUndefined();
    expect(await opens(made, 'passphrase', first)).toBe(true);
    expect(await isOpenedBy(String(made.world.mirror.sealed), first)).toBe(true);
  });

  it('does not begin while the copy outside of storage cannot be removed', async () => {
    const made = await makeVault();
    const proof = await proofBy(made, first);
    made.world.mirror.fault = () => {
      throw new Error('IO error');
    };
    expect(await made.vault.changeKeys(passphrase(second), proof)).toEqual({ ok: false, error: 'storage-failed' });
    made.world.mirror.fault = () => undefined;
    expect(await opens(made, 'passphrase', first)).toBe(true);
  });

  it('is no lock for whoever looks at the vault meanwhile', async () => {
    const made = await makeVault();
    const proof = await proofBy(made, first);
    const { mirror } = made.ports;
    const write: typeof mirror.write = (...copy) =>
      new Promise((resolve) => setTimeout(() => resolve(mirror.write(...copy)), 5));
    const vault = createVaultRepository({ ...made.ports, mirror: { ...mirror, write } });
    const changing = vault.changeKeys(passphrase(second), proof);
    const seen = new Set<string>();
    let under = true;
    const looking = async () => {
      while (under) {
        seen.add((await vault.state()).kind);
        const read = await vault.read();
        seen.add(read.ok ? 'read' : read.error);
        await new Promise((resolve) => setTimeout(resolve));
      }
    };
    const looks = [looking(), looking()];
    expect((await changing).ok).toBe(true);
    under = false;
    await Promise.all(looks);
    expect([...seen].toSorted()).toEqual(['read', 'unlocked']);
  });

  it('is not kept from it by what no JSON can hold', async () => {
    const made = await makeVault();
    const circle: unknown[] = [];
    circle.push(circle);
    made.world.disk.set('vault.set-aside', [1n, circle, 'damaged']);
    made.world.disk.set('vault.day.1', 2n);
    expect((await made.vault.changeKeys(passphrase(second), await proofBy(made, first))).ok).toBe(true);
    expect(JSON.parse(await made.vault.rawCopies({ opened: true })).setAside).toEqual([null, null, 'damaged', null]);
    made.world.disk.set('vault.b', 3n);
    expect(JSON.parse(await made.vault.rawCopies({ opened: true })).copies).toContainEqual({ place: 'b', text: null });
  });

  it('sets aside what lies outside of storage and does not open', async () => {
    const made = await makeVault();
    const proof = await proofBy(made, first);
    made.world.mirror.sealed = 'torn';
    expect((await made.vault.changeKeys(passphrase(second), proof)).ok).toBe(true);
    expect(JSON.parse(await made.vault.rawCopies({ opened: true })).setAside).toEqual(['torn']);
  });

  it('opens no vault that was locked meanwhile', async () => {
    const made = await makeVault();
    const proof = await proofBy(made, first);
    const { mirror } = made.ports;
    const write: typeof mirror.write = async (...copy) => {
      await vault.lock();
      return mirror.write(...copy);
    };
    const vault = createVaultRepository({ ...made.ports, mirror: { ...mirror, write } });
    expect((await vault.changeKeys(passphrase(second), proof)).ok).toBe(true);
    expect((await vault.state()).kind).toBe('locked');
    expect(await vault.read()).toEqual({ ok: false, error: 'locked' });
    expect(await opens(made, 'passphrase', second)).toBe(true);
  });

  it('locks the vault where the background ended before it knew the new key', async () => {
    const made = await makeVault();
    const session = made.world.memory.get('vault.session');
    await made.vault.changeKeys(passphrase(second), await proofBy(made, first));
    made.world.memory.set('vault.session', session);
    expect((await made.vault.state()).kind).toBe('locked');
    expect(await opens(made, 'passphrase', second)).toBe(true);
  });
});

describe('a vault of before', () => {
  const frozen = (kind: string) =>
    readFileSync(join(import.meta.dirname, `../../fixtures/vault/vault-1-${kind}.json`), 'utf8').trim();
  const old = async (kind: string) => {
    const made = makeWorld();
    made.world.disk.set('vault.a', frozen(kind));
    made.world.disk.set('vault.meta', { version: 1, generation: 3, copy: 'a', createdUnixMs: 1_700_000_000_000 });
    return made;
  };

  it('gets slots that lock by themselves once its passphrase opened it', async () => {
    const made = await old('passphrase');
    const kek = derivePassphraseKey('correct horse', leastScrypt);
    expect(await opens(made, 'passphrase', kek)).toBe(true);
    expect(await ids(made)).toEqual(['one', 'two']);
    const header = readHeader(made.world.disk.get('vault.b'));
    expect(header.ok && header.value.version).toBe(2);
    expect(await opens(made, 'passphrase', kek)).toBe(true);
    expect((await made.vault.changeKeys(passphrase(second), await proofBy(made, kek))).ok).toBe(true);
  });

  it('that this computer opened gets another key, and a recovery code when it is asked for one', async () => {
    const made = await old('computer');
    made.world.keys.set('this-computer', filled(32, 3));
    expect((await made.vault.unlockWithComputer()).ok).toBe(true);
    expect([...made.world.keys.keys()]).toEqual([await slotId(made, 'computer')]);
    expect((await made.vault.changeKeys({ recovery: { salt, kek: code } }, null)).ok).toBe(true);
    expect(await opens(made, 'recovery', code)).toBe(true);
    expect(await ids(made)).toEqual(['one', 'two']);
  });

  it('with a weaker derivation gets today’s when its passphrase is typed', async () => {
    const made = await makeVault();
    await made.vault.lock();
    const better = { kdf: { ...leastScrypt, N: 2 ** 17 }, kek: second };
    const id = await slotId(made, 'passphrase');
    expect((await made.vault.unlock({ slotId: id, kek: filled(32, 1), better })).ok).toBe(false);
    expect((await made.vault.unlock({ slotId: id, kek: first, better })).ok).toBe(true);
    expect(await slotsOf(made)).toContainEqual({ kind: 'passphrase', id: expect.any(String), kdf: better.kdf });
    expect(await opens(made, 'passphrase', first)).toBe(false);
    expect(await opens(made, 'passphrase', second)).toBe(true);
    expect(await opens(made, 'recovery', code)).toBe(true);
  });
});
