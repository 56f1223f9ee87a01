import { describe, expect, it } from 'vitest';
import { digits20, hello, itemsOf, leftOut, passphrase, refusalOf, taken, tim, totp } from './accounts.ts';
import { altered } from './sample.ts';
import { samples } from './samples.ts';
import { androidMap, authyMap, authySecret, battleNetMap, totpAuthenticatorData } from './writers/android-map.ts';
import { freeOtp2File, freeOtpEntry, signed } from './writers/free-otp.ts';
import { javaMap } from './writers/java-map.ts';
import { base64 } from './writers/sealing.ts';

const maps = samples.filter(({ bytes }) => Buffer.from(bytes).includes('<map>'));

describe('an Android settings file', () => {
  it.each(maps)(
    'is damaged where it breaks off, and no account of it is missing in silence: $name',
    async ({ bytes }) => {
      for (const part of [2, 3, 5, 7, 9])
        expect(await refusalOf(bytes.slice(0, (bytes.length * part) / 10))).toBe('damaged');
    },
  );

  it('of another app is not recognised', async () => {
    expect(await refusalOf(androidMap({ theme: 'dark' }))).toBe('unrecognised');
  });
});

describe('a token of Authy', () => {
  const token = { accountType: 'a', digits: 7, decryptedSecret: hello.base32 };

  it.each([
    ['its issuer in its name', { name: 'Bay: ada' }, totp('Bay', 'ada', { digits: 7 })],
    ['its issuer twice', { name: 'Bay:ada', originalIssuer: 'Bay' }, totp('Bay', 'ada', { digits: 7 })],
    [
      'another issuer than its name',
      { name: 'Work: ada', originalIssuer: 'Bay' },
      totp('Bay', 'Work: ada', { digits: 7 }),
    ],
    ['a plain name', { name: 'ada' }, totp('', 'ada', { digits: 7 })],
  ])('with %s', async (_, names, account) => {
    expect(await itemsOf(authyMap([{ ...token, ...names }]))).toEqual([taken(account)]);
  });

  it('opens by as many rounds as its file says, and by none where they are out of bounds', async () => {
    const rounds = 1_000_001;
    const names = { name: 'Bay: ada', accountType: 'a', digits: 7, salt: 'salt as text' };
    const token = { ...names, key_derivation_iterations: rounds };
    const sealed = { ...token, encryptedSecret: base64(authySecret(hello.base32, rounds)) };
    expect(await itemsOf(authyMap([sealed]), passphrase)).toEqual([taken(totp('Bay', 'ada', { digits: 7 }))]);
    expect(await refusalOf(authyMap([{ ...sealed, key_derivation_iterations: 10_000_001 }]), passphrase)).toBe(
      'damaged',
    );
  });

  it('does not come as letters that a wrong passphrase made', async () => {
    const sealed = { name: 'a', salt: 'salt as text', encryptedSecret: base64(authySecret('no key, but text')) };
    expect(await refusalOf(authyMap([sealed]), passphrase)).toBe('wrong-passphrase');
    expect(await refusalOf(authyMap([{ ...sealed, encryptedSecret: '***' }]), passphrase)).toBe('damaged');
  });
});

describe('a backup of TOTP Authenticator', () => {
  const list = [{ name: 'a', issuer: 'Bay', key: hello.base32, base: 32, digits: '8', period: '60' }];

  it('opens by the app’s own passphrase where nobody chose one', async () => {
    const data = base64(totpAuthenticatorData(list, 'TotpAuthenticator'));
    expect(await itemsOf(data)).toEqual([taken(totp('Bay', 'a', { digits: 8, periodSeconds: 60 }))]);
  });

  it('names a key in a base that it is not in', async () => {
    const bad = list.map((one) => ({ ...one, base: 16 }));
    expect(await itemsOf(base64(totpAuthenticatorData(bad)), passphrase)).toEqual([
      leftOut('Bay', 'a', 'secret-invalid'),
    ]);
  });
});

describe('Battle.net’s file', () => {
  it('is damaged where its key comes out as none', async () => {
    expect(await refusalOf(battleNetMap('not hexadecimal'))).toBe('damaged');
  });
});

