import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { decrypt, KEY_LENGTH, NONCE_LENGTH, TAG_LENGTH } from './aead.ts';
import { utf8 } from './bytes.ts';
import { checkScryptBounds } from './kdf.ts';
import { isIdentifier, type SlotDescription } from './key-slots.ts';
import { bytesOf, hasExactly, isBase64Of, isRecord } from './shape.ts';

/** A slot of vault version 1, where the slot's key itself wraps the data key; `nonce` (12 bytes) and `key` (32 + 16) in base64. */
export type KeySlot1 = Exclude<SlotDescription, { readonly kind: 'recovery' }> & {
  readonly nonce: string;
  readonly key: string;
};

/** A slot of version 1 as read from a header; `null` when it is not one. */
export function decodeSlot1(value: unknown): KeySlot1 | null {
  if (!isRecord(value)) return null;
  const { kind, id, kdf, nonce, key } = value;
  if (!isIdentifier(id) || !isBase64Of(nonce, NONCE_LENGTH) || !isBase64Of(key, KEY_LENGTH + TAG_LENGTH)) return null;
  if (kind === 'passphrase') {
    const known = hasExactly(value, ['kind', 'id', 'kdf', 'nonce', 'key']) && checkScryptBounds(kdf);
    return known ? { kind, id, kdf, nonce, key } : null;
  }
  return kind === 'computer' && hasExactly(value, ['kind', 'id', 'nonce', 'key']) ? { kind, id, nonce, key } : null;
}

/** The data key of a slot of version 1; `wrong-key` when `kek` is not the one it was wrapped under, or the slot was changed. */
export async function openSlot1(slot: KeySlot1, kek: Bytes, vaultId: string): Promise<Result<Bytes, 'wrong-key'>> {
  const nonce = bytesOf(slot.nonce, NONCE_LENGTH, NONCE_LENGTH);
  const wrapped = bytesOf(slot.key, KEY_LENGTH + TAG_LENGTH, KEY_LENGTH + TAG_LENGTH);
  if (nonce === null || wrapped === null || kek.length !== KEY_LENGTH) return err('wrong-key');
  const kdf = slot.kind === 'passphrase' ? [slot.kdf.name, slot.kdf.N, slot.kdf.r, slot.kdf.p, slot.kdf.salt] : [];
  const context = utf8(JSON.stringify(['doorcode-vault/1 slot', vaultId, slot.id, slot.kind, ...kdf]));
  const dataKey = await decrypt(kek, nonce, context, wrapped);
  return dataKey === null ? err('wrong-key') : ok(dataKey);
}
