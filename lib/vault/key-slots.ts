import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { equalBytes } from '../otp/bytes.ts';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { decrypt, encrypt, KEY_LENGTH, NONCE_LENGTH, TAG_LENGTH } from './aead.ts';
import { toBase64 } from './base64.ts';
import { utf8 } from './bytes.ts';
import { type Agreement, deriveKeyPair, type KeyPair, setupReceiver, setupSender } from './hpke.ts';
import { checkScryptBounds, type FileKdf, kdfValues, SALT_LENGTH, type ScryptParameters } from './kdf.ts';
import { bytesOf, hasExactly, isBase64Of, isRecord } from './shape.ts';

/**
 * How a slot's key is had: from a passphrase, from the recovery code and a salt (base64), or from this computer. Only in files of
 * other writers is a passphrase derived by anything but scrypt.
 */
export type SlotDescription<Kdf extends FileKdf = ScryptParameters> =
  | { readonly kind: 'passphrase'; readonly id: string; readonly kdf: Kdf }
  | { readonly kind: 'recovery'; readonly id: string; readonly salt: string }
  | { readonly kind: 'computer'; readonly id: string };

/**
 * Locks data keys for one slot without knowing what opens it: the public half of its key (32 bytes, base64), and a secret (32
 * bytes) that only the slot's key and an open vault give, so that nobody else can lock anything for it.
 */
export type SlotLock<Kdf extends FileKdf = ScryptParameters> = {
  readonly slot: SlotDescription<Kdf>;
  readonly publicKey: string;
  readonly psk: Bytes;
};

/** A data key locked for a slot; `encapsulated` (32 bytes) and `key` (32 + 16 bytes) in base64. */
export type KeySlot<Kdf extends FileKdf = ScryptParameters> = SlotDescription<Kdf> & {
  readonly publicKey: string;
  readonly encapsulated: string;
  readonly key: string;
};

/** Whose slots they are: no slot can move to another vault or file. */
export type SlotOwner = { readonly format: 'doorcode-vault/2' | 'doorcode-backup/2'; readonly id: string };

/** What a slot's own key gives: the data key, what locks another one for the slot, and a key for the check value of a file. */
export type OpenedSlot<Kdf extends FileKdf = ScryptParameters> = {
  readonly dataKey: Bytes;
  readonly lock: SlotLock<Kdf>;
  readonly checkKey: Bytes;
};

const ID = /^[0-9a-f]{32}$/;
// Each key that is locked is locked under a key of its own, which HPKE makes for this one message.
const ONLY_NONCE = new Uint8Array(NONCE_LENGTH);
const NOTHING = new Uint8Array(0);

/** Whether `value` is an identifier as we make them: 128 random bits in lower-case hexadecimal. */
export const isIdentifier = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

function descriptionOf<Kdf extends FileKdf>(slot: SlotDescription<Kdf>): SlotDescription<Kdf> {
  if (slot.kind === 'passphrase') return { kind: slot.kind, id: slot.id, kdf: slot.kdf };
  return slot.kind === 'recovery'
    ? { kind: slot.kind, id: slot.id, salt: slot.salt }
    : { kind: slot.kind, id: slot.id };
}

/** The description alone of a vault's slot, as it may be shown to who has no key. */
export const describeSlot = (slot: SlotDescription): SlotDescription => descriptionOf(slot);

function derivationOf(slot: SlotDescription<FileKdf>): readonly (string | number)[] {
  if (slot.kind === 'passphrase') return kdfValues(slot.kdf);
  return slot.kind === 'recovery' ? [slot.salt] : [];
}

// Binds the locked key to this vault or file, this slot and its derivation: none of them can be exchanged.
function agreementOn({ slot, publicKey, psk }: SlotLock<FileKdf>, owner: SlotOwner): Agreement {
  const info = [`${owner.format} slot`, owner.id, slot.id, slot.kind, ...derivationOf(slot), publicKey];
  return { psk, pskId: utf8('doorcode slot'), info: utf8(JSON.stringify(info)) };
}

async function halvesOf(kek: Bytes): Promise<{ readonly pair: KeyPair; readonly psk: Bytes }> {
  const psk = new Uint8Array(hkdf(sha256, kek, undefined, utf8('doorcode slot psk'), KEY_LENGTH));
  return { pair: await deriveKeyPair(kek), psk };
}

/** What locks data keys for a slot of this key (32 bytes). */
export async function createLock<Kdf extends FileKdf = ScryptParameters>(
  slot: SlotDescription<Kdf>,
  kek: Bytes,
): Promise<SlotLock<Kdf>> {
  const { pair, psk } = await halvesOf(kek);
  return { slot: descriptionOf(slot), publicKey: toBase64(pair.publicKey), psk };
}

