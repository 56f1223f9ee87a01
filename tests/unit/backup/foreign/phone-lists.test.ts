import { describe, expect, it } from 'vitest';
import { ada, digits20, hello, itemsOf, leftOut, passphrase, refusalOf, taken, tim, totp } from './accounts.ts';
import { andOtpEntry, oldSealedAndOtp, sealedAndOtp } from './writers/and-otp.ts';
import { legacyStratum, stratumEntry, stratumFile } from './writers/stratum.ts';
import { sealedServices, sealedTwoFas, twoFasFile, twoFasService } from './writers/two-fas.ts';

const counted = (counter: number) =>
  ({ type: 'hotp', secret: hello.bytes, algorithm: 'SHA1', digits: 6, counter }) as const;

describe('a service of 2FAS', () => {
  const one = (otp: object) => itemsOf(twoFasFile([twoFasService('Bay', hello.base32, otp)]));

  it.each([
    ['says nothing (version 1)', {}, taken(totp('Bay', ''))],
    [
      'says null',
      { account: 'a', issuer: null, digits: null, period: null, algorithm: null, tokenType: null },
      taken(totp('Bay', 'a')),
    ],
    ['has its name from its user', { issuer: 'Cove', account: 'a' }, taken(totp('Cove', 'a'))],
    ['spells its hash small', { algorithm: 'sha512' }, taken(totp('Bay', '', { algorithm: 'SHA512' }))],
    ['has another period', { period: 90 }, taken(totp('Bay', '', { periodSeconds: 90 }))],
    ['counts', { tokenType: 'HOTP', counter: 7 }, taken({ issuer: 'Bay', account: '', parameters: counted(7) })],
    ['has a hash of MD5', { algorithm: 'MD5' }, leftOut('Bay', '', 'algorithm-unknown')],
    ['is of an unknown kind', { tokenType: 'PUSH' }, leftOut('Bay', '', 'unknown-type')],
  ])('that %s', async (_, otp, item) => {
    expect(await one(otp)).toEqual([item]);
  });

  it('is not read from a sealed part that breaks off', async () => {
    const sealed = sealedTwoFas(sealedServices([]));
    expect(await refusalOf({ ...sealed, servicesEncrypted: 'AAAA:' }, passphrase)).toBe('damaged');
    expect(await refusalOf({ ...sealed, services: undefined, servicesEncrypted: null })).toBe('damaged');
  });
});

describe('an account of andOTP', () => {
  const one = (issuer: string | undefined, label: string) =>
    itemsOf([{ ...andOtpEntry('TOTP', '', label, hello.base32, {}), issuer }]);

  it.each([
    ['before there was an issuer', undefined, 'Harbour - ada@harbour.example'],
    ['with its issuer twice in the label', undefined, 'Harbour - Harbour:ada@harbour.example'],
    ['with a label of a link', undefined, 'Harbour:ada@harbour.example'],
    ['with its issuer in the label too', 'Harbour', 'Harbour:ada@harbour.example'],
    ['with names apart', 'Harbour', 'ada@harbour.example'],
  ])('%s has its two names', async (_, issuer, label) => {
    expect(await one(issuer, label)).toEqual([taken(ada)]);
  });

  it('with a label alone has no issuer', async () => {
    expect(await one(undefined, 'ada')).toEqual([taken(totp('', 'ada'))]);
  });

  it('keeps its counter and refuses a hash that nobody knows', async () => {
    const list = [
      andOtpEntry('HOTP', 'Quay', 'tim+post', hello.base32, { counter: 41 }),
      andOtpEntry('TOTP', 'Bay', 'a', hello.base32, { algorithm: 'SHA224' }),
    ];
    expect(await itemsOf(list)).toEqual([taken(tim), leftOut('Bay', 'a', 'algorithm-unknown')]);
  });

  it('is not looked for in a sealed file that holds no list', async () => {
    for (const sealed of [sealedAndOtp({}), oldSealedAndOtp('a text instead of it')])
      expect(await refusalOf(sealed, passphrase)).toBe('damaged');
  });

  it('is not looked for in a few bytes', async () => {
    expect(await refusalOf(Uint8Array.of(0, 2, 0x23, 0xff), passphrase)).toBe('unrecognised');
  });
});

describe('an account of Stratum', () => {
  it.each([
    ['an unknown hash', { Algorithm: 3 }, leftOut('Bay', 'a', 'algorithm-unknown')],
    ['nine digits', { Digits: 9 }, taken(totp('Bay', 'a', { digits: 9 }))],
    ['SHA512', { Algorithm: 2 }, taken(totp('Bay', 'a', { algorithm: 'SHA512' }))],
    ['a kind of the future', { Type: 9 }, leftOut('Bay', 'a', 'unknown-type')],
  ])('with %s is kept or named', async (_, more, item) => {
    expect(await itemsOf(stratumFile([stratumEntry(2, 'Bay', 'a', hello.base32, more)]))).toEqual([item]);
  });

  it('is in a group by its key, so two of one key are in it both', async () => {
    const groups = {
      Categories: [{ Id: 'c', Name: 'Work' }],
      AuthenticatorCategories: [{ CategoryId: 'c', AuthenticatorSecret: digits20.base32 }],
    };
    const both = ['a', 'b'].map((name) => stratumEntry(2, 'Bay', name, digits20.base32));
    expect(await itemsOf(stratumFile(both, groups))).toEqual(
      ['a', 'b'].map((name) => taken(totp('Bay', name, { secret: digits20.bytes }), { group: 'Work' })),
    );
  });

  it.each(['AUTHENTICATORPRO', 'AuthenticatorPro'])('is in no file that ends within its head (%s)', async (magic) => {
    const short = Buffer.concat([Buffer.from(magic), Buffer.alloc(30, 0xa0)]);
    expect(await refusalOf(short)).toBe('damaged');
    expect(await refusalOf(short, passphrase)).toBe('damaged');
  });

  it('is in no file of the older way whose last block is not whole', async () => {
    expect(await refusalOf(legacyStratum(stratumFile([])).subarray(0, -1))).toBe('damaged');
  });
});
