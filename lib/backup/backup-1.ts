import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { equalTexts } from '../otp/bytes.ts';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { decrypt, KEY_LENGTH, NONCE_LENGTH, TAG_LENGTH } from '../vault/aead.ts';
import { fromBase64, toBase64 } from '../vault/base64.ts';
import { joined, utf8 } from '../vault/bytes.ts';
import { decodeContent } from '../vault/content.ts';
import { checkScryptBounds, type ScryptParameters } from '../vault/kdf.ts';
import { isIdentifier } from '../vault/key-slots.ts';
import { bytesOf, hasExactly, isRecord, isUnixMs, parseJsonBytes } from '../vault/shape.ts';
import type { BackupItem } from './backup-item.ts';
import type { Outer } from './backup-outer.ts';

/** A file of version 1, which is no longer written: one passphrase, whose key itself wraps the file key. */
export type Backup1 = {
  readonly version: 1;
  readonly outer: Extract<Outer, { version: 1 }>;
  readonly headerBytes: Bytes;
  readonly id: string;
  readonly createdUnixMs: number;
  readonly kdf: ScryptParameters;
  readonly keyNonce: Bytes;
  readonly key: Bytes;
  readonly nonce: Bytes;
};

const derive = (key: Bytes, purpose: string): Bytes =>
  new Uint8Array(hkdf(sha256, key, undefined, utf8(`doorcode-backup/1 ${purpose}`), KEY_LENGTH));

/** Takes a file of version 1 apart and bounds its KDF, without any derivation; null for a damaged one. */
export function decodeBackup1(outer: Backup1['outer']): Backup1 | null {
  const headerBytes = fromBase64(outer.header);
  const value = headerBytes === null ? undefined : parseJsonBytes(headerBytes);
  if (headerBytes === null || !isRecord(value)) return null;
  if (!hasExactly(value, ['version', 'id', 'createdUnixMs', 'kdf', 'keyNonce', 'key', 'nonce'])) return null;
  const { version, id, createdUnixMs, kdf } = value;
  if (version !== 1 || !isIdentifier(id) || !isUnixMs(createdUnixMs) || !checkScryptBounds(kdf)) return null;
  const keyNonce = bytesOf(value.keyNonce, NONCE_LENGTH, NONCE_LENGTH);
  const nonce = bytesOf(value.nonce, NONCE_LENGTH, NONCE_LENGTH);
  const key = bytesOf(value.key, KEY_LENGTH + TAG_LENGTH, KEY_LENGTH + TAG_LENGTH);
  if (keyNonce === null || nonce === null || key === null) return null;
  return { version, outer, headerBytes, id, createdUnixMs, kdf, keyNonce, key, nonce };
}

/** The accounts of a file of version 1; nothing is released unless header and data authenticate. */
export async function openBackup1(
  { outer, headerBytes, id, keyNonce, key, nonce }: Backup1,
  kek: Bytes,
): Promise<Result<readonly BackupItem[], 'wrong-passphrase' | 'altered' | 'newer-version'>> {
  const check = toBase64(hmac(sha256, derive(kek, 'check'), headerBytes));
  if (!equalTexts(outer.check, check)) return err('wrong-passphrase');
  const sealed = fromBase64(outer.data);
  if (sealed === null) return err('altered');
  const fileKey = await decrypt(derive(kek, 'kek'), keyNonce, utf8(`doorcode-backup/1 slot ${id}`), key);
  if (fileKey === null) return err('altered');
  const context = new Uint8Array(sha256(joined(utf8('doorcode-backup/1'), headerBytes)));
  const plain = await decrypt(derive(fileKey, 'data'), nonce, context, sealed);
  const content = plain === null ? err<'damaged'>('damaged') : decodeContent(plain);
  if (content.ok) return ok(content.value.entries.map((entry) => ({ kind: 'entry', entry })));
  return err(content.error === 'newer-version' ? 'newer-version' : 'altered');
}
