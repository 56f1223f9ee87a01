import { argon2id } from '@noble/hashes/argon2.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import type { Bytes } from '../../otp/parameters.ts';
import { err, ok, type Result } from '../../result.ts';
import { utf8 } from '../../vault/bytes.ts';
import { isWhole } from '../../vault/shape.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import type { ForeignReading } from './foreign-format.ts';

/** How a file's key is made of its passphrase (RFC 8018, RFC 7914, RFC 9106); `memoryKib` in KiB; a text salt is its UTF-8. */
export type Derivation =
  | {
      readonly name: 'pbkdf2';
      readonly hash: 'SHA-1' | 'SHA-256' | 'SHA-512';
      readonly iterations: unknown;
      readonly salt: Bytes;
    }
  | { readonly name: 'scrypt'; readonly N: unknown; readonly r: unknown; readonly p: unknown; readonly salt: Bytes }
  | {
      readonly name: 'argon2id';
      readonly memoryKib: unknown;
      readonly passes: unknown;
      readonly lanes: unknown;
      readonly salt: Bytes;
    };

// A second on a machine of two cores: blocks of 1 KiB that scrypt and Argon2id fill.
const SCRYPT_BLOCKS_A_SECOND = 240_000;
const ARGON2_BLOCKS_A_SECOND = 110_000;
/** RFC 9106 takes salts from 8 bytes on. */
const LEAST_SALT = 8;
const [LEAST_KEY, MOST_KEY] = [4, 64];
/** Seconds that are never asked about. */
const FREE_SECONDS = 5;

/** The seconds that a derivation takes; null for one out of bounds, which is not begun. */
export function secondsOf(derivation: Derivation): number | null {
  if (derivation.name === 'pbkdf2')
    return isWhole(derivation.iterations, 1, 10_000_000) ? derivation.iterations / 2_000_000 : null;
  if (derivation.name === 'scrypt') {
    const { N, r, p } = derivation;
    if (!isWhole(N, 2, 2 ** 20) || !Number.isInteger(Math.log2(N)) || !isWhole(r, 1, 32) || !isWhole(p, 1, 16))
      return null;
    return 128 * N * r > 2 ** 30 ? null : (N * r * p) / 8 / SCRYPT_BLOCKS_A_SECOND;
  }
  const { memoryKib, passes, lanes, salt } = derivation;
  if (salt.length < LEAST_SALT) return null;
  if (!isWhole(memoryKib, 8, 2 ** 20) || !isWhole(passes, 1, 64) || !isWhole(lanes, 1, 16)) return null;
  return memoryKib < 8 * lanes || memoryKib * passes > 8 * 2 ** 20
    ? null
    : (memoryKib * passes) / ARGON2_BLOCKS_A_SECOND;
}

/** Asks before keys that take more than some seconds together; those out of bounds take none, as they are not begun. */
export function askedFirst(derivations: readonly Derivation[], costly: boolean): ForeignError | null {
  const seconds = derivations.reduce((sum, one) => sum + (secondsOf(one) ?? 0), 0);
  return seconds > FREE_SECONDS && !costly ? { kind: 'costly', seconds: Math.ceil(seconds) } : null;
}

async function pbkdf2(
  password: Bytes,
  { hash, iterations, salt }: Extract<Derivation, { name: 'pbkdf2' }>,
  length: number,
): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash, salt, iterations: Number(iterations) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 8 * length));
}

/**
 * The key of `length` bytes that a passphrase gives, in its spelling as typed; `damaged` for parameters out of bounds, which are checked
 * before anything is derived; `too-large` where there is not the memory.
 */
export async function deriveForeignKey(
  passphrase: string | Bytes,
  derivation: Derivation,
  length: number,
  { costly, onProgress }: Pick<ForeignReading, 'costly' | 'onProgress'>,
): Promise<Result<Bytes, ForeignError>> {
  if (secondsOf(derivation) === null || length < LEAST_KEY || length > MOST_KEY) return damaged;
  const asked = askedFirst([derivation], costly);
  if (asked !== null) return err(asked);
  const password = typeof passphrase === 'string' ? utf8(passphrase) : passphrase;
  if (derivation.name === 'pbkdf2') return ok(await pbkdf2(password, derivation, length));
  try {
    if (derivation.name === 'scrypt') {
      const { N, r, p, salt } = derivation;
      const cost = { N: Number(N), r: Number(r), p: Number(p), dkLen: length, maxmem: 2 ** 30 + 2 ** 20, onProgress };
      return ok(new Uint8Array(scrypt(password, salt, cost)));
    }
    const { memoryKib, passes, lanes, salt } = derivation;
    const cost = {
      m: Number(memoryKib),
      t: Number(passes),
      p: Number(lanes),
      dkLen: length,
      maxmem: 2 ** 30 + 2 ** 20,
      onProgress,
    };
    return ok(new Uint8Array(argon2id(password, salt, cost)));
  } catch (error) {
    // As much memory as the file asks for is not to be had everywhere; anything else is a bug.
    if (error instanceof RangeError) return err({ kind: 'too-large' });
    throw error;
  }
}
