import type { Bytes } from '../../otp/parameters.ts';
import { err, type Result } from '../../result.ts';
import { decrypt } from '../../vault/aead.ts';
import { utf8 } from '../../vault/bytes.ts';
import { parseJsonBytes } from '../../vault/shape.ts';
import { readAndOtpList } from './and-otp.ts';
import { deriveForeignKey } from './file-key.ts';
import type { ForeignError } from './foreign-error.ts';
import type { ForeignFormat, ForeignReading } from './foreign-format.ts';
import { isOtherFile } from './other-files.ts';

const NONCE = 12;
const SALT = 12;
const TAG = 16;
const MOST_ITERATIONS = 10_000_000;
const LEAST_LENGTH = 4 + SALT + NONCE + TAG;

const iterationsOf = (bytes: Bytes): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);

/** What nonce, ciphertext and tag, one after another, hold. */
const open = (key: Bytes, sealed: Bytes): Promise<Bytes | null> =>
  decrypt(key, sealed.slice(0, NONCE), new Uint8Array(), sealed.slice(NONCE));

async function openNew(bytes: Bytes, how: ForeignReading): Promise<Result<Bytes | null, ForeignError>> {
  const derivation = {
    name: 'pbkdf2',
    hash: 'SHA-1',
    iterations: iterationsOf(bytes),
    salt: bytes.slice(4, 4 + SALT),
  } as const;
  const key = await deriveForeignKey(how.passphrase ?? '', derivation, 32, how);
  return key.ok ? { ok: true, value: await open(key.value, bytes.slice(4 + SALT)) } : key;
}

async function openOld(bytes: Bytes, passphrase: string): Promise<Bytes | null> {
  return open(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(passphrase))), bytes);
}

/**
 * andOTP's encrypted backup: a count of iterations, a salt and AES-256-GCM, or before version 0.6.3 AES-256-GCM by the passphrase's
 * SHA-256. Neither has a signature, so every file of bytes that nothing else knows is tried as one,
 * unless it shows what else it is.
 */
export const andOtpEncrypted: ForeignFormat = {
  id: 'andotp-encrypted',
  app: 'andOTP',
  guess: true,
  reads:
    'encrypted (.bin, old and new); has no signature of its own, so it is what any unknown file of bytes is tried as',
  source: 'https://github.com/andOTP/andOTP/wiki/Backup-format',
  recognise: ({ text, members, bytes }) =>
    text === null && members === null && bytes.length >= LEAST_LENGTH && !isOtherFile(bytes),
  async read({ bytes }, how) {
    if (how.passphrase === null) return err({ kind: 'passphrase-needed' });
    const iterations = iterationsOf(bytes);
    const isNew = iterations >= 1 && iterations <= MOST_ITERATIONS;
    const opened = isNew ? await openNew(bytes, how) : null;
    if (opened !== null && !opened.ok) return opened;
    const plain = opened?.value ?? (await openOld(bytes, how.passphrase));
    return plain === null ? err({ kind: 'wrong-passphrase' }) : readAndOtpList(parseJsonBytes(plain));
  },
};
