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

/** Argon2id's cost (RFC 9106; `m` in KiB, version 0x13) and its salt in base64: read in the files of other writers, never written. */
export type Argon2idParameters = {
  readonly name: 'argon2id';
  readonly v: 19;
  readonly m: number;
  readonly t: number;
  readonly p: number;
  readonly salt: string;
};

/** PBKDF2-HMAC-SHA-256 with `c` iterations (RFC 8018) and its salt in base64: read in the files of other writers, never written. */
export type Pbkdf2Parameters = { readonly name: 'pbkdf2-sha256'; readonly c: number; readonly salt: string };

/** How the key of a backup file's passphrase may be derived; a vault takes scrypt alone. */
export type FileKdf = ScryptParameters | Argon2idParameters | Pbkdf2Parameters;

/** OWASP's scrypt recommendation: 128 MiB, under a second in a Worker; the salt is added for each slot. */
export const DEFAULT_SCRYPT_COST = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1 } as const;

/** Bytes of a salt that we make. */
export const SALT_LENGTH = 16;

const LEAST_N = 2 ** 15;
const MOST_N = 2 ** 20;
const MOST_P = 4;
// KiB-passes of Argon2id, and iterations of PBKDF2.
const MOST_PASSES = 8 * 2 ** 20;
const MOST_ITERATIONS = 10_000_000;

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
    isWhole(p, 1, MOST_P) &&
    bytesOf(salt, SALT_LENGTH, 64) !== null
  );
}

// What a browser can be asked for (1 GiB, 8 GiB-passes), and OWASP's weakest recommendation (7 MiB, five passes).
function checkArgon2id(value: Record<string, unknown>): boolean {
  const { v, m, t, p } = value;
  if (!hasExactly(value, ['name', 'v', 'm', 't', 'p', 'salt']) || v !== 19) return false;
  if (!isWhole(m, 7_168, 2 ** 20) || !isWhole(t, 1, 64) || !isWhole(p, 1, 16)) return false;
  return m * t >= 5 * 7_168 && m * t <= MOST_PASSES;
}

/**
 * Whether the key of a file's passphrase may be derived so: scrypt as for a vault; Argon2id with 7 MiB ≤ m ≤ 1 GiB, t ≤ 64,
 * p ≤ 16 and 35 MiB ≤ m·t ≤ 8 GiB; PBKDF2 with 600 000 to 10 000 000 iterations; salt of 16 to 64 bytes.
 */
export function checkFileKdf(value: unknown): value is FileKdf {
  if (checkScryptBounds(value)) return true;
  if (!isRecord(value) || bytesOf(value.salt, SALT_LENGTH, 64) === null) return false;
  if (value.name === 'argon2id') return checkArgon2id(value);
  return (
    value.name === 'pbkdf2-sha256' &&
    hasExactly(value, ['name', 'c', 'salt']) &&
    isWhole(value.c, 600_000, MOST_ITERATIONS)
  );
}

// In parts of what one derivation may cost, as a whole number of a common denominator, so that the bound itself is exact.
function costOf(kdf: FileKdf): number {
  if (kdf.name === 'scrypt') return kdf.N * kdf.p * ((MOST_PASSES / (MOST_N * MOST_P)) * MOST_ITERATIONS);
  return kdf.name === 'argon2id' ? kdf.m * kdf.t * MOST_ITERATIONS : kdf.c * MOST_PASSES;
}

/**
 * Whether the passphrases of one header may all be tried: together they cost at most what a single one may, as whoever types a
 * passphrase waits for each slot that it does not open. What we write is one passphrase of a 32nd of that.
 */
export function checkTotalCost(
  slots: readonly (
    | { readonly kind: 'passphrase'; readonly kdf: FileKdf }
    | { readonly kind: 'recovery' | 'computer' }
  )[],
): boolean {
  const costs = slots.map((slot) => (slot.kind === 'passphrase' ? costOf(slot.kdf) : 0));
  return costs.reduce((total, cost) => total + cost, 0) <= MOST_PASSES * MOST_ITERATIONS;
}

/** A derivation's values in the order in which what is locked is bound to them. */
export function kdfValues(kdf: FileKdf): readonly (string | number)[] {
  if (kdf.name === 'scrypt') return [kdf.name, kdf.N, kdf.r, kdf.p, kdf.salt];
  return kdf.name === 'argon2id' ? [kdf.name, kdf.v, kdf.m, kdf.t, kdf.p, kdf.salt] : [kdf.name, kdf.c, kdf.salt];
}

/** The bytes that a passphrase is derived from: NFC, UTF-8, never truncated. */
export const passphraseBytes = (passphrase: string): Bytes => new TextEncoder().encode(passphrase.normalize('NFC'));

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
  return new Uint8Array(scrypt(passphraseBytes(passphrase), salt, { N, r, p, dkLen: 32, maxmem }));
}
