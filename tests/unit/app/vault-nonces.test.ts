import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import { fromBase64, toBase64 } from '../../../lib/vault/base64.ts';
import type { VaultContent } from '../../../lib/vault/entry.ts';
import { openVault, readHeader, sealVault } from '../../../lib/vault/envelope.ts';
import { filled, leastScrypt, randomBytes, sampleEntry } from '../vault/samples.ts';
import type { Made } from './at-each-call.ts';
import { makeWorld } from './fake-world.ts';

const recovery = { salt: toBase64(filled(16, 4)), kek: filled(32, 8) };
const passphrase = (kek: Bytes) => ({ passphrase: { kdf: leastScrypt, kek } });
const named = (issuer: string) => (content: VaultContent) => ({
  ...content,
  entries: [{ ...sampleEntry('one'), issuer }],
});
const DAY_MS = 24 * 3_600_000;

async function slotId({ vault }: Made): Promise<string> {
  const state = await vault.state();
  const slots = state.kind === 'locked' || state.kind === 'unlocked' ? state.slots : [];
  return slots.find(({ kind }) => kind === 'passphrase')?.id ?? '';
}

describe('what may be used once', () => {
  it('is new with each of 300 saves and changes of keys, in every copy', { timeout: 120_000 }, async () => {
    const made = makeWorld();
    const { world, vault } = made;
    const sealed = new Set<string>();
    const look = () => {
      for (const text of [...world.disk.values(), world.mirror.sealed])
        if (typeof text === 'string' && readHeader(text).ok) sealed.add(text);
    };
    let kek = filled(32, 5);
    await vault.create({ ...passphrase(kek), recovery });
    look();
    let [saves, changes] = [0, 0];
    for (let write = 1; write <= 300; write += 1) {
      if (write % 25 === 0) {
        world.now += DAY_MS;
        // By now it is locked.
        expect((await vault.unlock({ slotId: await slotId(made), kek })).ok).toBe(true);
      }
      const next = randomBytes(32);
      const outcome =
        write % 10 === 0
          ? await vault.changeKeys(passphrase(next), { slotId: await slotId(made), kek })
          : await vault.mutate(named(`number ${write}`));
      expect(outcome.ok, `write ${write}`).toBe(true);
      if (write % 10 === 0) [kek, changes] = [next, changes + 1];
      else saves += 1;
      look();
    }
    const headers = [...sealed].flatMap((text) => {
      const header = readHeader(text);
      return header.ok && header.value.version === 2 ? [header.value] : [];
    });
    expect([saves, changes]).toEqual([270, 30]);
    // A change seals the other copies anew too.
    expect(headers.length).toBeGreaterThan(saves + 2 * changes);
    expect(new Set(headers.map(({ nonce }) => nonce)).size).toBe(headers.length);
    // The slots stay as they are until the keys change; then both are locked anew, for all copies.
    const locked = headers.flatMap(({ slots }) => slots.map(({ encapsulated }) => encapsulated));
    expect(new Set(locked).size).toBe(2 * (1 + changes));
  });

  it('is used for no more than 2^32 generations', async () => {
    const made = makeWorld();
    const { world, vault } = made;
    await vault.create({ ...passphrase(filled(32, 5)), recovery });
    const session: unknown = world.memory.get('vault.session');
    const held = typeof session === 'object' && session !== null && 'dataKey' in session ? session.dataKey : '';
    const dataKey = fromBase64(String(held)) ?? filled(32, 0);
    const opened = await openVault(world.disk.get('vault.a'), dataKey);
    if (!opened.ok) throw new Error(opened.error);
    const header = { ...opened.value.header, generation: 2 ** 32 - 1 };
    const { createdUnixMs, generation } = header;
    world.disk.set('vault.a', await sealVault(header, opened.value.content, dataKey));
    world.disk.set('vault.meta', { version: 2, generation, copy: 'a', createdUnixMs, days: [] });
    expect((await vault.mutate(named('the last'))).ok).toBe(true);
    expect((await vault.copies())[0]).toMatchObject({ generation: 2 ** 32, fault: null });
    const before = new Map(world.disk);
    expect(await vault.mutate(named('one too many'))).toEqual({ ok: false, error: 'unacceptable' });
    expect(world.disk).toEqual(before);
    expect(await vault.read()).toMatchObject({ ok: true, value: { entries: [{ issuer: 'the last' }] } });
  });
});
