import { describe, expect, it } from 'vitest';
import type { KeyChange } from '../../../lib/app/vault-keys.ts';
import { createVaultRepository } from '../../../lib/app/vault-repository.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import type { VaultContent } from '../../../lib/vault/entry.ts';
import { filled, leastScrypt, sampleEntry } from '../vault/samples.ts';
import { makeWorld } from './fake-world.ts';

const [kek, second, code] = [filled(32, 5), filled(32, 6), filled(32, 8)];
const keys: KeyChange = {
  passphrase: { kdf: leastScrypt, kek },
  recovery: { salt: toBase64(filled(16, 4)), kek: code },
};
const add = (id: string) => (content: VaultContent) => ({ ...content, entries: [...content.entries, sampleEntry(id)] });
const HOUR_MS = 3_600_000;

type Made = ReturnType<typeof makeWorld>;

async function ids({ vault }: Made): Promise<readonly string[] | string> {
  const read = await vault.read();
  return read.ok ? read.value.entries.map(({ id }) => id) : read.error;
}

async function unlock(made: Made, key = kek, kind = 'passphrase') {
  const state = await made.vault.state();
  const slots = state.kind === 'locked' || state.kind === 'unlocked' ? state.slots : [];
  return made.vault.unlock({ slotId: slots.find((slot) => slot.kind === kind)?.id ?? '', kek: key });
}

/** A vault that was open for eight days, with one more account every eight hours. */
async function makeOldVault() {
  const made = makeWorld();
  await made.vault.create(keys);
  for (let write = 1; write <= 24; write += 1) {
    made.world.now += 8 * HOUR_MS;
    await unlock(made);
    expect((await made.vault.mutate(add(`account-${write}`))).ok).toBe(true);
  }
  return made;
}

async function slotAt({ vault }: Made, place: string): Promise<string> {
  const copies = await vault.copies();
  return copies.find((copy) => copy.place === place)?.slots.find(({ kind }) => kind === 'passphrase')?.id ?? '';
}

describe('the copies of the last days', () => {
  it('are the last of five days before, each of another', async () => {
    const made = await makeOldVault();
    const copies = await made.vault.copies();
    expect(copies.map(({ place }) => place).toSorted()).toEqual(
      ['a', 'b', 'day.1', 'day.2', 'day.3', 'day.4', 'day.5', 'mirror'].toSorted(),
    );
    const days = copies.filter(({ place }) => place.startsWith('day.'));
    // The vault began at its hour 0, so that every third write is the first of a day: 24, 21, 18, …
    expect(days.map(({ generation }) => generation)).toEqual([24, 21, 18, 15, 12]);
    const begun = 1_700_000_000_000;
    expect(days.map(({ writtenUnixMs }) => ((writtenUnixMs ?? 0) - begun) / HOUR_MS)).toEqual([184, 160, 136, 112, 88]);
    expect(copies[0]).toMatchObject({ generation: 25, fault: null });
    expect(copies.every(({ size }) => size > 1_000)).toBe(true);
  });

  it('are not used up by a clock that is set back and forth', async () => {
    const made = await makeOldVault();
    const before = (await made.vault.copies()).filter(({ place }) => place.startsWith('day.'));
    for (let turn = 1; turn <= 20; turn += 1) {
      made.world.now += (turn % 2 === 0 ? -1 : 1) * 3 * HOUR_MS;
      await unlock(made);
      expect((await made.vault.mutate(add(`turn-${turn}`))).ok).toBe(true);
    }
    const after = (await made.vault.copies()).filter(({ place }) => place.startsWith('day.'));
    // Ten times three hours passed as the vault counts: one day more, or two.
    const kept = before.filter(({ generation }) => after.some((day) => day.generation === generation));
    expect(kept.length).toBeGreaterThanOrEqual(3);
  });
});

