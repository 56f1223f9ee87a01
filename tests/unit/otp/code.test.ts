import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase32, encodeBase32 } from '../../../lib/otp/base32.ts';
import { codeAt } from '../../../lib/otp/code.ts';
import { hotp, truncatedHmac } from '../../../lib/otp/hotp.ts';
import type { HashAlgorithm } from '../../../lib/otp/parameters.ts';

const ascii = (text: string) => new TextEncoder().encode(text);
const SEED = '1234567890'.repeat(7);
const seeds = { SHA1: ascii(SEED.slice(0, 20)), SHA256: ascii(SEED.slice(0, 32)), SHA512: ascii(SEED.slice(0, 64)) };

describe('HOTP', () => {
  // RFC 4226 Appendix D.
  it.each(
    ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
      (code, counter) => [counter, code] as const,
    ),
  )('gives the value of RFC 4226 Appendix D for counter %i', (counter, code) => {
    expect(hotp(seeds.SHA1, 'SHA1', 6, counter)).toBe(code);
  });

  // The same appendix's column of truncated decimals, which are what ten digits show.
  it.each([
    [0, 1284755224],
    [1, 1094287082],
    [2, 137359152],
    [3, 1726969429],
    [9, 645520489],
  ])('truncates to the number of RFC 4226 Appendix D for counter %i, and shows it in ten digits', (counter, number) => {
    expect(truncatedHmac(seeds.SHA1, 'SHA1', counter)).toBe(number);
    expect(hotp(seeds.SHA1, 'SHA1', 10, counter)).toBe(String(number).padStart(10, '0'));
  });

  it('refuses digits and counters that no standard knows', () => {
    for (const digits of [0, 11, 1.5]) expect(() => hotp(seeds.SHA1, 'SHA1', digits, 0)).toThrow(RangeError);
    for (const counter of [-1, 0.5, 2 ** 53]) expect(() => hotp(seeds.SHA1, 'SHA1', 6, counter)).toThrow(RangeError);
  });
});

describe('the code of a counter', () => {
  it('is shown from now on until it is used', () => {
    const parameters = { type: 'hotp', secret: seeds.SHA1, algorithm: 'SHA1', digits: 6, counter: 3 } as const;
    expect(codeAt(parameters, 59_999)).toEqual({
      code: '969429',
      step: 3,
      startsUnixMs: 59_999,
      endsUnixMs: Number.POSITIVE_INFINITY,
    });
  });
});

describe('TOTP', () => {
  // RFC 6238 Appendix B, seeds as in erratum 2866.
  it.each<[number, string, string, string]>([
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ])('gives the values of RFC 6238 Appendix B at %i s', (seconds, ...codes) => {
    const algorithms: readonly HashAlgorithm[] = ['SHA1', 'SHA256', 'SHA512'];
    const shown = algorithms.map(
      (algorithm) =>
        codeAt({ type: 'totp', secret: seeds[algorithm], algorithm, digits: 8, periodSeconds: 30 }, seconds * 1000)
          .code,
    );
    expect(shown).toEqual(codes);
  });

  it('changes exactly at the edge of a step', () => {
    const parameters = { type: 'totp', secret: seeds.SHA1, algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
    expect(codeAt(parameters, 59_999)).toMatchObject({
      code: '287082',
      step: 1,
      startsUnixMs: 30_000,
      endsUnixMs: 60_000,
    });
    expect(codeAt(parameters, 60_000).step).toBe(2);
  });
});

describe('Steam Guard', () => {
  // Codes seen in the Steam app, from the tests of KeePassXC (TestTotp.cpp).
  it.each([
    [1511200518, 'FR8RV'],
    [1511200714, '9P3VP'],
  ])('gives the code of the app at %i s', (seconds, code) => {
    const secret = decodeBase32('63BEDWCQZKTQWPESARIERL5DTTQFCJTK');
    if (!secret.ok) throw new Error('fixture');
    expect(codeAt({ type: 'steam', secret: secret.value }, seconds * 1000).code).toBe(code);
  });
});

describe('base32', () => {
  it('gives back every sequence of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (bytes) => {
        expect(decodeBase32(encodeBase32(bytes))).toEqual({ ok: true, value: new Uint8Array(bytes) });
      }),
    );
  });

  // RFC 4648 §10, whose empty text is no secret.
  it.each([
    ['MY======', 'f'],
    ['MZXQ====', 'fo'],
    ['MZXW6===', 'foo'],
    ['MZXW6YQ=', 'foob'],
    ['MZXW6YTB', 'fooba'],
    ['MZXW6YTBOI======', 'foobar'],
  ])('reads %s of RFC 4648 and writes it without padding', (text, plain) => {
    expect(decodeBase32(text)).toEqual({ ok: true, value: ascii(plain) });
    expect(encodeBase32(ascii(plain))).toBe(text.replaceAll('=', ''));
  });

  // Secrets as sites show them; the last three from issues of yubioath-flutter (1759), KeePassXC (3754, 3825).
  it.each([
    ['jbsw y3dp ehpk 3pxp', '48656c6c6f21deadbeef'],
    ['JBSW-Y3DP-EHPK-3PXP', '48656c6c6f21deadbeef'],
    ['JDKSNDJJDNDJJDBXB', '48d5268d291b46948c37'],
    ['AA======', '00'],
    ['2g3g gee3 dv7o xrk6 5h5k vlng pq', 'd1b663109b1d7eebc55ee9faaaada67c'],
    [
      '5FT7WWLR3OWA26NWZ6DFCRLM3NGEWVUE7ZYWFMGCWBGJ7K3IEWDA',
      'e967fb5971dbac0d79b6cf8651456cdb4c4b5684fe7162b0c2b04c9fab682586',
    ],
  ])('reads "%s" as people write it', (text, hex) => {
    expect(decodeBase32(text)).toEqual({ ok: true, value: new Uint8Array(Buffer.from(hex, 'hex')) });
  });

  it.each([
    ['', 'empty'],
    ['  == ', 'empty'],
    ['A', 'empty'],
    ['MZX!', 'bad-character'],
    ['MZ=XW', 'bad-character'],
    ['MZX0', 'digit-for-letter'],
    ['1ZXW', 'digit-for-letter'],
  ])('refuses "%s" as %s', (text, error) => {
    expect(decodeBase32(text)).toEqual({ ok: false, error });
  });
});
