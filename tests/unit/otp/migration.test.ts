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
    value: { accounts: [{ issuer: 'A', account: 'b', parameters }], refused: 0, batchSize: 1, batchIndex: 0 },
  });
});

it('counts an account with an unknown hash as refused, and tells damage from other texts', () => {
  expect(parseMigration(uri(4))).toMatchObject({ ok: true, value: { accounts: [], refused: 1 } });
  expect(parseMigration('otpauth-migration://offline?data=CgU')).toEqual({ ok: false, error: 'damaged' });
  expect(parseMigration('otpauth://totp/a')).toEqual({ ok: false, error: 'not-a-migration' });
});