describe('a vault whose newest copies are gone', () => {
  it('is opened from the copy of a day, goes on from it, and says what is missing', async () => {
    const made = await makeOldVault();
    const a = made.world.disk.get('vault.a');
    made.world.disk.set('vault.a', String(a).slice(0, 900));
    made.world.disk.set('vault.b', 7);
    made.world.mirror.sealed = 'x';
    await made.vault.lock();
    expect(await made.vault.state()).toEqual({ kind: 'unreadable', reason: 'damaged' });
    const copies = await made.vault.copies();
    expect(
      copies
        .filter(({ fault }) => fault === 'damaged')
        .map(({ place }) => place)
        .toSorted(),
    ).toEqual(['a', 'b', 'mirror']);
    const [best] = copies;
    if (best === undefined) throw new Error('no copy');
    const slotId = await slotAt(made, best.place);
    expect(await made.vault.openCopy({ place: best.place, slotId, kek: second })).toEqual({
      ok: false,
      error: 'wrong-passphrase',
    });
    expect((await made.vault.state()).kind).toBe('unreadable');
    const taken = await made.vault.openCopy({ place: best.place, slotId, kek });
    expect(taken).toMatchObject({ ok: true, value: { copy: best.place, generation: 24, expectedGeneration: 25 } });
    expect(await ids(made)).toHaveLength(23);
    expect((await made.vault.mutate(add('new'))).ok).toBe(true);
    await made.vault.lock();
    expect(await unlock(made)).toMatchObject({ ok: true, value: { generation: 27, expectedGeneration: 27 } });
    expect(await ids(made)).toHaveLength(24);
    // What could not be read is kept, and can be saved as it was.
    expect(JSON.parse(await made.vault.rawCopies({ opened: true })).setAside).toEqual([
      'x',
      7,
      String(a).slice(0, 900),
    ]);
  });

  it('is changed in its keys after it was opened from a day, and the recovery code goes on', async () => {
    const made = await makeOldVault();
    const state = await made.vault.state();
    const slots = state.kind === 'unlocked' ? state.slots : [];
    const proof = { slotId: slots.find(({ kind }) => kind === 'passphrase')?.id ?? '', kek };
    const recovery = { salt: toBase64(filled(16, 9)), kek: filled(32, 11) };
    expect((await made.vault.changeKeys({ recovery }, proof)).ok).toBe(true);
    for (const name of ['vault.a', 'vault.b']) made.world.disk.set(name, 'x');
    made.world.mirror.sealed = undefined;
    const slotId = await slotAt(made, 'day.3');
    expect((await made.vault.openCopy({ place: 'day.3', slotId, kek })).ok).toBe(true);
    expect((await made.vault.changeKeys({ passphrase: { kdf: leastScrypt, kek: second } }, { slotId, kek })).ok).toBe(
      true,
    );
    await made.vault.lock();
    expect((await unlock(made, filled(32, 11), 'recovery')).ok).toBe(true);
    await made.vault.lock();
    expect((await unlock(made, code, 'recovery')).ok).toBe(false);
  });
});

describe('a vault that storage lost altogether', () => {
  it('is missing and no new beginning, and comes back from the second copy with nothing lost', async () => {
    const made = await makeOldVault();
    made.world.disk.clear();
    await made.vault.lock();
    expect(await made.vault.state()).toEqual({ kind: 'unreadable', reason: 'missing' });
    expect(await made.vault.create(keys)).toEqual({ ok: false, error: 'not-absent' });
    const taken = await made.vault.openCopy({ place: 'mirror', slotId: await slotAt(made, 'mirror'), kek });
    expect(taken).toMatchObject({ ok: true, value: { generation: 25, expectedGeneration: 25 } });
    expect(await ids(made)).toHaveLength(24);
    await made.vault.lock();
    expect((await unlock(made)).ok).toBe(true);
  });

  it('is missing too while only the days’ copies are there', async () => {
    const made = await makeOldVault();
    for (const key of ['vault.a', 'vault.b', 'vault.meta']) made.world.disk.delete(key);
    Object.assign(made.world.mirror, { sealed: undefined, marker: null });
    expect(await made.vault.state()).toEqual({ kind: 'unreadable', reason: 'missing' });
    expect((await made.vault.copies()).map(({ place }) => place)).toHaveLength(5);
  });
});

describe('the second copy', () => {
  it('brings back what storage silently lost, and nothing is missed', async () => {
    const made = makeWorld();
    await made.vault.create(keys);
    await made.vault.mutate(add('one'));
    const before = new Map(made.world.disk);
    await made.vault.mutate(add('two'));
    made.world.disk.clear();
    for (const [key, value] of before) made.world.disk.set(key, value);
    await made.vault.lock();
    expect(await unlock(made)).toMatchObject({
      ok: true,
      value: { copy: 'mirror', generation: 3, expectedGeneration: 3 },
    });
    expect(await ids(made)).toEqual(['one', 'two']);
  });

  it('that cannot be read either says which changes are missed', async () => {
    const made = makeWorld();
    await made.vault.create(keys);
    await made.vault.mutate(add('one'));
    const before = new Map(made.world.disk);
    await made.vault.mutate(add('two'));
    made.world.disk.clear();
    for (const [key, value] of before) made.world.disk.set(key, value);
    made.world.mirror.sealed = 'x';
    await made.vault.lock();
    expect(await unlock(made)).toMatchObject({ ok: true, value: { generation: 2, expectedGeneration: 3 } });
  });

  it('of another vault is not taken for this one', async () => {
    const [made, other] = [await makeOldVault(), makeWorld()];
    await other.vault.create(keys);
    Object.assign(other.world.mirror, { sealed: made.world.mirror.sealed, marker: made.world.mirror.marker });
    await other.vault.lock();
    expect(await unlock(other)).toMatchObject({ ok: true, value: { generation: 1, expectedGeneration: 1 } });
  });

  it('is written again at the next opening where it was missing', async () => {
    const made = await makeOldVault();
    Object.assign(made.world.mirror, { sealed: undefined, marker: null });
    await made.vault.lock();
    await unlock(made);
    expect(made.world.mirror.sealed).toBe(made.world.disk.get('vault.a'));
  });

  it('that cannot be written takes no write back', async () => {
    const made = await makeOldVault();
    made.world.mirror.fault = () => {
      throw new Error('IO error');
    };
    expect((await made.vault.mutate(add('one-more'))).ok).toBe(true);
    expect((await made.vault.state()).kind).toBe('unlocked');
    await made.vault.lock();
    expect((await unlock(made)).ok).toBe(true);
    expect(await ids(made)).toHaveLength(25);
  });
});

