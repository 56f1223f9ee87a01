import { describe, expect, it } from 'vitest';
import { hello, itemsOf, leftOut, passphrase, read, refusalOf, taken, totp } from './accounts.ts';
import { altered } from './sample.ts';
import { samples } from './samples.ts';
import { oneField, oneItem, onePux } from './writers/managers.ts';
import { protonPassFile } from './writers/proton.ts';
import { zipOf } from './writers/zip.ts';

const link = `otpauth://totp/a?secret=${hello.base32}`;
const archives = samples.filter(({ bytes }) => Buffer.from(bytes).subarray(0, 2).toString() === 'PK');

describe('a zip', () => {
  it.each(archives)('is damaged wherever it breaks off: $name', async ({ bytes }) => {
    for (const cut of [10, bytes.length >> 1, bytes.length - 30, bytes.length - 1])
      expect(await refusalOf(bytes.slice(0, cut), passphrase)).toBe('damaged');
  });

  it('without a passphrase is damaged where one bit of a member is altered', async () => {
    const zip = zipOf({ 'codes.txt': link });
    for (const at of [42, 55, 70]) expect(await refusalOf(altered(zip, at))).toBe('damaged');
  });

  it('that ZipCrypto seals tells a wrong passphrase that its one byte lets pass', async () => {
    const zip = zipOf({ 'codes.txt': link }, { by: 'ZipCrypto', passphrase });
    const told = await Promise.all(Array.from({ length: 1_000 }, (_, at) => refusalOf(zip, `wrong ${at}`)));
    expect(new Set(told)).toEqual(new Set(['wrong-passphrase']));
  });

  it('that AES seals is damaged, and the passphrase right, where only its data are altered', async () => {
    const zip = zipOf({ 'codes.txt': link }, { by: 'AES', passphrase });
    expect(await refusalOf(altered(zip, 80), passphrase)).toBe('damaged');
  });

  it.each([
    ['a text without links', { 'readme.txt': 'nothing here' }],
    ['nothing of any app', { 'photo.raw': 'x' }],
  ])('with %s is not recognised', async (_, members) => {
    expect(await refusalOf(zipOf(members))).toBe('unrecognised');
  });

  it('without members is damaged', async () => {
    expect(await refusalOf(zipOf({}))).toBe('damaged');
  });
});

describe('a file of 1Password', () => {
  it('may have several codes in one item', async () => {
    const fields = [oneField({ totp: hello.base32 }), oneField({ totp: `${link}&period=60` })];
    expect(await itemsOf(onePux([oneItem('Bay', 'ada', fields)]))).toEqual([
      taken(totp('Bay', 'ada'), { group: 'Work' }),
      taken(totp('Bay', 'a', { periodSeconds: 60 }), { group: 'Work' }),
    ]);
  });

  it('is damaged where its contents are no JSON', async () => {
    expect(await refusalOf(zipOf({ 'export.data': '{' }))).toBe('damaged');
  });
});

describe('an export of Proton Pass', () => {
  it('that PGP seals is refused with that reason', async () => {
    const { outcome } = await read(zipOf({ 'Proton Pass/data.pgp': 'sealed' }));
    expect(outcome).toEqual({ ok: false, error: { kind: 'unsupported', why: 'pgp' } });
  });

  it('leaves out what lies in its bin, and says so', async () => {
    const data = { metadata: { name: 'Gone' }, content: { itemEmail: 'ada', totpUri: link }, extraFields: [] };
    expect(await itemsOf(protonPassFile([{ itemId: '1', state: 2, data }]))).toEqual([leftOut('Gone', 'a', 'removed')]);
  });
});
