import fc from 'fast-check';
import { HOTP, Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { type CheckContext, type CheckedCode, checkCode } from '../../../lib/app/check-code.ts';
import { typedCode } from '../../../lib/app/typed-code.ts';
import type { Bytes, OtpParameters } from '../../../lib/otp/parameters.ts';
import { steamCode } from '../../../lib/otp/steam.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { filled, sampleEntry } from '../vault/samples.ts';

// The phones are otpauth (npm), which shares no line with ours. Twelve seconds into a step.
const nowUnixMs = 1_700_000_022_000;
const totp = { type: 'totp', secret: filled(20, 7), algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
const hotp = { type: 'hotp', secret: filled(20, 9), algorithm: 'SHA1', digits: 6, counter: 50 } as const;
const steam = { type: 'steam', secret: filled(20, 5) } as const;
const step = Math.floor(nowUnixMs / 30_000);

const entryOf = (parameters: OtpParameters, account = 'ada'): Entry => ({
  ...sampleEntry(account),
  account,
  parameters,
});
const buffer = (secret: Bytes) => new Secret({ buffer: secret.buffer });
/** What a phone shows whose clock is some seconds ahead of ours. */
const phone = (aheadSeconds = 0, secret: Bytes = totp.secret, digits = 6): string =>
  new TOTP({ secret: buffer(secret), digits }).generate({ timestamp: nowUnixMs + aheadSeconds * 1000 });
const counted = (counter: number): string => HOTP.generate({ secret: buffer(hotp.secret), counter });

const check = (typed: string, context: Partial<CheckContext> = {}): CheckedCode =>
  checkCode(typed, { entry: entryOf(totp), others: [], lastFilled: null, before: null, nowUnixMs, ...context });

describe('a code typed from a phone', () => {
  it('is the same secret right now', () => {
    expect(check(phone())).toEqual({
      kind: 'same-now',
      seconds: 0,
      fromUnixMs: step * 30_000,
      taken: true,
      oneIn: 1_000_000,
      perhapsChance: false,
    });
  });

  it.each([
    [-30, 'same-behind', true],
    [30, 'same-ahead', true],
    [-60, 'same-behind', false],
    [90, 'same-ahead', false],
    [-600, 'same-behind', false],
  ] as const)('of a clock %i s ahead is told as %s, and a site takes it: %s', (aheadSeconds, kind, taken) => {
    expect(check(phone(aheadSeconds))).toMatchObject({
      kind,
      seconds: Math.abs(aheadSeconds),
      fromUnixMs: step * 30_000 + aheadSeconds * 1000,
      taken,
      perhapsChance: false,
    });
  });

  it.each([-24, -23.5, -5, 1, 12, 24])('of a clock %d hours ahead is found, and called possible chance', (hours) => {
    const away = Math.abs(hours) * 3600;
    expect(check(phone(hours * 3600))).toMatchObject({ seconds: away, taken: false, perhapsChance: true });
  });

  it('of a clock more than a day off is not this secret', () => {
    expect(check(phone(24 * 3600 + 30))).toEqual({ kind: 'other-secret' });
    expect(check(phone(-25 * 3600))).toEqual({ kind: 'other-secret' });
  });

  it('says how likely chance is: one code in 1 000 000 divided by the codes that lie as near', () => {
    expect(check(phone(-60))).toMatchObject({ oneIn: 1_000_000 / 5 });
    expect(check(phone(24 * 3600))).toMatchObject({ oneIn: 1_000_000 / 5761 });
  });

  it('far away is believed once the code before it fits too, and is another secret when that one does not', () => {
    const away = 7 * 3600;
    const second = check(phone(away), { before: phone(away - 30) });
    expect(second).toMatchObject({ kind: 'same-ahead', seconds: away, perhapsChance: false });
    expect(check(phone(away), { before: phone(0, filled(20, 200)) })).toEqual({ kind: 'other-secret' });
    expect(check(phone(away), { before: phone(away + 30) })).toEqual({ kind: 'other-secret' });
  });

  it('typed twice is no second witness', () => {
    expect(check(phone(7 * 3600), { before: phone(7 * 3600) })).toMatchObject({ perhapsChance: true });
  });

  it('of four digits is possible chance even when it is right, until the one before fits too', () => {
    const entry = entryOf({ ...totp, digits: 4 });
    const code = (ahead: number) => phone(ahead, totp.secret, 4);
    expect(check(code(-30), { entry })).toMatchObject({ taken: true, oneIn: 10_000 / 3, perhapsChance: true });
    const sure = check(code(0), { entry, before: code(-30) });
    expect(sure).toMatchObject({ kind: 'same-now', taken: true, perhapsChance: false });
  });

  it('that was filled last is used already, whether or not a site would still know it', () => {
    expect(check(phone(), { lastFilled: phone() })).toEqual({ kind: 'already-used', taken: true });
    expect(check(phone(-300), { lastFilled: phone(-300) })).toEqual({ kind: 'already-used', taken: false });
    expect(check(phone(-30), { lastFilled: phone() })).toMatchObject({ kind: 'same-behind' });
  });

  it('of another account names that account', () => {
    const others = [entryOf({ ...totp, secret: filled(20, 8) }, 'bob'), entryOf(hotp, 'cid'), entryOf(steam, 'dan')];
    const named = (typed: string) => check(typed, { others });
    expect(named(phone(0, filled(20, 8)))).toMatchObject({
      kind: 'other-entry',
      account: 'bob',
      issuer: 'Example',
      perhapsChance: false,
    });
    expect(named(counted(52))).toMatchObject({ kind: 'other-entry', account: 'cid' });
    expect(named(steamCode(steam.secret, step))).toMatchObject({ kind: 'other-entry', account: 'dan' });
    expect(named(phone(0, filled(20, 11)))).toEqual({ kind: 'other-secret' });
  });

  it('of another account may be chance where there are very many', () => {
    const others = Array.from({ length: 40 }, (_, index) => entryOf({ ...totp, secret: filled(20, 100 + index) }));
    expect(check(phone(0, filled(20, 120)), { others })).toMatchObject({ kind: 'other-entry', perhapsChance: true });
  });

  it.each([
    [50, 'counter-same', 0, true],
    [53, 'counter-ahead', 3, true],
    [61, 'counter-ahead', 11, false],
    [150, 'counter-ahead', 100, false],
    [40, 'counter-behind', 10, false],
  ] as const)('by counter %i is %s by %i, and a site takes it: %s', (counter, kind, counters, taken) => {
    expect(check(counted(counter), { entry: entryOf(hotp) })).toMatchObject({ kind, counters, taken });
  });

  it.each([39, 151])('by counter %i is out of reach', (counter) => {
    expect(check(counted(counter), { entry: entryOf(hotp) })).toEqual({ kind: 'other-secret' });
  });

  it('by counter is looked for from 0 on', () => {
    expect(check(counted(0), { entry: entryOf({ ...hotp, counter: 3 }) })).toMatchObject({ counters: 3 });
  });

  it('of Steam Guard may be typed in small letters', () => {
    const entry = entryOf(steam);
    expect(check(steamCode(steam.secret, step).toLowerCase(), { entry })).toMatchObject({ kind: 'same-now' });
    expect(check(steamCode(steam.secret, step + 4), { entry })).toMatchObject({ kind: 'same-ahead', seconds: 120 });
    expect(check('AB_DE', { entry })).toEqual({ kind: 'not-a-digit', character: '_' });
  });

  it.each([
    ['spaces', (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)}\u00a0`],
    ['dashes', (code: string) => `${code.slice(0, 3)}–${code.slice(3, 4)}-${code.slice(4)}`],
    ['full-width digits', (code: string) => shifted(code, 0xff10)],
    ['Arabic-Indic digits', (code: string) => shifted(code, 0x0660)],
    ['extended Arabic-Indic digits', (code: string) => shifted(code, 0x06f0)],
  ])('is read with %s', (_name, write) => {
    expect(check(write(phone()))).toMatchObject({ kind: 'same-now' });
  });

  it.each([
    ['12l456', 'l'],
    ['12345ß', 'ß'],
    ['12345²', '²'],
    ['1234\u202e56', '\u202e'],
    ['12345😀', '😀'],
  ])('%s names what cannot be read', (typed, character) => {
    expect(check(typed)).toEqual({ kind: 'not-a-digit', character });
  });

  it.each([
    ['', 0],
    ['12345', 5],
    ['1234567', 7],
  ])('%j has the wrong length', (text, typed) => {
    expect(check(text)).toEqual({ kind: 'wrong-length', expected: 6, typed });
  });

  it('always has an answer, and never the same secret for a text that holds something else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (typed) => {
        const { kind } = check(typed);
        expect(/^\d*$/u.test(typedCode(typed)) ? typedCode(typed).length === 6 : false).toBe(
          kind !== 'not-a-digit' && kind !== 'wrong-length',
        );
      }),
    );
  });
});

const shifted = (code: string, zero: number): string =>
  Array.from(code, (digit) => String.fromCodePoint(zero + Number(digit))).join('');

it('a kept backup code is named with its account, however it is grouped', () => {
  const kept = { ...entryOf(totp, 'grace'), backupCodes: [{ code: 'ABCDE-12345-FGHIJ', used: false }] };
  for (const typed of ['ABCDE-12345-FGHIJ', 'abcde 12345 fghij'])
    expect(check(typed, { others: [kept] })).toEqual({ kind: 'backup-code', issuer: kept.issuer, account: 'grace' });
  expect(check('ABCDE-12345', { others: [kept] }).kind).toBe('not-a-digit');
});
