import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { equalBytes } from '../otp/bytes.ts';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { decrypt, encrypt, KEY_LENGTH, NONCE_LENGTH, TAG_LENGTH } from './aead.ts';
import { toBase64 } from './base64.ts';
import { utf8 } from './bytes.ts';
import { type Agreement, deriveKeyPair, type KeyPair, setupReceiver, setupSender } from './hpke.ts';
import { checkScryptBounds, SALT_LENGTH, type ScryptParameters } from './kdf.ts';
import { bytesOf, hasExactly, isRecord } from './shape.ts';

/** How a slot's key is had: from a passphrase, from the recovery code and a salt (base64), or from this computer. */
export type SlotDescription =
  | { readonly kind: 'passphrase'; readonly id: string; readonly kdf: ScryptParameters }
  | { readonly kind: 'recovery'; readonly id: string; readonly salt: string }
  | { readonly kind: 'computer'; readonly id: string };

/**
 * Locks data keys for one slot without knowing what opens it: the public half of its key (32 bytes, base64), and a secret (32
 * bytes) that only the slot's key and an open vault give, so that nobody else can lock anything for it.
 */
export type SlotLock = { readonly slot: SlotDescription; readonly publicKey: string; readonly psk: Bytes };

/** A data key locked for a slot; `encapsulated` (32 bytes) and `key` (32 + 16 bytes) in base64. */
export type KeySlot = SlotDescription & {
  readonly publicKey: string;
  readonly encapsulated: string;
  readonly key: string;
};

/** Whose slots they are: no slot can move to another vault or file. */
export type SlotOwner = { readonly format: 'doorcode-vault/2' | 'doorcode-backup/2'; readonly id: string };

/** What a slot's own key gives: the data key, what locks another one for the slot, and a key for the check value of a file. */
export type OpenedSlot = { readonly dataKey: Bytes; readonly lock: SlotLock; readonly checkKey: Bytes };

const ID = /^[0-9a-f]{32}$/;
// Each key that is locked is locked under a key of its own, which HPKE makes for this one message.
const ONLY_NONCE = new Uint8Array(NONCE_LENGTH);
const NOTHING = new Uint8Array(0);

/** Whether `value` is an identifier as we make them: 128 random bits in lower-case hexadecimal. */
export const isIdentifier = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

/** The description alone of a slot, as it may be shown to who has no key. */
export function describeSlot(slot: SlotDescription): SlotDescription {
  if (slot.kind === 'passphrase') return { kind: slot.kind, id: slot.id, kdf: slot.kdf };
  return slot.kind === 'recovery'
    ? { kind: slot.kind, id: slot.id, salt: slot.salt }
    : { kind: slot.kind, id: slot.id };
}

function derivationOf(slot: SlotDescription): readonly (string | number)[] {
  if (slot.kind === 'passphrase') return [slot.kdf.name, slot.kdf.N, slot.kdf.r, slot.kdf.p, slot.kdf.salt];
  return slot.kind === 'recovery' ? [slot.salt] : [];
}

// Binds the locked key to this vault or file, this slot and its derivation: none of them can be exchanged.
function agreementOn({ slot, publicKey, psk }: SlotLock, owner: SlotOwner): Agreement {
  const info = [`${owner.format} slot`, owner.id, slot.id, slot.kind, ...derivationOf(slot), publicKey];
  return { psk, pskId: utf8('doorcode slot'), info: utf8(JSON.stringify(info)) };
}

async function halvesOf(kek: Bytes): Promise<{ readonly pair: KeyPair; readonly psk: Bytes }> {
  const psk = new Uint8Array(hkdf(sha256, kek, undefined, utf8('doorcode slot psk'), KEY_LENGTH));
  return { pair: await deriveKeyPair(kek), psk };
}

/** What locks data keys for a slot of this key (32 bytes). */
export async function createLock(slot: SlotDescription, kek: Bytes): Promise<SlotLock> {
  const { pair, psk } = await halvesOf(kek);
  return { slot: describeSlot(slot), publicKey: toBase64(pair.publicKey), psk };
}

/**
 * Locks a 32-byte data key for a slot (RFC 9180 in mode psk, then AES-256-GCM).
 * @param ephemeralSecret 32 fresh random bytes
 * @returns the slot, and the key for the check value of a file
 */
