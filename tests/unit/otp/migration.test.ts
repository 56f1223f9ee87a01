import { expect, it } from 'vitest';
import { parseMigration } from '../../../lib/otp/migration.ts';

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
