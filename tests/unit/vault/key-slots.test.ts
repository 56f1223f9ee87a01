import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { decodeSlot, type SlotDescription, unwrapDataKey, wrapDataKey } from '../../../lib/vault/key-slots.ts';
import { filled, leastScrypt, randomBytes } from './samples.ts';

const [kek, dataKey, vaultId] = [filled(32, 3), filled(32, 4), '1'.repeat(32)];
const descriptions: readonly SlotDescription[] = [
  { kind: 'passphrase', id: '2'.repeat(32), kdf: leastScrypt },
  { kind: 'computer', id: '3'.repeat(32) },
  { kind: 'recovery', id: '4'.repeat(32) },
];

describe.each(descriptions)('a $kind slot', (description) => {
  const wrap = () => wrapDataKey(description, dataKey, kek, vaultId, randomBytes(12));

  it('gives the data key back, also after a journey as JSON', async () => {
    const slot = decodeSlot(JSON.parse(JSON.stringify(await wrap())));
    if (slot === null) throw new Error('the slot did not decode');
    expect(await unwrapDataKey(slot, kek, vaultId)).toEqual({ ok: true, value: dataKey });
  });

  it('refuses another key, another vault and another identity', async () => {
    const slot = await wrap();
    const wrong = { ok: false, error: 'wrong-key' };
    expect(await unwrapDataKey(slot, filled(32, 5), vaultId)).toEqual(wrong);
    expect(await unwrapDataKey(slot, filled(16, 3), vaultId)).toEqual(wrong);
    expect(await unwrapDataKey(slot, kek, '5'.repeat(32))).toEqual(wrong);
    expect(await unwrapDataKey({ ...slot, id: '6'.repeat(32) }, kek, vaultId)).toEqual(wrong);
    expect(await unwrapDataKey({ ...slot, nonce: toBase64(filled(12, 0)) }, kek, vaultId)).toEqual(wrong);
  });

  it('does not decode with a field missing, added or of another size', async () => {
    const slot = await wrap();
    for (const change of [
      { id: 'x' },
      { nonce: '' },
      { key: toBase64(filled(32, 1)) },
      { kind: 'other' },
      { more: 1 },
    ]) {
      expect(decodeSlot({ ...slot, ...change })).toBeNull();
    }
  });
});

describe('the key derivation of a slot', () => {
  it('cannot be exchanged for a weaker one', async () => {
    const strong: SlotDescription = { kind: 'passphrase', id: '2'.repeat(32), kdf: { ...leastScrypt, N: 2 ** 17 } };
    const slot = await wrapDataKey(strong, dataKey, kek, vaultId, randomBytes(12));
    if (slot.kind !== 'passphrase') throw new Error('kind');
    expect(await unwrapDataKey({ ...slot, kdf: leastScrypt }, kek, vaultId)).toEqual({ ok: false, error: 'wrong-key' });
  });
});
