import { scryptSync } from 'node:crypto';
import { ada, digits20, gabe, grace, hello, leftOut, passphrase, taken, tim } from '../accounts.ts';
import { alteredCopies, file, type Sample } from '../sample.ts';
import { base64, counted, gcm } from './sealing.ts';

const cost = { N: 16, r: 8, p: 1 };
const nonceOf = (nonce: Uint8Array, tag: Buffer) => ({
  nonce: Buffer.from(nonce).toString('hex'),
  tag: tag.toString('hex'),
});

/** An entry as Aegis writes it. */
export const aegisEntry = (type: string, issuer: string | null, name: string, info: object, more: object = {}) => ({
  type,
  uuid: `uuid of ${name}`,
  name,
  issuer,
  note: 'a note',
  favorite: false,
  icon: null,
  info,
  groups: [],
  ...more,
});

/** A plain export. */
export const aegisFile = (entries: readonly object[], groups: readonly object[] = []) => ({
  version: 1,
  header: { slots: null, params: null },
  db: { version: 3, entries, groups },
});

/** A passphrase slot, with the key that it wraps. */
export function aegisSlot(typed: string, masterKey: Uint8Array, more: object = {}) {
  const salt = counted(32, 50);
  const wrapped = gcm(scryptSync(typed, salt, 32, cost), counted(12, 1), masterKey);
  return {
    type: 1,
    uuid: 'slot',
    key: wrapped.data.toString('hex'),
    key_params: nonceOf(counted(12, 1), wrapped.tag),
    n: cost.N,
    r: cost.r,
    p: cost.p,
    salt: salt.toString('hex'),
    ...more,
  };
}

/** The key of every sealed sample. */
export const aegisMasterKey = counted(32, 100);

/** An encrypted export around a database, or around `altered` of its ciphertext. */
export function sealedAegis(db: object, slots: readonly object[], alter = (data: Uint8Array): Uint8Array => data) {
  const { data, tag } = gcm(aegisMasterKey, counted(12, 20), JSON.stringify(db));
  return {
    version: 1,
    header: { slots, params: nonceOf(counted(12, 20), tag) },
    db: base64(alter(data)),
  };
}

const entries = [
  aegisEntry(
    'totp',
    'Harbour',
    'ada@harbour.example',
    { secret: hello.base32, algo: 'SHA1', digits: 6, period: 30 },
    {
      groups: ['g2'],
      favorite: true,
    },
  ),
  aegisEntry('totp', 'Mill & Söhne', 'grace', { secret: digits20.base32, algo: 'SHA256', digits: 8, period: 60 }),
  aegisEntry('hotp', 'Quay', 'tim+post', { secret: hello.base32, algo: 'SHA1', digits: 6, counter: 41 }),
  aegisEntry('steam', 'Steam', 'gabe', { secret: digits20.base32, algo: 'SHA1', digits: 5, period: 30 }),
  aegisEntry('totp', 'Old', 'md', { secret: hello.base32, algo: 'MD5', digits: 6, period: 30 }),
  aegisEntry('motp', 'Moon', 'pin', { secret: '0123', algo: 'MD5', digits: 6, period: 10, pin: '1234' }),
];
const groups = [
  { uuid: 'g1', name: 'Home' },
  { uuid: 'g2', name: 'Work' },
];
const items = [
  taken(ada, { group: 'Work', pinned: true }),
  taken(grace),
  taken(tim),
  taken(gabe),
  leftOut('Old', 'md', 'algorithm-unknown'),
  leftOut('Moon', 'pin', 'unknown-type'),
];
const plain = aegisFile(entries, groups);
const slots = [{ type: 2, uuid: 'finger', key: '00', key_params: {} }, aegisSlot(passphrase, aegisMasterKey)];
const { data } = gcm(aegisMasterKey, counted(12, 20), JSON.stringify(plain.db));

/** Aegis's files. */
export const aegisSamples: readonly Sample[] = [
  { name: 'Aegis, plain', format: 'aegis', bytes: file(plain), items },
  {
    name: 'Aegis, encrypted',
    format: 'aegis',
    bytes: file(sealedAegis(plain.db, slots)),
    items,
    sealed: { altered: alteredCopies(data).map((copy) => file(sealedAegis(plain.db, slots, () => copy))) },
  },
];
