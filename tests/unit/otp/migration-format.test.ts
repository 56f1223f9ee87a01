import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName } from '../../../lib/otp/key-uri-label.ts';
import { parseMigration } from '../../../lib/otp/migration.ts';
import { joinMigrations } from '../../../lib/otp/migration-batch.ts';
import { formatMigration } from '../../../lib/otp/migration-format.ts';
import type { OtpAccount, OtpParameters } from '../../../lib/otp/parameters.ts';
import { writeProtobuf } from '../../../lib/otp/protobuf.ts';
import { arbitraryText } from './arbitrary-text.ts';

const secret = fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => new Uint8Array(bytes));
const name = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }).map(cleanName),
  fc.constantFrom('', 'a:b', 'Steam'),
);
const common = {
  secret,
  algorithm: fc.constantFrom('SHA1', 'SHA256', 'SHA512'),
  digits: fc.constantFrom(6, 8),
};
const movable: fc.Arbitrary<OtpAccount> = fc.record({
  issuer: name,
  account: name,
  parameters: fc.oneof(
    fc.record({ type: fc.constant('totp'), ...common, periodSeconds: fc.constant(30) }),
    fc.record({ type: fc.constant('hotp'), ...common, counter: fc.maxSafeNat() }),
  ),
});
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

const plain = {
  type: 'totp',
  secret: Uint8Array.of(1, 2, 3),
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
} as const;
const account = (parameters: OtpParameters, issuer = 'Acme', login = 'ada'): OtpAccount => ({
  issuer,
  account: login,
  parameters,
});
const many = (count: number): OtpAccount[] =>
  Array.from({ length: count }, (_, n) => account(plain, 'Acme', `ada${n}`));

describe('formatMigration', () => {
  it('is undone by reading, for every account that the format can carry, in any order of the codes', () => {
    fc.assert(
      fc.property(fc.array(movable, { minLength: 1, maxLength: 35 }), int32, (accounts, id) => {
        const { texts, leftOut } = formatMigration(accounts, id);
        expect(leftOut).toEqual([]);
        const parts = texts.flatMap((text) => {
          const parsed = parseMigration(text);
          return parsed.ok ? [parsed.value] : [];
        });
        expect(parts.flatMap((part) => part.accounts)).toEqual(accounts);
        expect(parts.map((part) => [part.batchSize, part.batchIndex, part.batchId, part.refused])).toEqual(
          texts.map((_, index) => [texts.length, index, id, []]),
        );
        const batches = [{ parts: texts.length, missingParts: [] }];
        expect(joinMigrations(texts.toReversed())).toEqual({ accounts, batches, refused: [], damaged: 0 });
      }),
    );
  });

  it('puts ten accounts into one code, or as many as are asked for', () => {
    const sizes = (texts: readonly string[]) => texts.map((text) => joinMigrations([text]).accounts.length);
    expect(sizes(formatMigration(many(23), 7).texts)).toEqual([10, 10, 3]);
    expect(sizes(formatMigration(many(11), 7, 5).texts)).toEqual([5, 5, 1]);
    expect(formatMigration([], 7)).toEqual({ texts: [], leftOut: [] });
  });

  // ISO/IEC 18004 table 7: bytes in a symbol of version 40 at level M.
  it('never makes a code that no QR symbol holds', () => {
    const long = many(20).map((one) => ({ ...one, account: '莎'.repeat(200) }));
    const { texts, leftOut } = formatMigration(long, -1);
    expect(leftOut).toEqual([]);
    expect(joinMigrations(texts).accounts).toEqual(long);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(2331);
  });

  it.each<[string, OtpParameters, string]>([
    ['a Steam account', { type: 'steam', secret: Uint8Array.of(1) }, 'steam'],
    ['a period of 60 s', { ...plain, periodSeconds: 60 }, 'period-not-30'],
    ['7 digits', { ...plain, digits: 7 }, 'digits-not-6-or-8'],
    ['10 digits of a counter', { ...plain, type: 'hotp', digits: 10, counter: 0 }, 'digits-not-6-or-8'],
    ['more bytes than a code holds', { ...plain, secret: new Uint8Array(1024).fill(251) }, 'too-long'],
  ])('leaves out %s, with the reason, and moves the rest', (_name, parameters, why) => {
    const odd = account(parameters);
    const { texts, leftOut } = formatMigration([account(plain), odd, account(plain, '', 'bob')], 1);
    expect(leftOut).toEqual([{ account: odd, why }]);
    expect(joinMigrations(texts).accounts).toEqual([account(plain), account(plain, '', 'bob')]);
  });

  it('writes what Google Authenticator writes: name with issuer, enums, escaped base64', () => {
    const bytes = [0x0a, 0x16, 0x0a, 3, 1, 2, 3, 0x12, 6, 65, 58, 0xc3, 0xa4, 100, 97, 0x1a, 1, 65, 0x20, 1, 0x28, 1];
    const payload = [...bytes, 0x30, 2, 0x10, 1, 0x18, 1, 0x20, 0, 0x28, 9];
    expect(formatMigration([account(plain, 'A', 'äda')], 9).texts).toEqual([
      `otpauth-migration://offline?data=${encodeURIComponent(btoa(String.fromCharCode(...payload)))}`,
    ]);
  });
});

