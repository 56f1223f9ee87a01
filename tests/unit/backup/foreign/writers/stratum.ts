import { ada, digits20, gabe, grace, hello, leftOut, passphrase, taken, tim } from '../accounts.ts';
import { alteredCopies, file, type Sample } from '../sample.ts';
import { cbc, counted, gcmJoined, pbkdf2 } from './sealing.ts';

/** An account as Stratum writes it. */
export const stratumEntry = (Type: number, Issuer: string, Username: string, Secret: string, more: object = {}) => ({
  Type,
  Icon: null,
  Issuer,
  Username,
  Secret,
  Pin: null,
  Algorithm: 0,
  Digits: 6,
  Period: 30,
  Counter: 0,
  Ranking: 0,
  ...more,
});

/** A backup without a passphrase. */
export const stratumFile = (Authenticators: readonly object[], more: object = {}) => ({
  Authenticators,
  Categories: [],
  AuthenticatorCategories: [],
  CustomIcons: [],
  ...more,
});

const backup = stratumFile(
  [
    stratumEntry(2, 'Harbour', 'ada@harbour.example', hello.base32),
    stratumEntry(2, 'Mill & Söhne', 'grace', digits20.base32, { Algorithm: 1, Digits: 8, Period: 60 }),
    stratumEntry(1, 'Quay', 'tim+post', hello.base32, { Counter: 41 }),
    stratumEntry(4, 'Steam', 'gabe', digits20.base32, { Digits: 5 }),
    stratumEntry(3, 'Moon', 'pin', '0123', { Pin: '1234', Period: 10 }),
    stratumEntry(5, 'Yard', 'y', hello.base32, { Digits: 8 }),
  ],
  {
    Categories: [{ Id: 'c1', Name: 'Work', Ranking: 0 }],
    AuthenticatorCategories: [{ CategoryId: 'c1', AuthenticatorSecret: digits20.base32, Ranking: 0 }],
  },
);
const items = [
  taken(ada),
  taken(grace, { group: 'Work' }),
  taken(tim),
  // Groups are kept by key in this format, so both accounts of one key are in.
  taken(gabe, { group: 'Work' }),
  leftOut('Moon', 'pin', 'unknown-type'),
  leftOut('Yard', 'y', 'unknown-type'),
];

/** Argon2id (64 MiB, 3 passes, 4 lanes) of the passphrase and of 'salt of Stratum.', as OpenSSL 3 computed it: it takes seconds here. */
const strongKey = Buffer.from('489f1fd1bca27b3d1a69f02053635ddc9564105b7be8a7752c76f72e9601ee1b', 'hex');

function strong(): Buffer {
  const iv = counted(12, 60);
  const sealed = gcmJoined(strongKey, iv, JSON.stringify(backup));
  return Buffer.concat([Buffer.from('AUTHENTICATORPROsalt of Stratum.'), iv, sealed]);
}

const legacyHead = Buffer.concat([Buffer.from('AuthenticatorPro'), counted(20, 8), counted(16, 30)]);

/** The ciphertext of the older way, whose key is PBKDF2's. */
export const legacyStratum = (json: unknown): Buffer =>
  Buffer.concat([
    legacyHead,
    cbc(pbkdf2(passphrase, counted(20, 8), 64_000, 'sha1'), counted(16, 30), JSON.stringify(json)),
  ]);

const legacy = legacyStratum(backup);

/** Stratum's files. */
export const stratumSamples: readonly Sample[] = [
  { name: 'Stratum, plain', format: 'stratum', bytes: file(backup), items },
  { name: 'Stratum, encrypted', format: 'stratum', bytes: strong(), items, sealed: { slow: true, altered: [] } },
  {
    name: 'Stratum, encrypted the older way',
    format: 'stratum',
    bytes: legacy,
    items,
    sealed: {
      altered: alteredCopies(legacy.subarray(legacyHead.length)).map((copy) => Buffer.concat([legacyHead, copy])),
    },
  },
];