describe('a new beginning beside a vault that nobody opens', () => {
  it('keeps every copy of the old one aside', async () => {
    const made = await makeOldVault();
    await made.vault.lock();
    const newest = made.world.disk.get('vault.a');
    const sealed = [...made.world.disk.values()].filter((value) => typeof value === 'string');
    expect((await made.vault.create(keys, { replacing: true })).ok).toBe(true);
    expect(await ids(made)).toEqual([]);
    const { setAside } = JSON.parse(await made.vault.rawCopies({ opened: true }));
    expect(new Set(setAside)).toEqual(new Set(sealed));
    expect(setAside.at(-1)).toBe(newest);
    expect((await made.vault.copies()).map(({ place, generation }) => [place, generation])).toEqual([
      ['a', 1],
      ['mirror', 1],
    ]);
    await made.vault.mutate(add('new'));
    await made.vault.lock();
    expect((await unlock(made)).ok).toBe(true);
    expect(await ids(made)).toEqual(['new']);
  });
});

describe('a copy that storage never gives', () => {
  /** The same world, in which one value is not read until it is written anew, as with a damaged file of the browser's. */
  const without = ({ ports, world }: Made, name: string) => {
    const there = world.disk.get(name);
    const isLost = (keys: readonly string[]) => keys.includes(name) && world.disk.get(name) === there;
    const read: typeof ports.storage.read = (keys) =>
      isLost(keys) ? Promise.reject(new Error('IO error')) : ports.storage.read(keys);
    return createVaultRepository({ ...ports, storage: { ...ports.storage, read } });
  };

  it('lets nobody begin anew over it', async () => {
    const made = await makeOldVault();
    const before = new Map(made.world.disk);
    const vault = without(made, 'vault.day.3');
    expect(await vault.create(keys, { replacing: true })).toEqual({ ok: false, error: 'storage-failed' });
    expect(made.world.disk).toEqual(before);
  });

  it('keeps nobody from going on from one that opens', async () => {
    const made = await makeOldVault();
    const place = 'day.1';
    const vault = without(made, 'vault.a');
    expect((await vault.openCopy({ place, slotId: await slotAt(made, place), kek })).ok).toBe(true);
    expect((await ids(made)).length).toBeLessThan(24);
    expect((await vault.mutate(add('later'))).ok).toBe(true);
  });
});

describe('the latest copy, which storage gives no more while the vault is open', () => {
  it.each<[string, (made: Made) => Promise<{ readonly ok: boolean }>]>([
    ['a change', ({ vault }) => vault.mutate(add('later'))],
    [
      'a change of keys',
      async (made) => {
        const slotId = await slotAt(made, 'day.1');
        return made.vault.changeKeys({ passphrase: { kdf: leastScrypt, kek: second } }, { slotId, kek });
      },
    ],
  ])('is not written over by %s', async (_, act) => {
    const made = await makeOldVault();
    const latest = (await made.vault.copies())[0]?.place;
    expect(['a', 'b']).toContain(latest);
    const copies = () => [...made.world.disk].filter(([, value]) => typeof value === 'string');
    const before = copies();
    const failed = () => Promise.reject(new Error('IO error'));
    // The second copy neither: then the newest that can be read is not the newest.
    const mirror = { ...made.ports.mirror, marker: failed, read: failed };
    const read: typeof made.ports.storage.read = (asked) =>
      asked.includes(`vault.${latest}`) ? failed() : made.ports.storage.read(asked);
    const vault = createVaultRepository({ ...made.ports, mirror, storage: { ...made.ports.storage, read } });
    expect(await act({ ...made, vault })).toEqual({ ok: false, error: 'storage-failed' });
    expect(copies()).toEqual(before);
  });
});
