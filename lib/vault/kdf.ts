import { scrypt } from '@noble/hashes/scrypt.js';
import type { Bytes } from '../otp/parameters.ts';
import { bytesOf, hasExactly, isRecord, isWhole } from './shape.ts';

/** scrypt's cost (RFC 7914 §2) and its salt in base64. */
export type ScryptParameters = {
  readonly name: 'scrypt';
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
};

/** OWASP's scrypt recommendation: 128 MiB, under a second in a Worker; the salt is added for each slot. */
export const DEFAULT_SCRYPT_COST = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1 } as const;

/** Bytes of a salt that we make. */
export const SALT_LENGTH = 16;

const LEAST_N = 2 ** 15;
const MOST_N = 2 ** 20;

/**
 * Whether the parameters may be used: 2^15 ≤ N ≤ 2^20, a power of two, r = 8, 1 ≤ p ≤ 4, salt of 16 to 64 bytes.
 * Checked before deriving, as a file could otherwise ask for no protection or for all memory.
 */
export function checkScryptBounds(value: unknown): value is ScryptParameters {
  if (!isRecord(value) || !hasExactly(value, ['name', 'N', 'r', 'p', 'salt'])) return false;
  const { name, N, r, p, salt } = value;
  return (
    name === 'scrypt' &&
    isWhole(N, LEAST_N, MOST_N) &&
    Number.isInteger(Math.log2(N)) &&
    r === 8 &&
    isWhole(p, 1, 4) &&
    bytesOf(salt, SALT_LENGTH, 64) !== null
  );
}

/**
 * The 32-byte key of a passphrase: NFC, UTF-8, never truncated, scrypt (RFC 7914). Blocks for about a second: run it in a Worker.
 * @throws RangeError, without deriving, when the parameters are out of bounds
 */
export function derivePassphraseKey(passphrase: string, parameters: ScryptParameters): Bytes {
  const salt = checkScryptBounds(parameters) ? bytesOf(parameters.salt, SALT_LENGTH, 64) : null;
  if (salt === null) throw new RangeError('scrypt parameters out of bounds');
  const { N, r, p } = parameters;
  // noble's default ceiling is just below what N = 2^20 with p > 1 needs.
  const maxmem = 128 * r * (N + p + 2);
  const password = new TextEncoder().encode(passphrase.normalize('NFC'));
  return new Uint8Array(scrypt(password, salt, { N, r, p, dkLen: 32, maxmem }));
}
