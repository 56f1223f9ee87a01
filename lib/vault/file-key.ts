import { argon2id } from '@noble/hashes/argon2.js';
import type { Bytes } from '../otp/parameters.ts';
import { checkFileKdf, derivePassphraseKey, type FileKdf, passphraseBytes, SALT_LENGTH } from './kdf.ts';
import { bytesOf } from './shape.ts';

const LENGTH = 32;

async function pbkdf2(password: Bytes, salt: Bytes, iterations: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 8 * LENGTH));
}

/**
 * The 32-byte key of a backup file's passphrase, also as other writers derive it. Blocks for about a second: run it in a Worker.
 * @throws RangeError, without deriving, when the parameters are out of bounds
 */
export async function deriveFileKey(passphrase: string, kdf: FileKdf): Promise<Bytes> {
  const salt = checkFileKdf(kdf) ? bytesOf(kdf.salt, SALT_LENGTH, 64) : null;
  if (salt === null) throw new RangeError('parameters out of bounds');
  if (kdf.name === 'scrypt') return derivePassphraseKey(passphrase, kdf);
  const password = passphraseBytes(passphrase);
  if (kdf.name === 'pbkdf2-sha256') return pbkdf2(password, salt, kdf.c);
  const { v, m, t, p } = kdf;
  return new Uint8Array(argon2id(password, salt, { version: v, m, t, p, dkLen: LENGTH }));
}