/**
 * Locks a 32-byte data key for a slot (RFC 9180 in mode psk, then AES-256-GCM).
 * @param ephemeralSecret 32 fresh random bytes
 * @returns the slot, and the key for the check value of a file
 */
export async function lockDataKey<Kdf extends FileKdf = ScryptParameters>(
  lock: SlotLock<Kdf>,
  dataKey: Bytes,
  owner: SlotOwner,
  ephemeralSecret: Bytes,
): Promise<{ readonly slot: KeySlot<Kdf>; readonly checkKey: Bytes }> {
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
export async function openSlot<Kdf extends FileKdf = ScryptParameters>(
  slot: KeySlot<Kdf>,
  kek: Bytes,
  owner: SlotOwner,
): Promise<Result<OpenedSlot<Kdf>, 'wrong-key' | 'altered'>> {
  const [publicKey, encapsulated] = [bytesOf(slot.publicKey, 32, 32), bytesOf(slot.encapsulated, 32, 32)];
  const locked = bytesOf(slot.key, KEY_LENGTH + TAG_LENGTH, KEY_LENGTH + TAG_LENGTH);
  if (kek.length !== KEY_LENGTH || publicKey === null) return err('wrong-key');
  const { pair, psk } = await halvesOf(kek);
  if (!equalBytes(pair.publicKey, publicKey)) return err('wrong-key');
  if (encapsulated === null || locked === null) return err('altered');
  const lock = { slot: descriptionOf(slot), publicKey: slot.publicKey, psk };
  const exporter = await setupReceiver(pair, agreementOn(lock, owner), encapsulated);
  const dataKey = exporter === null ? null : await decrypt(exporter('key'), ONLY_NONCE, NOTHING, locked);
  return exporter === null || dataKey === null ? err('altered') : ok({ dataKey, lock, checkKey: exporter('check') });
}

/**
 * A slot's description from a header or a vault, its bounds checked; `null` when it is not one. `more` are the other keys it has,
 * `checkKdf` says which derivations of a passphrase are taken.
 */
export function decodeDescription<Kdf extends FileKdf>(
  value: Record<string, unknown>,
  more: readonly string[],
  checkKdf: (kdf: unknown) => kdf is Kdf,
): SlotDescription<Kdf> | null {
  const { kind, id, kdf, salt } = value;
  if (!isIdentifier(id)) return null;
  if (kind === 'passphrase') {
    return hasExactly(value, ['kind', 'id', 'kdf', ...more]) && checkKdf(kdf) ? { kind, id, kdf } : null;
  }
  if (kind === 'recovery') {
    return hasExactly(value, ['kind', 'id', 'salt', ...more]) && isBase64Of(salt, SALT_LENGTH)
      ? { kind, id, salt }
      : null;
  }
  return kind === 'computer' && hasExactly(value, ['kind', 'id', ...more]) ? { kind, id } : null;
}

/** A slot as read from a header, its KDF bounds checked by `checkKdf`; `null` when it is not one. */
export function decodeSlotOf<Kdf extends FileKdf>(
  value: unknown,
  checkKdf: (kdf: unknown) => kdf is Kdf,
): KeySlot<Kdf> | null {
  if (!isRecord(value)) return null;
  const description = decodeDescription(value, ['publicKey', 'encapsulated', 'key'], checkKdf);
  const { publicKey, encapsulated, key } = value;
  if (!isBase64Of(publicKey, 32) || !isBase64Of(encapsulated, 32)) return null;
  if (description === null || !isBase64Of(key, KEY_LENGTH + TAG_LENGTH)) return null;
  return { ...description, publicKey, encapsulated, key };
}

/** A slot as read from a vault's header, its KDF bounds checked; `null` when it is not one. */
export const decodeSlot = (value: unknown): KeySlot | null => decodeSlotOf(value, checkScryptBounds);

/** What locks for a slot, as an open vault keeps it; `null` when it is not that. */
export function decodeLock(value: unknown): SlotLock | null {
  if (!isRecord(value) || !hasExactly(value, ['slot', 'publicKey', 'psk']) || !isRecord(value.slot)) return null;
  const { publicKey } = value;
  const [slot, psk] = [
    decodeDescription(value.slot, [], checkScryptBounds),
    bytesOf(value.psk, KEY_LENGTH, KEY_LENGTH),
  ];
  return slot === null || psk === null || !isBase64Of(publicKey, KEY_LENGTH) ? null : { slot, publicKey, psk };
}

/** A lock as JSON keeps it. */
export const encodeLock = ({ slot, publicKey, psk }: SlotLock) => ({
  slot: descriptionOf(slot),
  publicKey,
  psk: toBase64(psk),
});
