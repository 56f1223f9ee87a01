import { describe, expect, it } from 'vitest';
import { createVaultRepository } from '../../../lib/app/vault-repository.ts';
import type { VaultContent } from '../../../lib/vault/entry.ts';
import { claimedNewer, newerContent } from '../vault/newer.ts';
import { filled, leastScrypt, sampleEntry } from '../vault/samples.ts';
import { makeWorld } from './fake-world.ts';

const kek = filled(32, 5);
const passphrase = { kdf: leastScrypt, kek };
const MINUTE = 60_000;
const refused = { kind: 'unreadable', reason: 'newer-version' };
const record = { version: 99, generation: 9_000_000, anything: 'else' };
const add = (id: string) => (content: VaultContent) => ({ ...content, entries: [...content.entries, sampleEntry(id)] });

/** A locked vault of two accounts, added a minute apart: generation 3 is in `a` and in the second place, 2 in `b`. */
async function makeVault() {
  const { vault, world, ports } = makeWorld();
  await vault.create({ passphrase });
  for (const id of ['one', 'two']) {
    world.now += MINUTE;
    await vault.mutate(add(id));
  }
  const state = await vault.state();
  const slotId = state.kind === 'unlocked' ? (state.slots[0]?.id ?? '') : '';
  await vault.lock();
  const ids = async () => {
    const read = await vault.read();
    return read.ok ? read.value.entries.map(({ id }) => id) : read.error;
  };
  const claim = (name: string): string => {
    const newer = claimedNewer(world.disk.get(name));
    world.disk.set(name, newer);
    return newer;
  };
  const kept = async (): Promise<unknown> => JSON.parse(await vault.rawCopies({ opened: true })).setAside;
  return { vault, world, ports, slotId, ids, claim, kept };
}

describe('a record that claims a newer version', () => {
  it('hides no copy: the vault opens, is changed and says nothing of it', async () => {
    const { vault, world, slotId, ids } = await makeVault();
    world.disk.set('vault.meta', record);
    expect((await vault.state()).kind).toBe('locked');
    const taken = await vault.unlock({ slotId, kek });
    expect(taken).toMatchObject({ ok: true, value: { generation: 3, expectedGeneration: 3 } });
    expect((await vault.mutate(add('three'))).ok).toBe(true);
    expect(await ids()).toEqual(['one', 'two', 'three']);
    expect(await vault.missed()).toBeNull();
    expect(world.disk.get('vault.meta')).toMatchObject({ version: 2, generation: 4 });
  });

  it('hides no copy while the vault is open', async () => {
    const { vault, world, slotId, ids } = await makeVault();
    await vault.unlock({ slotId, kek });
    world.disk.set('vault.meta', record);
    expect(await ids()).toEqual(['one', 'two']);
    expect((await vault.state()).kind).toBe('unlocked');
    expect((await vault.mutate(add('three'))).ok).toBe(true);
    expect(await ids()).toEqual(['one', 'two', 'three']);
  });

  it('does not keep the second copy from being opened where both in storage are gone', async () => {
    const { vault, world, slotId, ids } = await makeVault();
    world.disk.set('vault.meta', record);
    for (const name of ['vault.a', 'vault.b']) world.disk.set(name, 'x');
    expect(await vault.state()).toEqual(refused);
    expect(await vault.unlock({ slotId, kek })).toEqual({ ok: false, error: 'newer-version' });
    expect((await vault.openCopy({ place: 'mirror', slotId, kek })).ok).toBe(true);
    expect(await ids()).toEqual(['one', 'two']);
    expect(await vault.missed()).toBeNull();
    await vault.lock();
    expect((await vault.unlock({ slotId, kek })).ok).toBe(true);
  });

  it('does not keep anybody from beginning anew, beside what is kept', async () => {
    const { vault, world, ids, kept } = await makeVault();
    world.disk.set('vault.meta', record);
    const before = [world.disk.get('vault.b'), world.disk.get('vault.a')];
    expect((await vault.create({ passphrase }, { replacing: true })).ok).toBe(true);
    expect(await ids()).toEqual([]);
    expect(await kept()).toEqual(expect.arrayContaining(before));
  });

  it('is no absent vault where nothing else is there', async () => {
    const { vault, world } = makeWorld();
    world.disk.set('vault.meta', record);
    expect(await vault.state()).toEqual(refused);
    expect(await vault.create({ passphrase })).toEqual({ ok: false, error: 'not-absent' });
    expect((await vault.create({ passphrase }, { replacing: true })).ok).toBe(true);
  });
});

