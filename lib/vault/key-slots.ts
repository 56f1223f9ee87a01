import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { decrypt, encrypt, KEY_LENGTH, NONCE_LENGTH, TAG_LENGTH } from './aead.ts';
import { toBase64 } from './base64.ts';
import { checkScryptBounds, type ScryptParameters } from './kdf.ts';
import { bytesOf, hasExactly, isRecord } from './shape.ts';

/** What a slot says before its key is wrapped. `recovery` has its room in the format; nothing makes one yet. */
export type SlotDescription =
  | { readonly kind: 'passphrase'; readonly id: string; readonly kdf: ScryptParameters }
  | { readonly kind: 'computer'; readonly id: string }
  | { readonly kind: 'recovery'; readonly id: string };

/** A wrapped copy of the data key; `nonce` (12 bytes) and `key` (32 + 16 bytes) in base64. */
export type KeySlot = SlotDescription & { readonly nonce: string; readonly key: string };

const ID = /^[0-9a-f]{32}$/;

/** Whether `value` is an identifier as we make them: 128 random bits in lower-case hexadecimal. */
export const isIdentifier = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

// Binds the wrapped key to this vault, this slot and these KDF parameters: none of them can be exchanged.
function slotContext(slot: SlotDescription, vaultId: string): Bytes {
  const kdf = slot.kind === 'passphrase' ? [slot.kdf.name, slot.kdf.N, slot.kdf.r, slot.kdf.p, slot.kdf.salt] : [];
  return new TextEncoder().encode(JSON.stringify(['doorcode-vault/1 slot', vaultId, slot.id, slot.kind, ...kdf]));
}

/** Wraps the 32-byte data key under `kek` (32 bytes) with a fresh 12-byte `nonce`: AES-256-GCM. */
export async function wrapDataKey(
  description: SlotDescription,
  dataKey: Bytes,
  kek: Bytes,
  vaultId: string,
  nonce: Bytes,
): Promise<KeySlot> {
  const wrapped = await encrypt(kek, nonce, slotContext(description, vaultId), dataKey);
  return { ...description, nonce: toBase64(nonce), key: toBase64(wrapped) };
}

/** The data key of a slot; `wrong-key` when `kek` is not the one it was wrapped under, or the slot was changed. */
export async function unwrapDataKey(slot: KeySlot, kek: Bytes, vaultId: string): Promise<Result<Bytes, 'wrong-key'>> {
  const nonce = bytesOf(slot.nonce, NONCE_LENGTH, NONCE_LENGTH);
  const wrapped = bytesOf(slot.key, KEY_LENGTH + TAG_LENGTH, KEY_LENGTH + TAG_LENGTH);
  if (nonce === null || wrapped === null || kek.length !== KEY_LENGTH) return err('wrong-key');
  const dataKey = await decrypt(kek, nonce, slotContext(slot, vaultId), wrapped);
  return dataKey === null ? err('wrong-key') : ok(dataKey);
}

/** A slot as read from a header, its KDF bounds checked; `null` when it is not one. */
export function decodeSlot(value: unknown): KeySlot | null {
  if (!isRecord(value)) return null;
  const { kind, id, kdf, nonce, key } = value;
  if (!isIdentifier(id) || typeof nonce !== 'string' || typeof key !== 'string') return null;
  if (bytesOf(nonce, NONCE_LENGTH, NONCE_LENGTH) === null) return null;
  if (bytesOf(key, KEY_LENGTH + TAG_LENGTH, KEY_LENGTH + TAG_LENGTH) === null) return null;
  if (kind === 'passphrase') {
    if (!hasExactly(value, ['kind', 'id', 'kdf', 'nonce', 'key']) || !checkScryptBounds(kdf)) return null;
    return { kind, id, kdf, nonce, key };
  }
  if (kind !== 'computer' && kind !== 'recovery') return null;
  return hasExactly(value, ['kind', 'id', 'nonce', 'key']) ? { kind, id, nonce, key } : null;
}
