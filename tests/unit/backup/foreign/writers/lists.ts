import { ada, digits20, gabe, grace, hello, leftOut, passphrase, taken, tim, totp } from '../accounts.ts';
import { altered, file, type Sample } from '../sample.ts';
import { base64 } from './sealing.ts';
import { zipOf } from './zip.ts';

const md5 = leftOut('Old', 'md', 'algorithm-unknown');

const lastPassAccount = (issuerName: string, userName: string, secret: string, more: object = {}) => ({
  accountID: issuerName,
  issuerName,
  originalIssuerName: 'before',
  userName,
  originalUserName: 'before',
  secret,
  timeStep: 30,
  digits: 6,
  algorithm: 'SHA1',
  isFavorite: false,
  ...more,
});
const lastPass = {
  deviceName: 'a phone',
  version: 3,
  accounts: [
    lastPassAccount('Harbour', 'ada@harbour.example', hello.base32, { isFavorite: true, folderData: { folderId: 1 } }),
    lastPassAccount('Mill & Söhne', 'grace', digits20.base32, { timeStep: 60, digits: 8, algorithm: 'SHA256' }),
    lastPassAccount('Old', 'md', hello.base32, { algorithm: 'MD5' }),
  ],
  folders: [{ id: 1, name: 'Work' }],
};

const duo = [
  { name: 'ada', accountType: 'OtpAccount', otpGenerator: { otpSecret: hello.base32 } },
  { name: 'tim', accountType: 'OtpAccount', otpGenerator: { otpSecret: hello.base32, counter: 41 } },
  { name: 'pushed', accountType: 'DuoAccount', pkey: 'DA' },
];

const maFile = (account_name: string) => ({
  shared_secret: base64(digits20.bytes),
  identity_secret: base64(hello.bytes),
  account_name,
  uri: `otpauth://totp/Steam:${account_name}?secret=${digits20.base32}&issuer=Steam`,
});

// Every value is a text.
const raivoEntry = (issuer: string, account: string, secret: string, more: object = {}) => ({
  issuer,
  account,
  secret,
  algorithm: 'SHA1',
  digits: '6',
  kind: 'TOTP',
  timer: '30',
  counter: '0',
  pinned: 'false',
  iconValue: '',
  iconType: '',
  ...more,
});
const raivo = [
  raivoEntry('Harbour', 'ada@harbour.example', hello.base32, { pinned: 'true' }),
  raivoEntry('Mill & Söhne', 'grace', digits20.base32, { algorithm: 'SHA256', digits: '8', timer: '60' }),
  raivoEntry('Quay', 'tim+post', hello.base32, { kind: 'HOTP', counter: '41' }),
  raivoEntry('Old', 'md', hello.base32, { algorithm: 'MD5' }),
];
const raivoItems = [taken(ada, { pinned: true }), taken(grace), taken(tim), md5];
const raivoZip = zipOf({ 'raivo-otp-export.json': JSON.stringify(raivo) }, { by: 'AES', passphrase });
// The first bytes of a member are its header, name and salt; its data lie behind.
const alteredZip = altered(raivoZip, 150);

const twoFAuthEntry = (service: string, account: string, otp_type: string, secret: string, more: object = {}) => ({
  otp_type,
  account,
  service,
  icon: null,
  secret,
  digits: 6,
  algorithm: 'sha1',
  period: 30,
  counter: null,
  ...more,
});
const twoFAuth = {
  app: '2fauth_v5.2.0',
  schema: 1,
  datetime: '2026-01-01T00:00:00Z',
  data: [
    twoFAuthEntry('Harbour', 'ada@harbour.example', 'totp', hello.base32),
    twoFAuthEntry('Mill & Söhne', 'grace', 'totp', digits20.base32, { digits: 8, algorithm: 'sha256', period: 60 }),
    twoFAuthEntry('Quay', 'tim+post', 'hotp', hello.base32, { period: null, counter: 41 }),
    twoFAuthEntry('Steam', 'gabe', 'steamtotp', digits20.base32, { digits: 5, algorithm: 'sha256', period: 40 }),
    twoFAuthEntry('Old', 'md', 'totp', hello.base32, { algorithm: 'md5' }),
  ],
};

/** The lists in JSON that apps without an encrypted file of their own write, and Raivo's zip. */
export const listSamples: readonly Sample[] = [
  {
    name: 'LastPass Authenticator',
    format: 'lastpass',
    bytes: file(lastPass),
    items: [taken(ada, { group: 'Work', pinned: true }), taken(grace), md5],
  },
  {
    name: 'Duo Mobile',
    format: 'duo',
    bytes: file(duo),
    items: [taken(totp('', 'ada')), taken({ ...tim, issuer: '', account: 'tim' })],
    others: 1,
  },
  { name: 'Steam, a phone’s file', format: 'steam', bytes: file(maFile('gabe')), items: [taken(gabe)] },
  {
    name: 'Steam, several accounts',
    format: 'steam',
    bytes: file({ accounts: { 1: maFile('gabe'), 2: maFile('erik') } }),
    items: [taken(gabe), taken({ ...gabe, account: 'erik' })],
  },
  { name: 'Raivo OTP, JSON', format: 'raivo', bytes: file(raivo), items: raivoItems },
  { name: 'Raivo OTP, zip', format: 'raivo', bytes: raivoZip, items: raivoItems, sealed: { altered: [alteredZip] } },
  {
    name: '2FAuth',
    format: '2fauth',
    bytes: file(twoFAuth),
    items: [taken(ada), taken(grace), taken(tim), taken(gabe), md5],
  },
];
