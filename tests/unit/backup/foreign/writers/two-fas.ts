import { ada, digits20, gabe, grace, hello, leftOut, passphrase, taken, tim } from '../accounts.ts';
import { alteredCopies, file, type Sample } from '../sample.ts';
import { base64, counted, gcmJoined, pbkdf2 } from './sealing.ts';

/** A service as 2FAS writes it. */
export const twoFasService = (name: string, secret: string, otp: object, more: object = {}) => ({
  name,
  secret,
  otp,
  order: { position: 0 },
  ...more,
});

/** A backup without a passphrase. */
export const twoFasFile = (services: readonly object[], more: object = {}) => ({
  services,
  groups: [],
  schemaVersion: 4,
  appOrigin: 'android',
  ...more,
});

const salt = counted(256, 3);
const iv = counted(12, 9);

/** The ciphertext of services. */
export const sealedServices = (services: readonly object[]): Buffer =>
  gcmJoined(pbkdf2(passphrase, salt, 10_000, 'sha256'), iv, JSON.stringify(services));

/** A backup around a ciphertext. */
export const sealedTwoFas = (data: Uint8Array, groups: readonly object[] = []) => ({
  services: [],
  servicesEncrypted: [data, salt, iv].map(base64).join(':'),
  reference: 'unread',
  groups,
  schemaVersion: 4,
});

const services = [
  twoFasService(
    'My harbour',
    hello.base32,
    {
      label: 'Harbour:ada@harbour.example',
      account: 'ada@harbour.example',
      issuer: 'Harbour',
      digits: 6,
      period: 30,
      algorithm: 'SHA1',
      tokenType: 'TOTP',
      source: 'Link',
    },
    { groupId: 'g1' },
  ),
  twoFasService('Mill', digits20.base32, {
    account: 'grace',
    issuer: 'Mill & Söhne',
    digits: 8,
    period: 60,
    algorithm: 'SHA256',
    tokenType: 'TOTP',
  }),
  twoFasService('Quay', hello.base32, {
    account: 'tim+post',
    issuer: 'Quay',
    digits: 6,
    algorithm: 'SHA1',
    counter: 41,
    tokenType: 'HOTP',
  }),
  twoFasService('Steam', digits20.base32, { account: 'gabe', digits: 5, period: 30, tokenType: 'STEAM' }),
  twoFasService('Old', hello.base32, { account: 'md', algorithm: 'SHA224', tokenType: 'TOTP' }),
];
const groups = [{ id: 'g1', name: 'Work', isExpanded: true }];
const items = [
  taken(ada, { group: 'Work' }),
  taken(grace),
  taken(tim),
  taken(gabe),
  leftOut('Old', 'md', 'algorithm-unknown'),
];
const sealed = sealedServices(services);

/** 2FAS's files. */
export const twoFasSamples: readonly Sample[] = [
  { name: '2FAS, plain', format: '2fas', bytes: file(twoFasFile(services, { groups })), items },
  {
    name: '2FAS, encrypted',
    format: '2fas',
    bytes: file(sealedTwoFas(sealed, groups)),
    items,
    sealed: { altered: alteredCopies(sealed).map((copy) => file(sealedTwoFas(copy, groups))) },
  },
];