export async function lockDataKey(
  lock: SlotLock,
  dataKey: Bytes,
  owner: SlotOwner,
  ephemeralSecret: Bytes,
): Promise<{ readonly slot: KeySlot; readonly checkKey: Bytes }> {
  const publicKey = bytesOf(lock.publicKey, KEY_LENGTH, KEY_LENGTH);
  if (publicKey === null) throw new TypeError('a public key is 32 bytes of base64');
  const { encapsulated, exporter } = await setupSender(publicKey, agreementOn(lock, owner), ephemeralSecret);
  const locked = await encrypt(exporter('key'), ONLY_NONCE, NOTHING, dataKey);
  const slot = {
    ...lock.slot,
    publicKey: lock.publicKey,
    encapsulated: toBase64(encapsulated),
    key: toBase64(locked),
  };
  return { slot, checkKey: exporter('check') };
}

/** Opens a slot; `wrong-key` when `kek` is not its key, `altered` when it is and the slot was changed since it was locked. */
export async function openSlot(
  slot: KeySlot,
  kek: Bytes,
  owner: SlotOwner,
): Promise<Result<OpenedSlot, 'wrong-key' | 'altered'>> {
  const [publicKey, encapsulated] = [bytesOf(slot.publicKey, 32, 32), bytesOf(slot.encapsulated, 32, 32)];
  const locked = bytesOf(slot.key, KEY_LENGTH + TAG_LENGTH, KEY_LENGTH + TAG_LENGTH);
  if (kek.length !== KEY_LENGTH || publicKey === null) return err('wrong-key');
  const { pair, psk } = await halvesOf(kek);
  if (!equalBytes(pair.publicKey, publicKey)) return err('wrong-key');
  if (encapsulated === null || locked === null) return err('altered');
  const lock = { slot: describeSlot(slot), publicKey: slot.publicKey, psk };
  const exporter = await setupReceiver(pair, agreementOn(lock, owner), encapsulated);
  const dataKey = exporter === null ? null : await decrypt(exporter('key'), ONLY_NONCE, NOTHING, locked);
  return exporter === null || dataKey === null ? err('altered') : ok({ dataKey, lock, checkKey: exporter('check') });
}

/** A slot's description from a header or a vault, its bounds checked; `null` when it is not one. `more` are the other keys it has. */
export function decodeDescription(value: Record<string, unknown>, more: readonly string[]): SlotDescription | null {
  const { kind, id, kdf, salt } = value;
  if (!isIdentifier(id)) return null;
  if (kind === 'passphrase') {
    return hasExactly(value, ['kind', 'id', 'kdf', ...more]) && checkScryptBounds(kdf) ? { kind, id, kdf } : null;
  }
  if (kind === 'recovery') {
    if (!hasExactly(value, ['kind', 'id', 'salt', ...more]) || typeof salt !== 'string') return null;
    return bytesOf(salt, SALT_LENGTH, SALT_LENGTH) === null ? null : { kind, id, salt };
  }
  return kind === 'computer' && hasExactly(value, ['kind', 'id', ...more]) ? { kind, id } : null;
}

/** A slot as read from a header, its KDF bounds checked; `null` when it is not one. */
export function decodeSlot(value: unknown): KeySlot | null {
  if (!isRecord(value)) return null;
  const description = decodeDescription(value, ['publicKey', 'encapsulated', 'key']);
  const { publicKey, encapsulated, key } = value;
  if (typeof publicKey !== 'string' || typeof encapsulated !== 'string' || typeof key !== 'string') return null;
  if (bytesOf(publicKey, 32, 32) === null || bytesOf(encapsulated, 32, 32) === null) return null;
  if (description === null || bytesOf(key, KEY_LENGTH + TAG_LENGTH, KEY_LENGTH + TAG_LENGTH) === null) return null;
  return { ...description, publicKey, encapsulated, key };
}

/** What locks for a slot, as an open vault keeps it; `null` when it is not that. */
export function decodeLock(value: unknown): SlotLock | null {
  if (!isRecord(value) || !hasExactly(value, ['slot', 'publicKey', 'psk']) || !isRecord(value.slot)) return null;
  const { publicKey } = value;
  const [slot, psk] = [decodeDescription(value.slot, []), bytesOf(value.psk, KEY_LENGTH, KEY_LENGTH)];
  if (slot === null || psk === null || typeof publicKey !== 'string') return null;
  return bytesOf(publicKey, KEY_LENGTH, KEY_LENGTH) === null ? null : { slot, publicKey, psk };
}

/** A lock as JSON keeps it. */
export const encodeLock = ({ slot, publicKey, psk }: SlotLock) => ({
  slot: describeSlot(slot),
  publicKey,
  psk: toBase64(psk),
});
