import { createHash } from 'node:crypto';
import { argon2id } from '@noble/hashes/argon2.js';
import { ada, digits20, gabe, grace, hello, leftOut, passphrase, taken, tim } from '../accounts.ts';
import { alteredCopies, file, type Sample } from '../sample.ts';
import { base64, cbc, counted } from './sealing.ts';

type Alter = (data: Uint8Array) => Uint8Array;

/** What CryptoJS seals with a passphrase: the key and the vector are MD5 of passphrase and salt, again and again. */
export function salted(typed: string, plain: string | Uint8Array, alter: Alter = (data) => data): string {
  const salt = counted(8, 17);
  const blocks = [1, 2, 3].reduce<readonly Buffer[]>((made) => {
    const before = made.at(-1) ?? Buffer.alloc(0);
    return [...made, createHash('md5').update(before).update(typed).update(salt).digest()];
  }, []);
  const key = Buffer.concat(blocks);
  const data = alter(cbc(key.subarray(0, 32), key.subarray(32, 48), plain));
  return base64(Buffer.concat([Buffer.from('Salted__'), salt, data]));
}

/** An entry as the extension keeps it; what is as usual is left out of its exports. */
export const extensionEntry = (index: number, issuer: string, account: string, secret: string, more: object = {}) => ({
  dataType: 'OTPStorage',
  account,
  issuer,
  secret,
  index,
  type: 'totp',
  encrypted: false,
  hash: `hash ${index}`,
  ...more,
});

const entries = [
  extensionEntry(1, 'Mill & Söhne', 'grace', digits20.base32, { period: 60, digits: 8, algorithm: 'SHA256' }),
  extensionEntry(0, 'Harbour::harbour.example', 'ada@harbour.example', hello.base32, { pinned: true }),
  extensionEntry(2, 'Quay', 'tim+post', hello.base32, { type: 'hotp', counter: 41 }),
  extensionEntry(3, 'Steam', 'gabe', digits20.base32, { type: 'steam' }),
  extensionEntry(4, 'Old', 'md', hello.base32, { algorithm: 'MD5' }),
];
const items = [
  taken(ada, { pinned: true }),
  taken(grace),
  taken(tim),
  taken(gabe),
  leftOut('Old', 'md', 'algorithm-unknown'),
];
const byHash = (all: readonly { readonly hash: string }[]) => Object.fromEntries(all.map((one) => [one.hash, one]));

const sealedEntries = (key: string, alter?: Alter) =>
  entries.map((one) => ({ ...one, encrypted: true, secret: salted(key, one.secret, alter) }));

/** The first way: each key is sealed with the passphrase. */
export const extension1 = (alter?: Alter) => byHash(sealedEntries(passphrase, alter));

const phc = (text: string): string => {
  const salt = counted(16, 66);
  const hash = argon2id(Buffer.from(text), salt, { m: 16, t: 1, p: 1, dkLen: 24 });
  return `$argon2id$v=19$m=16,t=1,p=1$${[salt, hash].map((one) => base64(one).replace(/=+$/, '')).join('$')}`;
};
const dataKey = counted(120, 4);

/** The second way: the passphrase opens a random key, whose hexadecimal seals each key. */
export const extension2 = (root: 'apart' | 'flat', alter?: Alter) => {
  const text = dataKey.toString('hex');
  const key = { enc: salted(passphrase, dataKey), hash: phc(text) };
  return { ...byHash(sealedEntries(text, alter)), ...(root === 'apart' ? { key } : key) };
};

/** Argon2id (19 MiB, 2 passes, 1 lane) of the passphrase and of 'salt of extension', as OpenSSL 3 computed it. */
const derived = Buffer.from('b62bfa77a418136d23b4e3c3010edb089a06254ed3a8abc3a7b9fdbb4ec1e325', 'hex');

/** The third way: each entry is sealed whole by what Argon2id makes of the passphrase. */
export const extension3 = (alter?: Alter) => {
  const text = base64(derived).replace(/=+$/, '');
  return {
    key1: { dataType: 'Key', id: 'key1', salt: 'salt of extension', hash: phc(text), version: 3 },
    ...Object.fromEntries(
      entries.map((one) => [
        one.hash,
        {
          dataType: 'EncOTPStorage',
          keyId: 'key1',
          index: one.index,
          data: salted(text, JSON.stringify({ ...one, encrypted: true }), alter),
        },
      ]),
    ),
  };
};

const alterations: readonly Alter[] = [0, 1, 2].map((which) => (data) => alteredCopies(data)[which] ?? data);
const sealed = (name: string, content: (alter?: Alter) => object, changes: readonly Alter[]): Sample => ({
  name: `Authenticator (extension), ${name}`,
  format: 'authenticator-extension',
  bytes: file(content()),
  items,
  sealed: { altered: changes.map((alter) => file(content(alter))) },
});

/** The extension's files. */
export const extensionSamples: readonly Sample[] = [
  { name: 'Authenticator (extension), plain', format: 'authenticator-extension', bytes: file(byHash(entries)), items },
  sealed('version 1', extension1, alterations),
  sealed('version 2', (alter) => extension2('apart', alter), alterations),
  sealed('version 2, flattened', (alter) => extension2('flat', alter), []),
  sealed('version 3', extension3, alterations.slice(1, 2)),
];
