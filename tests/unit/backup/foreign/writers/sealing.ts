import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto';

/** AES-256-GCM: ciphertext and tag, kept apart. */
export function gcm(key: Uint8Array, nonce: Uint8Array, plain: string | Uint8Array, additional = '') {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(additional));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { data, tag: cipher.getAuthTag() };
}

/** AES-256-GCM: ciphertext followed by its tag. */
export function gcmJoined(key: Uint8Array, nonce: Uint8Array, plain: string | Uint8Array, additional = ''): Buffer {
  const { data, tag } = gcm(key, nonce, plain, additional);
  return Buffer.concat([data, tag]);
}

/** AES-256-CBC with PKCS#7 padding. */
export function cbc(key: Uint8Array, iv: Uint8Array, plain: string | Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

/** PBKDF2 of 32 bytes. */
export const pbkdf2 = (typed: string, salt: string | Uint8Array, iterations: number, hash: string): Buffer =>
  pbkdf2Sync(typed, salt, iterations, 32, hash);

/** SHA-256. */
export const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** Base64 with padding. */
export const base64 = (data: Uint8Array): string => Buffer.from(data).toString('base64');

/** `length` bytes that count up from `first`: no two samples need secrets, only bytes that are told apart. */
export const counted = (length: number, first: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, at) => (first + at) & 0xff));
