import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { HashAlgorithm } from './parameters.ts';

const hashes = { SHA1: sha1, SHA256: sha256, SHA512: sha512 } as const;

/**
 * The truncated HMAC of RFC 4226 §5.3 as a 31-bit number.
 * @param counter the moving factor, 0..2^53-1, sent as eight bytes
 */
export function truncatedHmac(secret: Uint8Array, algorithm: HashAlgorithm, counter: number): number {
  if (!Number.isSafeInteger(counter) || counter < 0) throw new RangeError('the counter is a whole number from 0');
  const message = new Uint8Array(8);
  new DataView(message.buffer).setBigUint64(0, BigInt(counter));
  const mac = hmac(hashes[algorithm], secret, message);
  const offset = (mac[mac.length - 1] ?? 0) & 0xf;
  return new DataView(mac.buffer, mac.byteOffset + offset, 4).getUint32(0) & 0x7fffffff;
}

/**
 * The HOTP value of RFC 4226 §5.3: `digits` (1..10) decimal digits for a counter; ten digits show the whole 31-bit number.
 */
export function hotp(secret: Uint8Array, algorithm: HashAlgorithm, digits: number, counter: number): string {
  if (!Number.isInteger(digits) || digits < 1 || digits > 10) throw new RangeError('1 to 10 digits');
  return String(truncatedHmac(secret, algorithm, counter) % 10 ** digits).padStart(digits, '0');
}
