import { ada, digits20, hello, leftOut, passphrase, taken, totp } from '../accounts.ts';
import { alteredCopies, file, type Sample } from '../sample.ts';
import { base64, cbc, pbkdf2, sha256 } from './sealing.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\u00f6', '&#246;');

/** A file of settings as Android writes it. */
export const androidMap = (strings: Readonly<Record<string, string>>): string =>
  [
    "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>",
    '<map>',
    '    <boolean name="a switch" value="true" />',
    ...Object.entries(strings).map(([name, value]) => `    <string name="${escaped(name)}">${escaped(value)}</string>`),
    '</map>',
    '',
  ].join('\n');

const AUTHY = 'com.authy.storage.tokens.authenticator.key';
const AUTHY_OWN = 'com.authy.storage.tokens.authy.key';

/** Authy's file of settings. */
export const authyMap = (tokens: readonly object[], own: readonly object[] = []): string =>
  androidMap({ [AUTHY]: JSON.stringify(tokens), ...(own.length > 0 ? { [AUTHY_OWN]: JSON.stringify(own) } : {}) });

/** A key as Authy seals it; nothing about it proves the passphrase. */
export const authySecret = (secret: string, iterations = 1_000): Buffer =>
  cbc(pbkdf2(passphrase, 'salt as text', iterations, 'sha1'), new Uint8Array(16), secret);

const authySealed = (data: Uint8Array) => ({
  accountType: 'harbour',
  originalName: 'Harbour:ada@harbour.example',
  originalIssuer: 'Harbour',
  name: 'Harbour: ada@harbour.example',
  digits: 6,
  encryptedSecret: base64(data),
  salt: 'salt as text',
});
const authyOwn = { accountType: 'authy', name: 'Mill & Söhne: grace', secretSeed: '48656c6c6f21deadbeef' };
const authyItems = [taken(ada), taken(totp('Mill & Söhne', 'grace', { digits: 7, periodSeconds: 10 }))];
const sealed = authySecret(hello.base32);

const listed = (key: string, base: number, more: object = {}) => ({
  name: 'ada@harbour.example',
  issuer: 'Harbour',
  key,
  base,
  digits: '',
  period: '',
  ...more,
});
const totpList = [
  listed(hello.base32, 32),
  listed('48656C6C6F21DEADBEEF', 16, { issuer: 'Unknown', name: 'grace', digits: '8', period: '60' }),
  listed('SGVsbG8h3q2+7w==', 64, { issuer: 'Sixty-four' }),
  listed('!', 32, { issuer: 'Bad' }),
];
const totpItems = [
  taken(ada),
  taken(totp('', 'grace', { digits: 8, periodSeconds: 60 })),
  taken(totp('Sixty-four', 'ada@harbour.example')),
  leftOut('Bad', 'ada@harbour.example', 'secret-invalid'),
];
/** TOTP Authenticator's backup: the list is the text of an object's one key. */
export const totpAuthenticatorData = (list: unknown, typed = passphrase): Buffer =>
  cbc(sha256(typed), new Uint8Array(16), JSON.stringify({ [JSON.stringify(list)]: '' }));
const totpData = totpAuthenticatorData(totpList);

// As the app of every phone hides its texts.
const mask = Buffer.from('398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6c80d2fb38068773f', 'hex');
const masked = (text: string): string =>
  Buffer.from(Buffer.from(text).map((byte, at) => byte ^ (mask[at] ?? 0))).toString('hex');

/** Battle.net's file of settings. */
export const battleNetMap = (secretHex: string): string =>
  androidMap({
    'com.blizzard.messenger.AUTHENTICATOR_SERIAL': masked('US-1234-5678-9012'),
    'com.blizzard.messenger.AUTHENTICATOR_DEVICE_SECRET': masked(secretHex),
  });

/** The files of settings of apps on a phone, and TOTP Authenticator's backup. */
export const androidSamples: readonly Sample[] = [
  {
    name: 'Authy, plain',
    format: 'authy',
    bytes: file(
      authyMap([{ ...authySealed(sealed), encryptedSecret: null, decryptedSecret: hello.base32 }], [authyOwn]),
    ),
    items: authyItems,
  },
  {
    name: 'Authy, encrypted',
    format: 'authy',
    bytes: file(authyMap([authySealed(sealed)], [authyOwn])),
    items: authyItems,
    sealed: { altered: alteredCopies(sealed).map((copy) => file(authyMap([authySealed(copy)], [authyOwn]))) },
  },
  {
    name: 'Authy, a list',
    format: 'authy',
    bytes: file({
      authenticator_tokens: [
        {
          name: 'ada@harbour.example',
          issuer: 'Harbour',
          digits: 6,
          salt: 'salt as text',
          encrypted_seed: base64(authySecret(hello.base32, 2_000)),
          key_derivation_iterations: 2_000,
        },
      ],
    }),
    items: [taken(ada)],
    sealed: { altered: [] },
  },
  {
    name: 'TOTP Authenticator, backup',
    format: 'totp-authenticator-encrypted',
    bytes: file(base64(totpData)),
    items: totpItems,
    sealed: { altered: alteredCopies(totpData).map((copy) => file(base64(copy))) },
  },
  {
    name: 'TOTP Authenticator, settings',
    format: 'totp-authenticator',
    bytes: file(androidMap({ STATIC_TOTP_CODES_LIST: JSON.stringify(totpList) })),
    items: totpItems,
  },
  {
    name: 'Battle.net',
    format: 'battle-net',
    bytes: file(battleNetMap(digits20.bytes.reduce((hex, byte) => hex + byte.toString(16).padStart(2, '0'), ''))),
    items: [taken(totp('Battle.net', 'US-1234-5678-9012', { secret: digits20.bytes, digits: 8 }))],
  },
];