describe('a token of FreeOTP', () => {
  const one = (more: object) =>
    itemsOf({ tokenOrder: [], tokens: [{ ...freeOtpEntry('Bay', 'a'), secret: signed(hello.bytes), ...more }] });

  it.each([
    ['bytes above 127 as negative ones', {}, taken(totp('Bay', 'a'))],
    ['no hash', { algo: null }, taken(totp('Bay', 'a'))],
    ['names of its user', { issuerAlt: 'Cove', labelAlt: 'b' }, taken(totp('Cove', 'b'))],
    ['names of its user that are empty', { issuerAlt: '', labelAlt: '' }, taken(totp('Bay', 'a'))],
    ['no issuer but the inner one', { issuerExt: '', issuerInt: 'Cove' }, taken(totp('Cove', 'a'))],
    ['a byte that is none', { secret: [300] }, leftOut('Bay', 'a', 'secret-invalid')],
    ['no key', { secret: undefined }, leftOut('Bay', 'a', 'no-key')],
  ])('with %s', async (_, more, item) => {
    expect(await one(more)).toEqual([item]);
  });

  it('keeps the counter that the app uses next', async () => {
    expect(await one({ type: 'HOTP', counter: 41, issuerExt: 'Quay', label: 'tim+post' })).toEqual([taken(tim)]);
  });
});

describe('a backup of FreeOTP 2', () => {
  const token = freeOtpEntry('Bay', 'a');
  const backup = freeOtp2File([{ id: '1', token, secret: hello.bytes }]);

  it('writes a text that occurs twice once', async () => {
    const same = { token, secret: hello.bytes };
    const twice = freeOtp2File([
      { id: '1', ...same },
      { id: '2', ...same },
    ]);
    expect(twice.includes(0x71)).toBe(true);
    expect(await itemsOf(twice, passphrase)).toEqual([taken(totp('Bay', 'a')), taken(totp('Bay', 'a'))]);
  });

  it('gives its accounts in the order of their keys, wherever their tokens are', async () => {
    const tokens = ['1', '2'].map((id) => ({ id, token: freeOtpEntry('Bay', id), secret: hello.bytes }));
    const more = [['2-token', JSON.stringify(freeOtpEntry('Bay', '2'))]] as const;
    expect(await itemsOf(freeOtp2File(tokens, { more }), passphrase)).toEqual([
      taken(totp('Bay', '1')),
      taken(totp('Bay', '2')),
    ]);
  });

  it('keeps names beyond the plain letters', async () => {
    const tokens = [{ id: '1', token: freeOtpEntry('Bucht 🐟', 'Ådä'), secret: digits20.bytes }];
    expect(await itemsOf(freeOtp2File(tokens), passphrase)).toEqual([
      taken(totp('Bucht 🐟', 'Ådä', { secret: digits20.bytes })),
    ]);
  });

  it('may hold a text that is longer than two bytes count', async () => {
    const more = [['a note', 'x'.repeat(70_000)]] as const;
    const long = freeOtp2File([{ id: '1', token, secret: hello.bytes }], { more });
    expect(await itemsOf(long, passphrase)).toEqual([taken(totp('Bay', 'a'))]);
  });

  it('names an account whose own key does not open, and gives the others', async () => {
    const broken = freeOtp2File([{ id: '1', token, secret: hello.bytes }], { alterKeys: (data) => altered(data, 0) });
    expect(await itemsOf(broken, passphrase)).toEqual([leftOut('Bay', 'a', 'secret-invalid')]);
  });

  it('is damaged wherever it breaks off', async () => {
    for (const part of [1, 3, 5, 7, 9])
      expect(await refusalOf(backup.subarray(0, (backup.length * part) / 10), passphrase)).toBe('damaged');
  });

  it.each([
    ['no master key', javaMap([['1', '{}']])],
    ['a master key of an unknown kind', javaMap([['masterKey', JSON.stringify({ mAlgorithm: 'rot13', mSalt: [1] })]])],
    ['another object', Buffer.from(backup.toString('latin1').replace('HashMap', 'HashSet'), 'latin1')],
  ])('is damaged with %s', async (_, bytes) => {
    expect(await refusalOf(bytes, passphrase)).toBe('damaged');
  });
});
