import type { Bytes } from '../../otp/parameters.ts';

/** AES-CBC with PKCS#7 padding; null where key, vector or data are not those of the encryption, which padding tells in 255 of 256 cases. */
export async function decryptCbc(key: Bytes, iv: Bytes, sealed: Bytes): Promise<Bytes | null> {
  if (iv.length !== 16 || sealed.length === 0 || sealed.length % 16 !== 0) return null;
  const imported = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['decrypt']);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, imported, sealed));
  } catch {
    return null;
  }
}
