import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../lib/backup/foreign/csv.ts';
import { digits20, hello, itemsOf, leftOut, read, refusalOf, taken, totp } from './accounts.ts';
import { csv } from './writers/csv.ts';

const link = `otpauth://totp/Bay:ada?secret=${hello.base32}`;
const keePass = (column: string, cell: string) => csv(['Account', 'Login Name', column], ['Bay', 'ada', cell]);
const settings = (seed: string, more: string) =>
  csv(['Title', 'Username', 'TOTP Seed', 'TOTP Settings'], ['Bay', 'ada', seed, more]);
const query = (text: string) => csv(['Title', 'Username', 'otp'], ['Bay', 'ada', text]);

describe('a table of a password manager', () => {
  it.each([
    ['KeeOTP’s query', query(`key=${hello.base32}`), totp('Bay', 'ada')],
    [
      'KeeOTP’s whole query',
      query(`key=${hello.base32}&size=8&step=25&otpHashMode=Sha256`),
      totp('Bay', 'ada', { digits: 8, periodSeconds: 25, algorithm: 'SHA256' }),
    ],
    ['KeePass’s key in hexadecimal', keePass('TimeOtp-Secret-Hex', '48656c6c 6f21dead beef'), totp('Bay', 'ada')],
    ['KeePass’s key in base64', keePass('TimeOtp-Secret-Base64', 'SGVsbG8h3q2+7w=='), totp('Bay', 'ada')],
    [
      'KeePass’s key as a text',
      keePass('TimeOtp-Secret', '12345678901234567890'),
      totp('Bay', 'ada', { secret: digits20.bytes }),
    ],
    ['a seed alone', settings(hello.base32, ''), totp('Bay', 'ada')],
    [
      'a seed with step and digits',
      settings(hello.base32, '45;8'),
      totp('Bay', 'ada', { periodSeconds: 45, digits: 8 }),
    ],
  ])('gives %s', async (_, text, account) => {
    expect(await itemsOf(text)).toEqual([taken(account)]);
  });

  it('knows Steam by the letter in place of digits', async () => {
    const steam = { issuer: 'Bay', account: 'ada', parameters: { type: 'steam', secret: digits20.bytes } } as const;
    expect(await itemsOf(settings(digits20.base32, '30;S'))).toEqual([taken(steam)]);
  });

  it('keeps the counter of KeeOTP’s and KeePass’s counted keys', async () => {
    const counted = (counter: number) => ({
      issuer: 'Bay',
      account: 'ada',
      parameters: { type: 'hotp', secret: hello.bytes, algorithm: 'SHA1', digits: 6, counter } as const,
    });
    expect(await itemsOf(query(`key=${hello.base32}&type=Hotp&counter=9`))).toEqual([taken(counted(9))]);
    const row = csv(
      ['Account', 'Login Name', 'HmacOtp-Secret-Hex', 'HmacOtp-Counter'],
      ['Bay', 'ada', '48656c6c6f21deadbeef', '7'],
    );
    expect(await itemsOf(row)).toEqual([taken(counted(7))]);
  });

  it.each([
    ['settings of another kind', settings(hello.base32, 'often;6'), leftOut('Bay', 'ada', 'period-invalid')],
    ['a key that is not in hexadecimal', keePass('TimeOtp-Secret-Hex', 'xyz'), leftOut('Bay', 'ada', 'secret-invalid')],
    ['an unknown hash', query(`key=${hello.base32}&otpHashMode=Md5`), leftOut('Bay', 'ada', 'algorithm-unknown')],
    ['a word in the column of codes', query('enabled'), leftOut('Bay', 'ada', 'not-an-account')],
  ])('names an account with %s', async (_, text, item) => {
    expect(await itemsOf(text)).toEqual([item]);
  });
});

describe('a table', () => {
  it('may have quotes, line breaks and separators in its cells', async () => {
    const text = csv(['Title', 'Notes', 'TOTP'], ['The "Bay", inc.', `see\r\n${link}\nhere`, hello.base32]);
    expect(await itemsOf(text)).toEqual([taken(totp('The "Bay", inc.', ''))]);
  });

  it('may have its links in the first column', async () => {
    const text = csv(['OTPAuth', 'Title'], [`${link}&issuer=Bay`, 'Cove'], [link, 'Cove']);
    expect(await itemsOf(text)).toEqual([taken(totp('Bay', 'ada')), taken(totp('Bay', 'ada'))]);
  });

  it('is one by its links alone, whatever its columns are called', async () => {
    expect(await itemsOf(csv(['Dienst', 'Geheimnis'], ['Bay', link]))).toEqual([taken(totp('Bay', 'ada'))]);
  });

  it('names a row with a link where no column is', async () => {
    const { outcome } = await read(csv(['Title', 'TOTP'], ['Bay', '', '', link], ['Cove', '', 'a note']));
    expect(outcome).toEqual({
      ok: true,
      value: { items: [leftOut('', 'Bay', 'not-an-account')], others: 1, pictures: [] },
    });
  });

  it('may be in UTF-16 with its mark', async () => {
    const text = csv(['Title', 'TOTP'], ['Müller', hello.base32]);
    expect(await itemsOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual([taken(totp('Müller', ''))]);
  });

  it('that breaks off within a quoted cell gives nothing of that cell', async () => {
    expect(await itemsOf(csv(['Title', 'TOTP'], ['Bay, inc.', `${link}, x`]).slice(0, -4))).toEqual([
      leftOut('Bay, inc.', '', 'secret-invalid'),
    ]);
  });

  it('without codes is not recognised', async () => {
    expect(await refusalOf(csv(['Title', 'Price'], ['Bay', '3']))).toBe('unrecognised');
  });
});

describe('readCsv', () => {
  it.each([
    [
      'a,b\r\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"a""b","c\nd"', [['a"b', 'c\nd']]],
    ['a"b,c', [['a"b', 'c']]],
    ['\n\n', []],
    ['"a"b', [['"a"b']]],
  ])('%j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });
});
