import { describe, expect, it } from 'vitest';
import { hello, itemsOf, leftOut, passphrase, refusalOf, taken, totp } from './accounts.ts';
import { samples } from './samples.ts';
import { androidMap, authyMap } from './writers/android-map.ts';
import { freeOtp2File, freeOtpEntry, signed } from './writers/free-otp.ts';
import { zipOf } from './writers/zip.ts';

const stray = leftOut('', '', 'not-an-account');

/** Where the accounts of each format's JSON are; `*` is whatever comes first. */
const paths: Readonly<Record<string, readonly string[]>> = {
  aegis: ['db', 'entries'],
  '2fas': ['services'],
  stratum: ['Authenticators'],
  bitwarden: ['items'],
  'credential-exchange': ['accounts', '*', 'items'],
  'proton-authenticator': ['entries'],
  'proton-pass': ['vaults', '*', 'items'],
  freeotp: ['tokens'],
  lastpass: ['accounts'],
  '2fauth': ['data'],
  duo: [],
  andotp: [],
  raivo: [],
};

const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => key === '*' || name === key)?.[1]
    : undefined;

/** A plain sample of a format as JSON, with two members in its list that are no objects. */
function withStrays(format: string, path: readonly string[]) {
  const found = samples.find(
    ({ bytes, ...one }) => one.format === format && !one.sealed && /^[[{]/.test(textOf(bytes)),
  );
  const json: unknown = JSON.parse(textOf(found?.bytes ?? new Uint8Array()));
  const list = path.reduce(inside, json);
  if (!Array.isArray(list)) throw new Error(`no list in the sample of ${format}`);
  list.push(null, 'a text');
  return { json, items: found?.items ?? [] };
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('a member of a list that is no account', () => {
  it.each(Object.entries(paths))('is named beside the accounts of %s', async (format, path) => {
    const { json, items } = withStrays(format, path);
    expect(await itemsOf(json)).toEqual([...items, stray, stray]);
  });

  it('is named at every depth of 1Password’s file', async () => {
    const accounts = [null, { vaults: ['a text', { items: [7] }] }];
    expect(await itemsOf(zipOf({ 'export.data': JSON.stringify({ accounts }) }))).toEqual([stray, stray, stray]);
  });

  it('is named among the lists of Authy, of a phone and of its older ways out', async () => {
    const token = { name: 'ada', issuer: 'Bay', digits: 6, decryptedSecret: hello.base32 };
    const items = [taken(totp('Bay', 'ada')), stray];
    expect(await itemsOf({ authenticator_tokens: [token, null] })).toEqual(items);
    expect(await itemsOf(authyMap([token, []]))).toEqual(items);
  });

  it('is named in the list of TOTP Authenticator', async () => {
    expect(await itemsOf(androidMap({ STATIC_TOTP_CODES_LIST: '[null]' }))).toEqual([stray]);
  });

  it('is named by the name of its text in FreeOTP’s file of settings', async () => {
    const token = JSON.stringify({ ...freeOtpEntry('Bay', 'ada'), secret: signed(hello.bytes) });
    const texts = { 'Bay:ada': token, 'Bay:bob': '{"algo":', tokenOrder: '[]' };
    expect(await itemsOf(androidMap(texts))).toEqual([
      taken(totp('Bay', 'ada')),
      leftOut('', 'Bay:bob', 'not-an-account'),
    ]);
  });

  it('is named where FreeOTP 2 has a key without its token, or a token that is none', async () => {
    const one = { id: '1', token: freeOtpEntry('Bay', 'ada'), secret: hello.bytes };
    const more = [
      ['2', '{"key":"{}"}'],
      ['3-token', 'no token'],
      ['a note', '{"colour":"blue"}'],
    ] as const;
    const items = await itemsOf(freeOtp2File([one], { more }), passphrase);
    expect(items).toEqual([stray, taken(totp('Bay', 'ada')), stray]);
  });

  it('is named where an account of Steam has no key', async () => {
    const accounts = { 1: { shared_secret: 'SGVsbG8h3q2+7w==', account_name: 'gabe' }, 2: { account_name: 'erik' } };
    expect((await itemsOf({ accounts })).slice(1)).toEqual([leftOut('Steam', 'erik', 'no-key')]);
  });
});

describe('a list of Authy that breaks off within its text', () => {
  it('is damaged, and what was in it is not missing in silence', async () => {
    const key = 'com.authy.storage.tokens.authenticator.key';
    expect(await refusalOf(androidMap({ [key]: '[{"name":"ada"' }))).toBe('damaged');
  });
});
