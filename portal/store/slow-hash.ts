import { scrypt, timingSafeEqual } from 'node:crypto';
import type { Surroundings } from '../surroundings.ts';

const keyLength = 32;
const blockSize = 8;

/** Log2 of scrypt's N: what OWASP's password storage page asks for with r=8, p=1. */
export const usualHashCost = 17;

// Hashes of the portal's first version say no cost.
const firstCost = 14;

const derive = (text: string, salt: Uint8Array, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** cost;
    // Node refuses at its default of 32 MiB; scrypt needs 128 N r bytes and a little.
    const options = { N, r: blockSize, p: 1, maxmem: 128 * N * blockSize + 2 ** 20 };
    scrypt(text.normalize('NFC'), salt, keyLength, options, (error, key) => (error ? reject(error) : resolve(key)));
  });

/** Hashes a password or backup code with scrypt (r=8, p=1) and a fresh 16-byte salt, as `scrypt$log2 N$salt$key`. */
export const slowHash = async (plain: string, { random, hashCost }: Surroundings): Promise<string> => {
  const salt = random(16);
  const key = await derive(plain, salt, hashCost);
  return `scrypt$${hashCost}$${Buffer.from(salt).toString('base64')}$${key.toString('base64')}`;
};

/** Compares in constant time; takes as long for `undefined` (no such account) as for a wrong password. */
export const matchesSlowHash = async (
  plain: string,
  stored: string | undefined,
  { hashCost }: Surroundings,
): Promise<boolean> => {
  if (stored === undefined) {
    await derive(plain, new Uint8Array(16), hashCost);
    return false;
  }
  const parts = stored.split('$');
  const [salt = '', key = ''] = parts.slice(-2);
  const expected = Buffer.from(key, 'base64');
  const actual = await derive(plain, Buffer.from(salt, 'base64'), parts.length === 4 ? Number(parts[1]) : firstCost);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
};