describe('a copy in storage that claims a newer version', () => {
  it.each(['vault.a', 'vault.b'])('is never gone back behind without a press, and loses no byte (%s)', async (name) => {
    const { vault, world, slotId, claim } = await makeVault();
    claim(name);
    const before = new Map(world.disk);
    expect(await vault.state()).toEqual(refused);
    expect(await vault.unlock({ slotId, kek })).toEqual({ ok: false, error: 'newer-version' });
    expect(await vault.create({ passphrase })).toEqual({ ok: false, error: 'not-absent' });
    expect(world.disk).toEqual(before);
    expect((await vault.copies()).map(({ place, fault }) => [place, fault])).toContainEqual([
      name.slice(-1),
      'newer-version',
    ]);
  });

  it('and is in force: a press opens the copy before, says what is missing since, and keeps it aside', async () => {
    const { vault, world, slotId, ids, claim, kept } = await makeVault();
    const newer = claim('vault.a');
    world.mirror.sealed = newer;
    world.mirror.marker = null;
    const since = world.now - MINUTE;
    expect((await vault.openCopy({ place: 'b', slotId, kek })).ok).toBe(true);
    expect(await ids()).toEqual(['one']);
    expect(await vault.missed()).toEqual({ sinceUnixMs: since });
    expect(await kept()).toEqual([newer]);
    await vault.mutate(add('three'));
    await vault.lock();
    expect((await vault.unlock({ slotId, kek })).ok).toBe(true);
    expect(await ids()).toEqual(['one', 'three']);
    expect(await kept()).toEqual([newer]);
  });

  it('and was forged in both: a press opens the second copy, which has everything', async () => {
    const { vault, world, slotId, ids, claim, kept } = await makeVault();
    const forged = [claim('vault.b'), claim('vault.a')];
    world.disk.set('vault.meta', record);
    expect(await vault.state()).toEqual(refused);
    expect(await vault.unlock({ slotId, kek })).toEqual({ ok: false, error: 'newer-version' });
    expect((await vault.openCopy({ place: 'mirror', slotId, kek })).ok).toBe(true);
    expect(await ids()).toEqual(['one', 'two']);
    expect(await kept()).toEqual(forged);
  });

  it('and lies in the place of a day: it is kept aside before the next day takes its place', async () => {
    const { vault, world, slotId, ids, claim, kept } = await makeVault();
    const newer = claim('vault.a');
    const older = claimedNewer(world.disk.get('vault.b'));
    world.disk.set('vault.day.1', older);
    const apart = world.mirror.sealed;
    expect((await vault.openCopy({ place: 'b', slotId, kek })).ok).toBe(true);
    for (let day = 1; day <= 3; day += 1) {
      world.now += 24 * 60 * MINUTE;
      await vault.unlock({ slotId, kek });
      expect((await vault.mutate(add(`day-${day}`))).ok).toBe(true);
    }
    expect(await kept()).toEqual([older, apart, newer]);
    expect(await ids()).toHaveLength(4);
  });

  it('is set aside where somebody begins anew', async () => {
    const { vault, ids, claim, kept } = await makeVault();
    const newer = claim('vault.a');
    expect((await vault.create({ passphrase }, { replacing: true })).ok).toBe(true);
    expect(await ids()).toEqual([]);
    expect(await kept()).toContain(newer);
  });

  it('makes no other answer of a wrong passphrase, or of a copy that is damaged', async () => {
    const { vault, slotId, claim } = await makeVault();
    claim('vault.a');
    const wrong = await vault.openCopy({ place: 'b', slotId, kek: filled(32, 6) });
    expect(wrong).toEqual({ ok: false, error: 'wrong-passphrase' });
    expect(await vault.openCopy({ place: 'a', slotId, kek })).toEqual({ ok: false, error: 'newer-version' });
    expect(await vault.openCopy({ place: 'day.1', slotId, kek })).toEqual({ ok: false, error: 'missing' });
  });
});

describe('the second copy', () => {
  it.each(['its marker', 'no marker that is known here'])(
    'by a newer version is not gone back behind where storage was put back (%s)',
    async (by) => {
      const { vault, world, slotId } = await makeVault();
      const { marker } = world.mirror;
      world.mirror.sealed = claimedNewer(world.mirror.sealed);
      world.mirror.marker = by === 'its marker' && marker !== null ? { ...marker, generation: 9 } : null;
      const before = structuredClone({ sealed: world.mirror.sealed, marker: world.mirror.marker });
      expect(await vault.state()).toEqual(refused);
      expect(await vault.unlock({ slotId, kek })).toEqual({ ok: false, error: 'newer-version' });
      expect(world.mirror).toMatchObject(before);
      expect((await vault.openCopy({ place: 'a', slotId, kek })).ok).toBe(true);
      expect(await vault.missed()).not.toBeNull();
    },
  );
});

describe('content that a newer version sealed under the key of this vault', () => {
  it('is refused, and a press on the copy before it opens that, with a word of what is missing', async () => {
    const { vault, world, ports, slotId, ids, kept } = await makeVault();
    const newer = await newerContent(world.disk.get('vault.a'), kek);
    world.disk.set('vault.a', newer);
    world.mirror.sealed = newer;
    const before = new Map(world.disk);
    expect(await vault.unlock({ slotId, kek: filled(32, 6) })).toEqual({ ok: false, error: 'wrong-passphrase' });
    expect(await vault.unlock({ slotId, kek })).toEqual({ ok: false, error: 'newer-version' });
    expect(await vault.openCopy({ place: 'a', slotId, kek })).toEqual({ ok: false, error: 'newer-version' });
    expect(world.disk).toEqual(before);
    expect((await vault.openCopy({ place: 'b', slotId, kek })).ok).toBe(true);
    expect(await ids()).toEqual(['one']);
    expect(await vault.missed()).toEqual({ sinceUnixMs: world.now - MINUTE });
    expect(await kept()).toEqual([newer]);
    // What was given up is found by no later background, though it goes on with the next number.
    expect((await createVaultRepository(ports).read()).ok).toBe(true);
    expect(await vault.missed()).not.toBeNull();
  });
});
