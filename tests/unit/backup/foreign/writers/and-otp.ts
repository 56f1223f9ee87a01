import { ada, digits20, gabe, grace, hello, leftOut, passphrase, taken, tim } from '../accounts.ts';
import { alteredCopies, file, type Sample } from '../sample.ts';
import { counted, gcmJoined, pbkdf2, sha256 } from './sealing.ts';

/** An account as andOTP writes it. */
export const andOtpEntry = (type: string, issuer: string, label: string, secret: string, more: object) => ({
  secret,
  issuer,
  label,
  digits: 6,
  type,
  algorithm: 'SHA1',
  thumbnail: 'Default',
  last_used: 0,
  used_frequency: 0,
  tags: [],
  ...more,
});

const list = [
  andOtpEntry('TOTP', 'Harbour', 'ada@harbour.example', `${hello.base32}======`, { period: 30, tags: ['Work', 'x'] }),
  andOtpEntry('TOTP', 'Mill & Söhne', 'grace', digits20.base32, { period: 60, digits: 8, algorithm: 'SHA256' }),
  andOtpEntry('HOTP', 'Quay', 'tim+post', hello.base32, { counter: 41 }),
  andOtpEntry('STEAM', 'Steam', 'gabe', digits20.base32, { period: 30, digits: 5 }),
  andOtpEntry('TOTP', 'Old', 'md', hello.base32, { period: 30, algorithm: 'MD5' }),
];
const items = [
  taken(ada, { group: 'Work' }),
  taken(grace),
  taken(tim),
  taken(gabe),
  leftOut('Old', 'md', 'algorithm-unknown'),
];

/** The encrypted backup since version 0.6.3. */
export function sealedAndOtp(json: unknown): Buffer {
  const iterations = 1_000;
  const [salt, nonce] = [counted(12, 5), counted(12, 77)];
  const head = Buffer.alloc(4);
  head.writeUInt32BE(iterations);
  return Buffer.concat([
    head,
    salt,
    nonce,
    gcmJoined(pbkdf2(passphrase, salt, iterations, 'sha1'), nonce, JSON.stringify(json)),
  ]);
}

/** The encrypted backup before; its first four bytes are no count of iterations that anybody would take. */
export function oldSealedAndOtp(json: unknown): Buffer {
  const nonce = counted(12, 0x90);
  return Buffer.concat([nonce, gcmJoined(sha256(passphrase), nonce, JSON.stringify(json))]);
}

const [sealed, oldSealed] = [sealedAndOtp(list), oldSealedAndOtp(list)];
// Of the part that the passphrase protects: a count of iterations that is altered costs up to five seconds.
const altered = (bytes: Buffer, from: number): readonly Uint8Array[] =>
  alteredCopies(bytes.subarray(from)).map((copy) => Buffer.concat([bytes.subarray(0, from), copy]));

/** andOTP's files. */
export const andOtpSamples: readonly Sample[] = [
  { name: 'andOTP, plain', format: 'andotp', bytes: file(list), items },
  {
    name: 'andOTP, encrypted',
    format: 'andotp-encrypted',
    bytes: sealed,
    items,
    sealed: { altered: altered(sealed, 4) },
  },
  {
    name: 'andOTP, encrypted before 0.6.3',
    format: 'andotp-encrypted',
    bytes: oldSealed,
    items,
    sealed: { altered: altered(oldSealed, 12) },
  },
];
