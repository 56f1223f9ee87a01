import { ada, digits20, grace, hello, leftOut, passphrase, taken, tim } from '../accounts.ts';
import { alteredCopies, file, type Sample } from '../sample.ts';
import { androidMap } from './android-map.ts';
import { javaMap } from './java-map.ts';
import { counted, gcmJoined, pbkdf2 } from './sealing.ts';

/** Bytes as Java writes them, where one above 127 is negative. */
export const signed = (bytes: Uint8Array): readonly number[] => Array.from(Int8Array.from(bytes));

/** A token as FreeOTP keeps it. */
export const freeOtpEntry = (issuerExt: string, label: string, more: object = {}) => ({
  algo: 'SHA1',
  counter: 0,
  digits: 6,
  issuerExt,
  issuerInt: issuerExt,
  label,
  period: 30,
  type: 'TOTP',
  ...more,
});

const all = [
  {
    id: 'Harbour:ada',
    token: freeOtpEntry('Shipyard', 'old', { issuerAlt: 'Harbour', labelAlt: 'ada@harbour.example' }),
    secret: hello.bytes,
  },
  {
    id: 'Mill:grace',
    token: freeOtpEntry('Mill & Söhne', 'grace', { algo: 'SHA256', digits: 8, period: 60 }),
    secret: digits20.bytes,
  },
  { id: 'Quay:tim', token: freeOtpEntry('Quay', 'tim+post', { type: 'HOTP', counter: 41 }), secret: hello.bytes },
  { id: 'Old:md', token: freeOtpEntry('Old', 'md', { algo: 'MD5' }), secret: hello.bytes },
];
const items = [taken(ada), taken(grace), taken(tim), leftOut('Old', 'md', 'algorithm-unknown')];
const whole = all.map(({ token, secret }) => ({ ...token, secret: signed(secret) }));

/** The key of every account of a backup of FreeOTP 2. */
const masterKey = counted(32, 1);
const der = (nonce: Uint8Array) => signed(Buffer.from([0x30, 0x11, 4, 12, ...nonce, 2, 1, 16]));

const sealedKey = (key: Uint8Array, plain: Uint8Array, mToken: string, alter = (data: Uint8Array) => data) => ({
  mCipher: 'AES/GCM/NoPadding',
  mCipherText: signed(alter(gcmJoined(key, counted(12, 3), plain, mToken))),
  mParameters: der(counted(12, 3)),
  mToken,
});

type Alter = (data: Uint8Array) => Uint8Array;
const same: Alter = (data) => data;
const none: readonly (readonly [string, string])[] = [];
type Algorithm = 'PBKDF2withHmacSHA1' | 'PBKDF2withHmacSHA512';

/** A backup of FreeOTP 2; `alterMaster` and `alterKeys` change what is sealed, `more` are other texts before. */
export function freeOtp2File(
  tokens: readonly { readonly id: string; readonly token: object; readonly secret: Uint8Array }[],
  { mAlgorithm = 'PBKDF2withHmacSHA512' as Algorithm, alterMaster = same, alterKeys = same, more = none } = {},
): Buffer {
  const salt = counted(32, 200);
  const hash = mAlgorithm === 'PBKDF2withHmacSHA1' ? 'sha1' : 'sha512';
  const master = {
    mAlgorithm,
    mIterations: 100,
    mSalt: signed(salt),
    mEncryptedKey: sealedKey(pbkdf2(passphrase, salt, 100, hash), masterKey, 'AES', alterMaster),
  };
  return javaMap([
    ...more,
    ...tokens.flatMap(({ id, token, secret }) => [
      [`${id}-token`, JSON.stringify(token)] as const,
      [id, JSON.stringify({ key: JSON.stringify(sealedKey(masterKey, secret, 'HmacSHA1', alterKeys)) })] as const,
    ]),
    ['masterKey', JSON.stringify(master)],
  ]);
}

const alterations = [0, 1, 2].map((which) => (data: Uint8Array) => alteredCopies(data)[which] ?? data);

/** FreeOTP's files, and FreeOTP+'s. */
export const freeOtpSamples: readonly Sample[] = [
  {
    name: 'FreeOTP 1, settings',
    format: 'freeotp',
    bytes: file(
      androidMap({
        ...Object.fromEntries(whole.map((token, at) => [all[at]?.id ?? '', JSON.stringify(token)])),
        tokenOrder: JSON.stringify(all.map(({ id }) => id)),
      }),
    ),
    items,
  },
  { name: 'FreeOTP+, JSON', format: 'freeotp', bytes: file({ tokenOrder: [], tokens: whole }), items },
  ...(['PBKDF2withHmacSHA1', 'PBKDF2withHmacSHA512'] as const).map((mAlgorithm) => ({
    name: `FreeOTP 2, ${mAlgorithm}`,
    format: 'freeotp2',
    bytes: freeOtp2File(all, { mAlgorithm }),
    items,
    sealed: { altered: alterations.map((alterMaster) => freeOtp2File(all, { mAlgorithm, alterMaster })) },
  })),
];
