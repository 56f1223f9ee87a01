import { expect, it } from 'vitest';
import { parseMigration } from '../../../lib/otp/migration.ts';
import { type ProtobufInput, writeProtobuf } from '../../../lib/otp/protobuf.ts';

const uri = (algorithm: number) => {
  const account = [0x0a, 2, 1, 2, 0x12, 3, 65, 58, 98, 0x1a, 1, 65, 0x20, algorithm, 0x28, 2, 0x30, 2];
  const payload = [0x0a, account.length, ...account, 0x10, 2, 0x18, 1];
  return `otpauth-migration://offline?data=${encodeURIComponent(btoa(String.fromCharCode(...payload)))}`;
};

it('reads an account, its digits as an enum, its name without the issuer', () => {
  const parameters = { type: 'totp', secret: Uint8Array.of(1, 2), algorithm: 'SHA256', digits: 8, periodSeconds: 30 };
  expect(parseMigration(uri(2))).toMatchObject({
    ok: true,
    value: { accounts: [{ issuer: 'A', account: 'b', parameters }], refused: [], batchSize: 1, batchIndex: 0 },
  });
});

it('names an account with an unknown hash as refused, and tells damage from other texts', () => {
  const refused = [{ issuer: 'A', account: 'b', why: 'unknown-kind' }];
  expect(parseMigration(uri(4))).toMatchObject({ ok: true, value: { accounts: [], refused } });
  expect(parseMigration('otpauth-migration://offline?data=CgU')).toEqual({ ok: false, error: 'damaged' });
  expect(parseMigration('otpauth://totp/a')).toEqual({ ok: false, error: 'not-a-migration' });
});

// The two payloads of the tests of github.com/dim13/otpauth (ISC): one without enums, one with bare `/`, `+` and `=`.
it.each([
  ['CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoHRXhhbXBsZTAC', '48656c6c6f21deadbeef'],
  [
    'CjsKFBHMQnKu/odWlB/zUy+dfiRIaHj0EhhFeGFtcGxlOmFsaWNlQGdvb2dsZS5jb20aB0V4YW1wbGUwAg==',
    '11cc4272aefe8756941ff3532f9d7e24486878f4',
  ],
  [
    'CjsKFBHMQnKu/odWlB/zUy dfiRIaHj0EhhFeGFtcGxlOmFsaWNlQGdvb2dsZS5jb20aB0V4YW1wbGUwAg',
    '11cc4272aefe8756941ff3532f9d7e24486878f4',
  ],
])('reads %s as others wrote it', (data, hex) => {
  const secret = new Uint8Array(Buffer.from(hex, 'hex'));
  const parameters = { type: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 };
  expect(parseMigration(`otpauth-migration://offline?data=${data}`)).toMatchObject({
    ok: true,
    value: { accounts: [{ issuer: 'Example', account: 'alice@google.com', parameters }], refused: [], batchSize: 0 },
  });
});

const PREFIX = 'otpauth-migration://offline?data=';
const textOf = (payload: Uint8Array) => PREFIX + encodeURIComponent(btoa(String.fromCharCode(...payload)));
const ada = new TextEncoder().encode('ada');
const read = (...fields: readonly ProtobufInput[]) =>
  parseMigration(textOf(writeProtobuf([[1, writeProtobuf(fields)]])));
const refusedAs = (issuer: string, account: string, why: string) => ({
  ok: true,
  value: { accounts: [], refused: [{ issuer, account, why }] },
});

it.each<[string, readonly ProtobufInput[], string]>([
  ['of a type before the first', [[6, -1]], 'unknown-kind'],
  ['of a type after the last', [[6, 3]], 'unknown-kind'],
  ['of a number of digits after the last', [[5, 3]], 'unknown-kind'],
  ['of a type that is no number', [[6, Uint8Array.of(1)]], 'unknown-kind'],
  ['of a number of digits that is none', [[5, Uint8Array.of(2)]], 'unknown-kind'],
  ['of a hash that no number names', [[4, Uint8Array.of(2)]], 'unknown-kind'],
  [
    'with a counter below 0',
    [
      [6, 1],
      [7, -1],
    ],
    'damaged',
  ],
  ['without a secret', [[1, new Uint8Array()]], 'damaged'],
  ['with a secret of more than 1 KiB', [[1, new Uint8Array(1_025)]], 'damaged'],
])('refuses an account %s, by its name', (_name, fields, why) => {
  expect(read([1, Uint8Array.of(1)], [2, ada], ...fields)).toMatchObject(refusedAs('', 'ada', why));
});

