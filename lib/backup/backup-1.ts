import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { decrypt, encrypt, KEY_LENGTH, NONCE_LENGTH } from '../vault/aead.ts';
import { fromBase64, toBase64, toHex } from '../vault/base64.ts';
import { decodeContent, encodeContent } from '../vault/content.ts';
import type { VaultContent } from '../vault/entry.ts';
import { checkScryptBounds, type ScryptParameters } from '../vault/kdf.ts';
import {
  BACKUP_FORMAT,
  type BackupHeader,
  backupChecksum,
  type HeaderVerdict,
  MAX_BACKUP_LENGTH,
  takeBackupApart,
} from './backup-header.ts';

/** Why a backup does not open: `wrong-passphrase` only for an intact file, `altered` when it authenticates in part. */
export type BackupVerdict = HeaderVerdict | 'wrong-passphrase' | 'altered';

/** An opened backup; `intact` is false when the file was changed outside its sealed parts. */
export type OpenedBackup = { readonly content: VaultContent; readonly createdUnixMs: number; readonly intact: boolean };

/** What a new backup is sealed with: `kek` is the 32 bytes that `kdf` gives for the passphrase, `randomBytes` is fresh. */
export type BackupSealing = {
  readonly kek: Bytes;
  readonly kdf: ScryptParameters;
  readonly nowUnixMs: number;
  readonly randomBytes: (count: number) => Bytes;
};

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const derive = (key: Bytes, purpose: string): Bytes =>
  new Uint8Array(hkdf(sha256, key, undefined, utf8(`doorcode-backup/1 ${purpose}`), KEY_LENGTH));
const slotContext = (id: string): Bytes => utf8(`doorcode-backup/1 slot ${id}`);
const dataContext = (headerBytes: Bytes): Bytes =>
  new Uint8Array(sha256.create().update(utf8('doorcode-backup/1')).update(headerBytes).digest());
// GCM does not commit to its key; this does, and it vouches for the header before anything is decrypted.
const checkOf = (kek: Bytes, headerBytes: Bytes): string => toBase64(hmac(sha256, derive(kek, 'check'), headerBytes));

function sameText(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

/** The KDF parameters to derive with, and whether the checksum fits, from a file's text; derives nothing. */
export function readBackupHeader(
  text: string,
): Result<{ readonly kdf: ScryptParameters; readonly createdUnixMs: number; readonly intact: boolean }, HeaderVerdict> {
  const parts = takeBackupApart(text);
  if (!parts.ok) return parts;
  const { header, intact } = parts.value;
  return ok({ kdf: header.kdf, createdUnixMs: header.createdUnixMs, intact });
}

/** Opens a backup with the 32-byte key of its passphrase; nothing is released unless header and data authenticate. */
export async function openBackup(text: string, kek: Bytes): Promise<Result<OpenedBackup, BackupVerdict>> {
  const parts = takeBackupApart(text);
  if (!parts.ok) return parts;
  const { header, headerBytes, check, data, intact } = parts.value;
  if (!sameText(check, checkOf(kek, headerBytes))) return err(intact ? 'wrong-passphrase' : 'damaged');
  const failed = err<BackupVerdict>(intact ? 'altered' : 'damaged');
  const [keyNonce, wrapped, nonce] = [fromBase64(header.keyNonce), fromBase64(header.key), fromBase64(header.nonce)];
  const sealed = fromBase64(data);
  if (keyNonce === null || wrapped === null || nonce === null || sealed === null) return failed;
  const fileKey = await decrypt(derive(kek, 'kek'), keyNonce, slotContext(header.id), wrapped);
  if (fileKey === null) return failed;
  const plain = await decrypt(derive(fileKey, 'data'), nonce, dataContext(headerBytes), sealed);
  if (plain === null) return failed;
  const content = decodeContent(plain);
  if (content.ok) return ok({ content: content.value, createdUnixMs: header.createdUnixMs, intact });
  return content.error === 'newer-version' ? err('newer-version') : failed;
}

/**
 * The text of a backup file under a fresh file key, read back and compared before it is returned.
 * @returns `unacceptable` when our own reader would refuse it: the KDF or a size out of bounds, a key not of 32 bytes
 */
export async function sealBackup(
  content: VaultContent,
  sealing: BackupSealing,
): Promise<Result<string, 'unacceptable'>> {
  const { kek, kdf, nowUnixMs, randomBytes } = sealing;
  if (!checkScryptBounds(kdf) || kek.length !== KEY_LENGTH) return err('unacceptable');
  const id = toHex(randomBytes(16));
  const fileKey = randomBytes(KEY_LENGTH);
  const [keyNonce, nonce] = [randomBytes(NONCE_LENGTH), randomBytes(NONCE_LENGTH)];
  const wrapped = await encrypt(derive(kek, 'kek'), keyNonce, slotContext(id), fileKey);
  const header: BackupHeader = {
    version: 1,
    id,
    createdUnixMs: nowUnixMs,
    kdf,
    keyNonce: toBase64(keyNonce),
    key: toBase64(wrapped),
    nonce: toBase64(nonce),
  };
  const headerBytes = utf8(JSON.stringify(header));
  const headerText = toBase64(headerBytes);
  const check = checkOf(kek, headerBytes);
  const plain = encodeContent(content);
  const data = toBase64(await encrypt(derive(fileKey, 'data'), nonce, dataContext(headerBytes), plain));
  const sum = backupChecksum(1, headerText, check, data);
  const help = 'Encrypted two-factor accounts. Open it with Doorcode and the passphrase chosen for this file.';
  const outer = { format: BACKUP_FORMAT, version: 1, help, header: headerText, check, data, sha256: sum };
  const text = `${JSON.stringify(outer, null, 1)}\n`;
  if (text.length > MAX_BACKUP_LENGTH) return err('unacceptable');
  const back = await openBackup(text, kek);
  if (!back.ok || !back.value.intact) return err('unacceptable');
  return toBase64(encodeContent(back.value.content)) === toBase64(plain) ? ok(text) : err('unacceptable');
}
