import type { Bytes } from '../otp/parameters.ts';

/** Bytes of an AES-256 key. */
export const KEY_LENGTH = 32;
/** Bytes of a GCM nonce (NIST SP 800-38D §5.2.1.1). */
export const NONCE_LENGTH = 12;
/** Bytes of a GCM tag, at the end of every ciphertext. */
export const TAG_LENGTH = 16;

const importKey = (key: Bytes, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', key, 'AES-GCM', false, [usage]);

/** AES-256-GCM: ciphertext followed by its tag. */
export async function encrypt(key: Bytes, nonce: Bytes, additionalData: Bytes, plain: Bytes): Promise<Bytes> {
  const parameters = { name: 'AES-GCM', iv: nonce, additionalData, tagLength: 8 * TAG_LENGTH };
  return new Uint8Array(await crypto.subtle.encrypt(parameters, await importKey(key, 'encrypt'), plain));
}

/** The plaintext, or `null` when key, nonce, additional data or ciphertext are not those of the encryption. */
export async function decrypt(key: Bytes, nonce: Bytes, additionalData: Bytes, sealed: Bytes): Promise<Bytes | null> {
  const parameters = { name: 'AES-GCM', iv: nonce, additionalData, tagLength: 8 * TAG_LENGTH };
  const imported = await importKey(key, 'decrypt');
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, imported, sealed));
  } catch {
    return null;
  }
}