it('refuses an account whose counter or hash no number holds, and takes the largest that one does', () => {
  const counted = (bytes: readonly number[], field = 0x38) => {
    const account = Uint8Array.of(0x0a, 1, 1, 0x12, 3, ...ada, 0x30, 1, field, ...bytes);
    return parseMigration(textOf(writeProtobuf([[1, account]])));
  };
  const [most, beyond] = [
    [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
    [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10],
  ];
  expect(counted(most)).toMatchObject({ ok: true, value: { accounts: [{ parameters: { counter: 2 ** 53 - 1 } }] } });
  expect(counted(beyond)).toMatchObject(refusedAs('', 'ada', 'damaged'));
  expect(counted(beyond, 0x20)).toMatchObject(refusedAs('', 'ada', 'unknown-kind'));
});

it('reads a secret of 1 KiB', () => {
  const secret = new Uint8Array(1_024).fill(7);
  expect(read([1, secret], [2, ada])).toMatchObject({
    ok: true,
    value: { accounts: [{ parameters: { secret } }], refused: [] },
  });
});

it('refuses an account that is no message as a damaged one without a name', () => {
  expect(parseMigration(textOf(writeProtobuf([[1, Uint8Array.of(0xff)]])))).toMatchObject(refusedAs('', '', 'damaged'));
});

it.each([
  ['without an issuer', '', ':ada', ':ada'],
  ['with another issuer before the colon', 'Acme', 'Other:ada', 'Other:ada'],
  ['with a name that only begins like the issuer', 'Acme', 'Acme2:ada', 'Acme2:ada'],
  ['with its issuer before the colon', 'Acme', 'Acme:ada', 'ada'],
])('reads the name of an account %s', (_name, issuer, name, account) => {
  const encoder = new TextEncoder();
  expect(read([1, Uint8Array.of(1)], [2, encoder.encode(name)], [3, encoder.encode(issuer)])).toMatchObject({
    ok: true,
    value: { accounts: [{ issuer, account }] },
  });
});

it('passes over what is no account: numbers in its place, and bytes in another', () => {
  const payload = writeProtobuf([
    [1, 5],
    [9, writeProtobuf([[1, Uint8Array.of(1)]])],
  ]);
  expect(parseMigration(textOf(payload))).toMatchObject({ ok: true, value: { accounts: [], refused: [] } });
});

it.each([
  ['behind other words', `see ${PREFIX}CgMKAQE`, 'not-a-migration'],
  ['with another parameter behind it', `${PREFIX}CgMKAQE&x=1`, 'not-a-migration'],
  ['without data', PREFIX, 'not-a-migration'],
  ['behind more spaces than a code holds', `${' '.repeat(4_200)}${PREFIX}CgMKAQE`, 'not-a-migration'],
  ['longer than a code holds', PREFIX + 'A'.repeat(4_097), 'not-a-migration'],
  ['with another character at the end', `${PREFIX}CgMKAQE!`, 'damaged'],
  ['with another character at the beginning', `${PREFIX}!CgMKAQE`, 'damaged'],
  ['of a length that base64 does not have', `${PREFIX}CgMKAQEAA`, 'damaged'],
])('reads no text %s', (_name, text, error) => {
  expect(parseMigration(text)).toEqual({ ok: false, error });
});

it('reads a text with spaces around it, and a slash before its parameter', () => {
  for (const text of [`  ${PREFIX}CgMKAQE\n`, 'otpauth-migration://offline/?data=CgMKAQE'])
    expect(parseMigration(text).ok).toBe(true);
});
