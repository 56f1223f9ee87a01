import { md5 } from '@noble/hashes/legacy.js';
import type { Bytes } from '../../otp/parameters.ts';
import { joined, utf8 } from '../../vault/bytes.ts';
import { decryptCbc } from './aes-cbc.ts';
import { startsWith } from './foreign-file.ts';
import { looseBase64 } from './loose-base64.ts';

const SALTED = Array.from('Salted__', (letter) => letter.charCodeAt(0));
const KEY = 32;
const IV = 16;

/** Opens what CryptoJS seals with a passphrase: base64 of `Salted__`, a salt and AES-256-CBC under OpenSSL's EVP_BytesToKey of MD5. */
export async function openSalted(value: unknown, passphrase: string): Promise<Bytes | null> {
  const bytes = looseBase64(value);
  if (bytes === null || !startsWith(bytes, SALTED)) return null;
  const start = joined(utf8(passphrase), bytes.slice(8, 16));
  let block: Bytes = new Uint8Array();
  let key: Bytes = new Uint8Array();
  while (key.length < KEY + IV) {
    block = new Uint8Array(md5(joined(block, start)));
    key = joined(key, block);
  }
  return decryptCbc(key.slice(0, KEY), key.slice(KEY, KEY + IV), bytes.slice(16));
}
