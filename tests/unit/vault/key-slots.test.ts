import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../lib/vault/base64.ts';
import {
  createLock,
  decodeLock,
  decodeSlot,
  describeSlot,
  encodeLock,
  lockDataKey,
  openSlot,
  type SlotDescription,
} from '../../../lib/vault/key-slots.ts';
import { filled, leastScrypt, randomBytes } from './samples.ts';

const [kek, dataKey] = [filled(32, 3), filled(32, 4)];
const owner = { format: 'doorcode-vault/2', id: '1'.repeat(32) } as const;
const strong = { ...leastScrypt, N: 2 ** 17 };
const descriptions: readonly SlotDescription[] = [
  { kind: 'passphrase', id: '2'.repeat(32), kdf: strong },
  { kind: 'computer', id: '3'.repeat(32) },
  { kind: 'recovery', id: '4'.repeat(32), salt: toBase64(filled(16, 6)) },
];

describe.each(descriptions)('a $kind slot', (description) => {
  const lockIt = async (key = dataKey) =>
    (await lockDataKey(await createLock(description, kek), key, owner, randomBytes(32))).slot;

  it('gives the data key back, also after a journey as JSON', async () => {
    const lock = decodeLock(JSON.parse(JSON.stringify(encodeLock(await createLock(description, kek)))));
    if (lock === null) throw new Error('the lock did not decode');
    const { slot, checkKey } = await lockDataKey(lock, dataKey, owner, randomBytes(32));
    const read = decodeSlot(JSON.parse(JSON.stringify(slot)));
    if (read === null) throw new Error('the slot did not decode');
    expect(describeSlot(read)).toStrictEqual(description);
    expect(await openSlot(read, kek, owner)).toEqual({ ok: true, value: { dataKey, lock, checkKey } });
  });

  it('is locked again for another data key without the key that opens it', async () => {
    const opened = await openSlot(await lockIt(), kek, owner);
    if (!opened.ok) throw new Error(opened.error);
    const again = await lockDataKey(opened.value.lock, filled(32, 9), owner, randomBytes(32));
    expect(await openSlot(again.slot, kek, owner)).toMatchObject({ ok: true, value: { dataKey: filled(32, 9) } });
  });

  it('refuses another key as wrong, and another vault, identity or wrapping as altered', async () => {
    const slot = await lockIt();
    const wrong = { ok: false, error: 'wrong-key' };
    const altered = { ok: false, error: 'altered' };
    expect(await openSlot(slot, filled(32, 5), owner)).toEqual(wrong);
    expect(await openSlot(slot, filled(16, 3), owner)).toEqual(wrong);
    expect(await openSlot(slot, kek, { ...owner, id: '5'.repeat(32) })).toEqual(altered);
    expect(await openSlot(slot, kek, { ...owner, format: 'doorcode-backup/2' })).toEqual(altered);
    expect(await openSlot({ ...slot, id: '6'.repeat(32) }, kek, owner)).toEqual(altered);
    const other = await lockIt(filled(32, 9));
    expect(await openSlot({ ...slot, key: other.key }, kek, owner)).toEqual(altered);
    expect(await openSlot({ ...slot, encapsulated: other.encapsulated }, kek, owner)).toEqual(altered);
    expect(await openSlot({ ...slot, encapsulated: toBase64(filled(32, 0)) }, kek, owner)).toEqual(altered);
  });

  it('opens with no key where a part of it is no base64 of its size', async () => {
    const slot = await lockIt();
    for (const other of ['', 'not base64', toBase64(filled(31, 1))]) {
      expect(await openSlot({ ...slot, publicKey: other }, kek, owner)).toEqual({ ok: false, error: 'wrong-key' });
      expect(await openSlot({ ...slot, encapsulated: other }, kek, owner)).toEqual({ ok: false, error: 'altered' });
      expect(await openSlot({ ...slot, key: other }, kek, owner)).toEqual({ ok: false, error: 'altered' });
      const lock = { slot: description, publicKey: other, psk: filled(32, 1) };
      await expect(lockDataKey(lock, dataKey, owner, randomBytes(32))).rejects.toThrow(
        new TypeError('a public key is 32 bytes of base64'),
      );
    }
  });

  it('opens to no data key of another size than 32 bytes', async () => {
    for (const size of [16, 31, 33])
      expect(await openSlot(await lockIt(filled(size, 4)), kek, owner)).toEqual({ ok: false, error: 'altered' });
  });

  it('cannot be locked by who knows its public half alone', async () => {
    const { publicKey, slot } = await createLock(description, kek);
    const forged = await lockDataKey({ slot, publicKey, psk: filled(32, 0) }, filled(32, 7), owner, randomBytes(32));
    expect(await openSlot(forged.slot, kek, owner)).toEqual({ ok: false, error: 'altered' });
  });

  it('does not decode with a field missing, added or of another size', async () => {
    const slot = await lockIt();
    for (const change of [
      { id: 'x' },
      { encapsulated: '' },
      { publicKey: toBase64(filled(31, 1)) },
      { key: toBase64(filled(32, 1)) },
      { kind: 'other' },
      { more: 1 },
    ]) {
      expect(decodeSlot({ ...slot, ...change })).toBeNull();
    }
  });
});

describe('the derivation of a slot', () => {
  it.each<SlotDescription>([
    { kind: 'passphrase', id: '2'.repeat(32), kdf: { ...strong, salt: toBase64(filled(16, 8)) } },
    { kind: 'recovery', id: '4'.repeat(32), salt: toBase64(filled(16, 8)) },
  ])('opens nothing by another salt than it was locked with ($kind)', async (other) => {
    const description = descriptions.find(({ kind }) => kind === other.kind);
    if (description === undefined) throw new Error('kind');
    const { slot } = await lockDataKey(await createLock(description, kek), dataKey, owner, randomBytes(32));
    const exchanged = decodeSlot({ ...slot, ...other });
    if (exchanged === null) throw new Error('the slot did not decode');
    expect(await openSlot(exchanged, kek, owner)).toEqual({ ok: false, error: 'altered' });
    // Whoever derives by the salt that stands there gets another key.
    expect(await openSlot(exchanged, filled(32, 5), owner)).toEqual({ ok: false, error: 'wrong-key' });
  });

  it('cannot be exchanged for a weaker one', async () => {
    const lock = await createLock({ kind: 'passphrase', id: '2'.repeat(32), kdf: strong }, kek);
    const { slot } = await lockDataKey(lock, dataKey, owner, randomBytes(32));
    if (slot.kind !== 'passphrase') throw new Error('kind');
    expect(await openSlot({ ...slot, kdf: leastScrypt }, kek, owner)).toEqual({ ok: false, error: 'altered' });
  });
});
