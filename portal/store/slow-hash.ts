import { scrypt, timingSafeEqual } from 'node:crypto';

type Random = (length: number) => Uint8Array<ArrayBuffer>;

const cost = 16384;
const keyLength = 32;

const derive = (text: string, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(text.normalize('NFC'), salt, keyLength, { N: cost, r: 8, p: 1 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** Hashes a password or backup code with scrypt (N=2^14, r=8, p=1) and a fresh 16-byte salt, as `scrypt$salt$key`. */
export const slowHash = async (plain: string, random: Random): Promise<string> => {
  const salt = random(16);
  const key = await derive(plain, salt);
  return `scrypt$${Buffer.from(salt).toString('base64')}$${key.toString('base64')}`;
};

/** Compares in constant time; takes as long for `undefined` (no such account) as for a wrong password. */
export const matchesSlowHash = async (plain: string, stored: string | undefined): Promise<boolean> => {
  const [, salt = '', key = ''] = (stored ?? '').split('$');
  const expected = Buffer.from(key, 'base64');
  const actual = await derive(plain, Buffer.from(salt === '' ? 'AAAAAAAAAAAAAAAAAAAAAA==' : salt, 'base64'));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
};
