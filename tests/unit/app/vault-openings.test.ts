import { describe, expect, it } from 'vitest';
import { createBackupService } from '../../../lib/app/backup-service.ts';
import { createKeysService } from '../../../lib/app/keys-service.ts';
import { keptKeys } from '../../../lib/app/new-keys.ts';
import { DAYS, STORED } from '../../../lib/app/vault-copies.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { filled, leastScrypt, sampleEntry } from '../vault/samples.ts';
import { makeWorld } from './fake-world.ts';

const DAY_MS = 24 * 3_600_000;
const [kek, emergency, salt] = [filled(32, 5), filled(32, 6), toBase64(filled(16, 4))];
const key = { kdf: leastScrypt, kekBase64: toBase64(kek) };

/** A vault that a passphrase and an emergency key open, behind the service that opens it. */
async function openable() {
  const { world, ports, vault } = makeWorld();
  await vault.create({ passphrase: { kdf: leastScrypt, kek, strength: 3 }, recovery: { salt, kek: emergency } });
  const keys = createKeysService(vault, createBackupService({ vault, ...ports }), { noteTyped: async () => {} });
  const slot = async (kind: 'passphrase' | 'recovery') => {
    const state = await vault.state();
    return (state.kind === 'unlocked' ? state.slots.find((one) => one.kind === kind)?.id : undefined) ?? '';
  };
  const ids = { passphrase: await slot('passphrase'), recovery: await slot('recovery') };
  const open = async (kind: 'passphrase' | 'recovery', typed = kind === 'recovery' ? emergency : kek) =>
    keys.unlock({ kind: 'unlock-with-key', slotId: ids[kind], kekBase64: toBase64(typed), better: null });
  /** What a change does that comes after it, for an opening is written down when nobody waits for it. */
  const content = async () => {
    await ports.lock.run('doorcode-vault', async () => {});
    const read = await vault.read({ use: false });
    if (!read.ok) throw new Error(read.error);
    return read.value;
  };
  const days = () => DAYS.filter((name) => world.disk.has(STORED[name])).length;
  return { world, vault, keys, ids, open, content, days };
}

describe('the openings of Doorcode', () => {
  it('are written down with what opened it, the latest ten, and a wrong key is none', async () => {
    const { world, open, content } = await openable();
    for (let count = 0; count < 9; count += 1) await open('passphrase');
    world.now += 1_000;
    await open('recovery');
    expect(await open('passphrase', filled(32, 9))).toEqual({ kind: 'failed', reason: 'wrong-passphrase' });
    await open('passphrase');
    const { openings } = await content();
    expect(openings).toHaveLength(10);
    expect(openings.slice(-3).map(({ by }) => by)).toEqual(['passphrase', 'recovery', 'passphrase']);
    expect(openings.at(-1)?.unixMs).toBe(world.now);
  });

  it('succeed though they cannot be written down', async () => {
    const { world, vault, open, content } = await openable();
    world.fault = () => 'lost';
    expect(await open('passphrase')).toMatchObject({ kind: 'opened' });
    await vault.noteOpening('passphrase');
    world.fault = () => {
      throw new Error('storage gives nothing');
    };
    await expect(vault.noteOpening('passphrase')).resolves.toBeUndefined();
    world.fault = () => null;
    expect((await content()).openings).toEqual([]);
  });

  it('are not written down where changes were missed, so that every copy stays as it lies there', async () => {
    const { world, vault, open, content } = await openable();
    for (const id of ['one', 'two'])
      await vault.mutate((stored) => ({ ...stored, entries: [...stored.entries, sampleEntry(id)] }));
    world.disk.set(STORED.a, 'torn');
    world.mirror.sealed = 'torn';
    const held = () => [world.disk.get(STORED.a), world.disk.get(STORED.b)];
    const before = held();
    for (const _ of ['first', 'again']) {
      await vault.lock();
      expect(await open('passphrase')).toEqual({ kind: 'opened', missed: { sinceUnixMs: world.now } });
      expect((await content()).openings).toEqual([]);
      expect(held()).toEqual(before);
    }
  });

  it('leave the five days to the days on which something was changed', async () => {
    const { world, vault, open, content, days } = await openable();
    await vault.mutate((stored) => ({ ...stored, entries: [sampleEntry('one')] }));
    const { age } = await content();
    for (let day = 0; day < 6; day += 1) {
      world.now += DAY_MS;
      await open('passphrase');
      expect((await content()).age).toEqual(age);
    }
    expect([days(), (await content()).openings.length]).toEqual([0, 6]);
    await vault.mutate((stored) => ({ ...stored, entries: [] }));
    expect(days()).toBe(1);
  });
});

describe('the strength of the passphrase', () => {
  it('is kept as it was judged at the choice, and goes with the passphrase', async () => {
    const { keys, ids, open, content } = await openable();
    expect((await content()).strength).toBe(3);
    const proof = { slotId: ids.recovery, kekBase64: toBase64(emergency) };
    const change = (passphrase: Parameters<typeof keys.change>[0]['keys']['passphrase']) =>
      keys.change({ kind: 'change-keys', keys: { ...keptKeys, passphrase, computer: 'keep' }, proof });
    // The same passphrase, derived at a greater cost.
    const better = { kdf: { ...leastScrypt, N: 2 ** 16 }, kekBase64: toBase64(filled(32, 7)) };
    await keys.unlock({ kind: 'unlock-with-key', slotId: ids.passphrase, kekBase64: key.kekBase64, better });
    expect((await content()).strength).toBe(3);
    expect(await change({ ...key, strength: 1 })).toEqual({ kind: 'done' });
    expect((await content()).strength).toBe(1);
    expect(await change(key)).toEqual({ kind: 'done' });
    expect((await content()).strength).toBeNull();
    await change({ ...key, strength: 4 });
    const without = { ...keptKeys, passphrase: 'remove', computer: 'new' } as const;
    expect(await keys.change({ kind: 'change-keys', keys: without, proof })).toEqual({ kind: 'done' });
    expect((await content()).strength).toBeNull();
    expect(await open('recovery')).toMatchObject({ kind: 'opened' });
  });
});
