import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { chacha20, hchacha } from '@noble/ciphers/chacha.js';
import { equalBytes } from '../../otp/bytes.ts';
import type { Bytes } from '../../otp/parameters.ts';
import { joined, utf8 } from '../../vault/bytes.ts';

const HEADER = 24;
const TAG = 1;
const MAC = 16;
const BLOCK = 64;

const wordsOf = (bytes: Bytes): Uint32Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => view.getUint32(4 * at, true));
};

function bytesOf(words: Uint32Array): Bytes {
  const bytes = new Uint8Array(4 * words.length);
  const view = new DataView(bytes.buffer);
  for (const [at, word] of words.entries()) view.setUint32(4 * at, word, true);
  return bytes;
}

/**
 * The first message of libsodium's secretstream (XChaCha20-Poly1305) under a 32-byte key and the stream's 24-byte header, without
 * additional data; null where they do not fit. Whether it is marked as the last is not asked: Ente writes both.
 */
export function openSecretStream(key: Bytes, header: Bytes, sealed: Bytes): Bytes | null {
  if (header.length !== HEADER || sealed.length < TAG + MAC) return null;
  const subkey = new Uint32Array(8);
  hchacha(wordsOf(utf8('expand 32-byte k')), wordsOf(key), wordsOf(header.slice(0, 16)), subkey);
  const streamKey = bytesOf(subkey);
  // The first message counts as number one.
  const nonce = joined(Uint8Array.of(1, 0, 0, 0), header.slice(16));
  const macKey = new Uint8Array(chacha20(streamKey, nonce, new Uint8Array(32), undefined, 0));
  const tagBlock = new Uint8Array(chacha20(streamKey, nonce, new Uint8Array(BLOCK), undefined, 1));
  tagBlock.set(sealed.subarray(0, TAG));
  const message = sealed.slice(TAG, -MAC);
  const lengths = new DataView(new ArrayBuffer(16));
  lengths.setUint32(8, BLOCK + message.length, true);
  // libsodium pads by this, which is not to the next 16 bytes.
  const padding = new Uint8Array((0x10 - BLOCK + message.length) & 0xf);
  const mac = poly1305(joined(tagBlock, message, padding, new Uint8Array(lengths.buffer)), macKey);
  if (!equalBytes(mac, sealed.subarray(-MAC))) return null;
  return new Uint8Array(chacha20(streamKey, nonce, message, undefined, 2));
}
