import { createCipheriv } from 'node:crypto';

/** Bytes of ChaCha20's keystream under a 16-byte input of counter and nonce, or of a message under it. */
function chacha20(key: Uint8Array, input: Uint8Array, message: Uint8Array): Buffer {
  const cipher = createCipheriv('chacha20', key, input);
  return Buffer.concat([cipher.update(message), cipher.final()]);
}

const CONSTANTS = Buffer.from('expand 32-byte k');

/** HChaCha20: the first and last rows of a block, less the state that ChaCha20 adds to it at its end. */
function hchacha20(key: Uint8Array, input: Uint8Array): Buffer {
  const block = chacha20(key, input, new Uint8Array(64));
  const subkey = Buffer.alloc(32);
  for (let word = 0; word < 4; word += 1) {
    subkey.writeUInt32LE((block.readUInt32LE(4 * word) - CONSTANTS.readUInt32LE(4 * word)) >>> 0, 4 * word);
    const input4 = Buffer.from(input).readUInt32LE(4 * word);
    subkey.writeUInt32LE((block.readUInt32LE(48 + 4 * word) - input4) >>> 0, 16 + 4 * word);
  }
  return subkey;
}

const littleEndian = (bytes: Uint8Array): bigint =>
  Array.from(bytes).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

/** Poly1305 (RFC 8439 §2.5) in plain arithmetic. */
function poly1305(key: Uint8Array, message: Uint8Array): Buffer {
  const r = littleEndian(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn;
  let sum = 0n;
  for (let at = 0; at < message.length; at += 16) {
    const block = littleEndian(message.subarray(at, at + 16));
    sum = ((sum + block + (1n << BigInt(8 * Math.min(16, message.length - at)))) * r) % ((1n << 130n) - 5n);
  }
  const tag = sum + littleEndian(key.subarray(16, 32));
  return Buffer.from(Array.from({ length: 16 }, (_, at) => Number((tag >> BigInt(8 * at)) & 0xffn)));
}

/** The first message of libsodium's `crypto_secretstream_xchacha20poly1305`, marked by `tag` (0 for one of several, 3 for the last). */
export function sealSecretStream(key: Uint8Array, header: Uint8Array, message: Uint8Array, tag: number): Buffer {
  const subkey = hchacha20(key, header.subarray(0, 16));
  const input = (block: number) => Buffer.concat([Uint8Array.of(block, 0, 0, 0, 1, 0, 0, 0), header.subarray(16)]);
  const macKey = chacha20(subkey, input(0), new Uint8Array(32));
  const tagBlock = chacha20(subkey, input(1), Buffer.concat([Uint8Array.of(tag), new Uint8Array(63)]));
  const data = chacha20(subkey, input(2), message);
  const lengths = Buffer.alloc(16);
  lengths.writeUInt32LE(64 + data.length, 8);
  // As libsodium counts it, which is not to the next 16 bytes.
  const padding = new Uint8Array((16 - 64 + data.length) & 15);
  const mac = poly1305(macKey, Buffer.concat([tagBlock, data, padding, lengths]));
  return Buffer.concat([tagBlock.subarray(0, 1), data, mac]);
}
