import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { NONCE_LENGTH, TAG_LENGTH } from '../vault/aead.ts';
import { fromBase64, toHex } from '../vault/base64.ts';
import { checkScryptBounds, type ScryptParameters } from '../vault/kdf.ts';
import { isIdentifier } from '../vault/key-slots.ts';
import { bytesOf, hasExactly, isRecord, isWhole, parseJsonBytes, parseJsonText } from '../vault/shape.ts';

/** The name that a backup file carries. */
export const BACKUP_FORMAT = 'doorcode-backup';
/** Most characters of a backup file, checked before it is parsed. */
export const MAX_BACKUP_LENGTH = 16 * 2 ** 20;

/** What is readable without the passphrase; its exact bytes are authenticated. Binary fields in base64. */
export type BackupHeader = {
  readonly version: 1;
  readonly id: string;
  readonly createdUnixMs: number;
  readonly kdf: ScryptParameters;
  readonly keyNonce: string;
  readonly key: string;
  readonly nonce: string;
};

/** Verdicts that need no passphrase. */
export type HeaderVerdict = 'unrecognised' | 'newer-version' | 'damaged';

/** A backup file taken apart; `intact` is false when its checksum does not fit, which opening may still survive. */
export type BackupParts = {
  readonly header: BackupHeader;
  readonly headerBytes: Bytes;
  readonly check: string;
  readonly data: string;
  readonly intact: boolean;
};

/** The keyless damage test: SHA-256 over version, header, check and data, in hexadecimal. */
export function backupChecksum(version: number, header: string, check: string, data: string): string {
  const text = [BACKUP_FORMAT, version, header, check, data].join('\n');
  return toHex(sha256(new TextEncoder().encode(text)));
}

function decodeHeader(bytes: Bytes): BackupHeader | null {
  const value = parseJsonBytes(bytes);
  if (!isRecord(value)) return null;
  if (!hasExactly(value, ['version', 'id', 'createdUnixMs', 'kdf', 'keyNonce', 'key', 'nonce'])) return null;
  const { version, id, createdUnixMs, kdf, keyNonce, key, nonce } = value;
  if (version !== 1 || !isIdentifier(id) || !isWhole(createdUnixMs, 0, Number.MAX_SAFE_INTEGER)) return null;
  if (!checkScryptBounds(kdf)) return null;
  if (typeof keyNonce !== 'string' || typeof key !== 'string' || typeof nonce !== 'string') return null;
  const wellSized =
    bytesOf(keyNonce, NONCE_LENGTH, NONCE_LENGTH) !== null &&
    bytesOf(nonce, NONCE_LENGTH, NONCE_LENGTH) !== null &&
    bytesOf(key, 32 + TAG_LENGTH, 32 + TAG_LENGTH) !== null;
  return wellSized ? { version, id, createdUnixMs, kdf, keyNonce, key, nonce } : null;
}

/** Takes a file apart and bounds its KDF, without any derivation. A file with our fields and another name is a damaged one of ours. */
export function takeBackupApart(text: string): Result<BackupParts, HeaderVerdict> {
  if (text.length > MAX_BACKUP_LENGTH) return err('unrecognised');
  const outer = parseJsonText(text);
  if (outer === undefined) return err(text.includes(BACKUP_FORMAT) ? 'damaged' : 'unrecognised');
  if (!isRecord(outer)) return err('unrecognised');
  const { format, version, header, check, data } = outer;
  const hasOurs = ['header', 'check', 'data', 'sha256'].every((key) => Object.hasOwn(outer, key));
  if (format !== BACKUP_FORMAT) return err(hasOurs ? 'damaged' : 'unrecognised');
  if (!hasOurs) {
    return err(isWhole(version, 2, Number.MAX_SAFE_INTEGER) ? 'newer-version' : 'damaged');
  }
  if (typeof header !== 'string' || typeof check !== 'string' || typeof data !== 'string') return err('damaged');
  if (!isWhole(version, 1, Number.MAX_SAFE_INTEGER)) return err('damaged');
  const intact = outer.sha256 === backupChecksum(version, header, check, data);
  // A flipped bit in the number is damage; only an intact file is believed to be from a newer Doorcode.
  if (version !== 1) return err(intact ? 'newer-version' : 'damaged');
  const headerBytes = fromBase64(header);
  const decoded = headerBytes === null ? null : decodeHeader(headerBytes);
  if (headerBytes === null || decoded === null) return err('damaged');
  return ok({ header: decoded, headerBytes, check, data, intact });
}
