import { ecb } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { equalBytes } from '../../otp/bytes.ts';
import type { Bytes } from '../../otp/parameters.ts';
import { err, ok, type Result } from '../../result.ts';
import { utf8 } from '../../vault/bytes.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import type { ZipMember } from './zip.ts';

const CHECK = 2;
const TAG = 10;
const BLOCK = 16;
const ITERATIONS = 1_000;

/** The strength (1..3) and the true method in WinZip's extra field 0x9901; null where it has none. */
function aesField(extra: Bytes): { readonly strength: number; readonly method: number } | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 0x9901 || view.getUint16(at + 2, true) !== 7 || at + 11 > extra.length) continue;
    return { strength: view.getUint8(at + 8), method: view.getUint16(at + 9, true) };
  }
  return null;
}

// WinZip counts blocks from 1, the lowest byte first, which no counter mode of a library does.
function decryptCounted(key: Bytes, data: Bytes): Bytes {
  const counters = new Uint8Array(Math.ceil(data.length / BLOCK) * BLOCK);
  const view = new DataView(counters.buffer);
  for (let block = 0; block * BLOCK < data.length; block += 1) view.setUint32(block * BLOCK, block + 1, true);
  const stream = ecb(key, { disablePadding: true }).encrypt(counters);
  return data.map((byte, at) => byte ^ (stream[at] ?? 0));
}

/** Opens a member that WinZip's AES seals (AE-1 and AE-2 of its specification): PBKDF2 of 1000 rounds, AES-CTR, HMAC-SHA1-80. */
export async function openAesMember(
  stored: Bytes,
  { extra }: ZipMember,
  passphrase: string,
): Promise<Result<{ readonly data: Bytes; readonly method: number }, ForeignError>> {
  const field = aesField(extra);
  if (field === null || field.strength < 1 || field.strength > 3) return damaged;
  const [keyLength, saltLength] = [8 + 8 * field.strength, 4 + 4 * field.strength];
  const from = saltLength + CHECK;
  if (stored.length < from + TAG) return damaged;
  const keys = pbkdf2(sha1, utf8(passphrase), stored.subarray(0, saltLength), {
    c: ITERATIONS,
    dkLen: 2 * keyLength + CHECK,
  });
  if (!equalBytes(keys.subarray(2 * keyLength), stored.subarray(saltLength, from)))
    return err({ kind: 'wrong-passphrase' });
  const sealed = stored.slice(from, -TAG);
  const tag = hmac(sha1, keys.subarray(keyLength, 2 * keyLength), sealed).subarray(0, TAG);
  // The two check bytes pass one in 65536 wrong passphrases.
  if (!equalBytes(tag, stored.subarray(-TAG))) return damaged;
  return ok({ data: decryptCounted(keys.slice(0, keyLength), sealed), method: field.method });
}
