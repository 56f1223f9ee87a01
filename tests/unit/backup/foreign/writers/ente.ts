import { argon2id } from '@noble/hashes/argon2.js';
import { ada, digits20, gabe, grace, hello, leftOut, passphrase, taken, tim, totp } from '../accounts.ts';
import { alteredCopies, file, type Sample } from '../sample.ts';
import { base64, counted } from './sealing.ts';
import { sealSecretStream } from './secret-stream.ts';

const display = (value: object): string => `codeDisplay=${encodeURIComponent(JSON.stringify(value))}`;

/** A text as Ente Auth exports it. */
export const enteText = [
  `otpauth://totp/Harbour:ada@harbour.example?secret=${hello.base32}%3D%3D&issuer=Harbour&${display({ pinned: true, trashed: false, tags: ['Work', 'x'] })}`,
  `otpauth://totp/Mill%20&%20S%C3%B6hne:grace?algorithm=sha256&digits=8&period=60&secret=${digits20.base32.toLowerCase()}&issuer=Mill%20%26%20S%C3%B6hne`,
  `otpauth://hotp/Quay:tim+post?secret=${hello.base32}&issuer=Quay&counter=41`,
  `otpauth://steam/Steam:gabe?secret=${digits20.base32}&issuer=Steam&algorithm=SHA1&digits=5&period=30`,
  `otpauth://totp/Gone:ada?secret=${hello.base32}&issuer=Gone&${display({ trashed: true })}`,
  `otpauth://totp/Old:md?secret=${hello.base32}&issuer=Old&algorithm=Algorithm.md5`,
  `otpauth://totp/New:ada?secret=${hello.base32}&issuer=New&algorithm=Algorithm.sha1&period=90`,
].join('\n');
const items = [
  taken(ada, { group: 'Work', pinned: true }),
  taken(grace),
  taken(tim),
  taken(gabe),
  leftOut('Gone', 'ada', 'removed'),
  leftOut('', 'Old:md', 'algorithm-unknown'),
  taken(totp('New', 'ada', { periodSeconds: 90 })),
];

const KIB = 64;
const salt = counted(16, 90);
const header = counted(24, 140);
const key = argon2id(Buffer.from(passphrase), salt, { m: KIB, t: 2, p: 1, dkLen: 32 });

/** The one message of an encrypted export. */
export const enteMessage = (text: string, tag = 3): Buffer => sealSecretStream(key, header, Buffer.from(text), tag);

/** An encrypted export. */
export const sealedEnte = (message: Uint8Array, kdfParams: object = {}) => ({
  version: 1,
  kdfParams: { memLimit: KIB * 1_024, opsLimit: 2, salt: base64(salt), ...kdfParams },
  encryptedData: base64(message),
  encryptionNonce: base64(header),
});

const message = enteMessage(enteText);

/** Ente Auth's files. */
export const enteSamples: readonly Sample[] = [
  { name: 'Ente Auth, text', format: 'key-uri-list', bytes: file(enteText), items },
  {
    name: 'Ente Auth, encrypted',
    format: 'ente-encrypted',
    bytes: file(sealedEnte(message)),
    items,
    sealed: { altered: alteredCopies(message).map((copy) => file(sealedEnte(copy))) },
  },
];