describe('joinMigrations', () => {
  const part = (index: number, batchId = 42): string => formatMigration(many(25), batchId).texts[index] ?? '';

  it('names the parts of a batch that are missing, counted from 1', () => {
    expect(joinMigrations([part(2)])).toMatchObject({ batches: [{ parts: 3, missingParts: [1, 2] }] });
    expect(joinMigrations([part(2), part(0)]).batches).toEqual([{ parts: 3, missingParts: [2] }]);
  });

  it('counts two pictures of one code once, also when one was escaped and the other not', () => {
    const again = decodeURIComponent(part(0));
    expect(joinMigrations([part(0), again, part(0)]).accounts).toEqual(many(10));
  });

  it('keeps exports apart by their id, and both codes where two without an id claim one place', () => {
    const other = formatMigration([account(plain, 'Other', 'eve')], 43).texts;
    const joined = joinMigrations([part(1), ...other, part(0)]);
    expect(joined.batches).toEqual([
      { parts: 3, missingParts: [3] },
      { parts: 1, missingParts: [] },
    ]);
    expect(joined.accounts).toHaveLength(21);
    const withoutId = [many(12), many(12).map((one) => ({ ...one, issuer: 'Other' }))];
    const texts = withoutId.flatMap((accounts) => formatMigration(accounts, 0).texts.slice(0, 1));
    expect(joinMigrations(texts)).toMatchObject({ batches: [{ parts: 2, missingParts: [2] }] });
    expect(joinMigrations(texts).accounts).toHaveLength(20);
  });

  it('counts damaged codes, names refused accounts, and passes over other texts', () => {
    // One account with hash number 4 (MD5).
    const unknown = `otpauth-migration://offline?data=${btoa(String.fromCharCode(0x0a, 5, 0x0a, 1, 1, 0x20, 4))}`;
    const joined = joinMigrations(['otpauth://totp/a', 'otpauth-migration://offline?data=CgU', unknown, '']);
    const refused = [{ issuer: '', account: '', why: 'unknown-kind' }];
    expect(joined).toEqual({ accounts: [], batches: [{ parts: 1, missingParts: [] }], refused, damaged: 1 });
  });

  it('keeps two exports of several parts apart by their ids', () => {
    expect(joinMigrations([part(0), part(1, 43)]).batches).toEqual([
      { parts: 3, missingParts: [2, 3] },
      { parts: 3, missingParts: [1, 3] },
    ]);
  });

  it('keeps two codes of one part each apart though both have no id', () => {
    const texts = ['ada', 'eve'].flatMap((login) => formatMigration([account(plain, 'Acme', login)], 0).texts);
    expect(joinMigrations(texts).batches).toEqual([
      { parts: 1, missingParts: [] },
      { parts: 1, missingParts: [] },
    ]);
  });

  it('counts a damaged code once, with spaces around it or without', () => {
    const text = 'otpauth-migration://offline?data=!!!!';
    expect(joinMigrations([text, ` ${text}\n`]).damaged).toBe(1);
  });

  it.each([
    [1_000, 999, 1_000],
    [1_001, 999, 1],
    [3, 3, 1],
    [3, -1, 1],
  ])('of a batch of %d parts takes part %d for one of %d', (batchSize, batchIndex, parts) => {
    const entry = writeProtobuf([[1, Uint8Array.of(1)]]);
    const fields = [[1, entry] as const, [3, batchSize] as const, [4, batchIndex] as const];
    const data = btoa(String.fromCharCode(...writeProtobuf(fields)));
    const joined = joinMigrations([`otpauth-migration://offline?data=${encodeURIComponent(data)}`]);
    expect(joined.batches.map((batch) => batch.parts)).toEqual([parts]);
    expect(joined.accounts).toHaveLength(1);
  });

  it('believes no batch of a million parts, and still reads the code', () => {
    const bytes = [0x0a, 3, 0x0a, 1, 1, 0x18, 0xc0, 0x84, 0x3d, 0x20, 1];
    const joined = joinMigrations([`otpauth-migration://offline?data=${btoa(String.fromCharCode(...bytes))}`]);
    expect(joined).toMatchObject({ batches: [{ parts: 1, missingParts: [] }] });
    expect(joined.accounts).toHaveLength(1);
  });

  it('never throws on arbitrary data', () => {
    const text = fc.oneof(
      fc.base64String().map((data) => `otpauth-migration://offline?data=${data}`),
      arbitraryText,
    );
    fc.assert(fc.property(fc.array(text), (texts) => joinMigrations(texts).damaged >= 0));
  });
});
