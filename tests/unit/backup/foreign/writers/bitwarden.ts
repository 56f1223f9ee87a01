import { createHmac } from 'node:crypto';
import { argon2id } from '@noble/hashes/argon2.js';
import { ada, digits20, gabe, grace, hello, leftOut, passphrase, taken, totp } from '../accounts.ts';
import { alteredCopies, file, type Sample } from '../sample.ts';
import { base64, cbc, counted, pbkdf2, sha256 } from './sealing.ts';

/** A login as Bitwarden writes it. */
export const bitwardenLogin = (name: string, username: string | null, totpField: unknown, more: object = {}) => ({
  id: `id of ${name}`,
  folderId: null,
  type: 1,
  name,
  favorite: false,
  login: { uris: [], username, password: 'not read', totp: totpField },
  ...more,
});

/** An export without a passphrase. */
export const bitwardenFile = (all: readonly object[], folders: readonly object[] = []) => ({
  encrypted: false,
  folders,
  items: all,
});

const plain = bitwardenFile(
  [
    bitwardenLogin('Harbour', 'ada@harbour.example', 'JBSW Y3DP EHPK 3PXP', { folderId: 'f1', favorite: true }),
    bitwardenLogin(
      'Mill',
      'other name',
      `otpauth://totp/Mill%20%26%20S%C3%B6hne:grace?secret=${digits20.base32}&issuer=Mill%20%26%20S%C3%B6hne&algorithm=SHA256&digits=8&period=60`,
    ),
    bitwardenLogin('Steam', 'gabe', `steam://${digits20.base32}`),
    bitwardenLogin('Old', 'md', `otpauth://totp/md?secret=${hello.base32}&algorithm=SHA384`),
    bitwardenLogin('No codes', 'ada', null),
    { type: 2, name: 'A note', secureNote: { type: 0 } },
    { type: 3, name: 'A card', card: {}, login: null },
    bitwardenLogin('Bay', null, hello.base32.toLowerCase()),
  ],
  [{ id: 'f1', name: 'Work' }],
);
const items = [
  taken(ada, { group: 'Work', pinned: true }),
  taken(grace),
  taken(gabe),
  leftOut('Old', 'md', 'algorithm-unknown'),
  taken(totp('Bay', '')),
];

const expand = (key: Uint8Array, info: string): Buffer =>
  createHmac('sha256', key).update(info).update(Uint8Array.of(1)).digest();

type Alter = (data: Uint8Array) => Uint8Array;
const same: Alter = (data) => data;

function encString(key: Uint8Array, text: string, alter = same, alterIv = same): string {
  const iv = counted(16, 40);
  const data = cbc(expand(key, 'enc'), iv, text);
  const mac = createHmac('sha256', expand(key, 'mac')).update(iv).update(data).digest();
  return `2.${[alterIv(iv), alter(data), mac].map(base64).join('|')}`;
}

const salt = base64(counted(16, 70));
const kdfs = {
  PBKDF2: { fields: { kdfType: 0, kdfIterations: 5_000 }, key: pbkdf2(passphrase, salt, 5_000, 'sha256') },
  Argon2id: {
    fields: { kdfType: 1, kdfIterations: 2, kdfMemory: 1, kdfParallelism: 2 },
    key: argon2id(Buffer.from(passphrase), sha256(salt), { m: 1_024, t: 2, p: 2, dkLen: 32 }),
  },
};

/** A password-protected export. */
export const sealedBitwarden = (kdf: keyof typeof kdfs, alter?: Alter, alterIv?: Alter) => ({
  encrypted: true,
  passwordProtected: true,
  salt,
  ...kdfs[kdf].fields,
  encKeyValidation_DO_NOT_EDIT: encString(kdfs[kdf].key, 'a random identifier'),
  data: encString(kdfs[kdf].key, JSON.stringify(plain), alter, alterIv),
});

const sealedSample = (kdf: keyof typeof kdfs): Sample => ({
  name: `Bitwarden, encrypted by ${kdf}`,
  format: 'bitwarden-encrypted',
  bytes: file(sealedBitwarden(kdf)),
  items,
  others: 3,
  sealed: {
    altered: [0, 1, 2].map((which) =>
      file(sealedBitwarden(kdf, (data) => alteredCopies(data)[which] ?? new Uint8Array())),
    ),
  },
});

/** Bitwarden's files. */
export const bitwardenSamples: readonly Sample[] = [
  { name: 'Bitwarden, plain', format: 'bitwarden', bytes: file(plain), items, others: 3 },
  sealedSample('PBKDF2'),
  sealedSample('Argon2id'),
];
