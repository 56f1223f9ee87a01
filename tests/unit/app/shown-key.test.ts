import { describe, expect, it } from 'vitest';
import { withOtherKey } from '../../../lib/app/shown-key.ts';
import { decodeBase32 } from '../../../lib/otp/base32.ts';
import type { OtpAccount } from '../../../lib/otp/parameters.ts';

const SCANNED = 'JBSWY3DPEHPK3PXP';
const OTHER = 'GEZDGNBVGY3TQOJQ';

function accountOf(key: string): OtpAccount {
  const secret = decodeBase32(key);
  if (!secret.ok) throw new Error(secret.error);
  const parameters = { type: 'totp', secret: secret.value, algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
  return { issuer: 'Acme', account: 'ada', parameters };
}
const account = accountOf(SCANNED);
const says = (shown: readonly string[], accounts = [account]) =>
  accounts.map((one) => one === withOtherKey(accounts, shown));

describe('the setup key beside a code', () => {
  it('is another one than the code holds', () => {
    expect(says([OTHER])).toEqual([true]);
  });

  it.each([
    ['as it is', SCANNED],
    ['in groups of four, in small letters', 'jbsw y3dp ehpk 3pxp'],
    ['with dashes and padding', 'JBSW-Y3DP-EHPK-3PXP===='],
    ['after a word that reads like a part of it', `CODE${SCANNED}`],
    ['as far as it is shown', SCANNED.slice(0, 12)],
  ])('is the same one %s', (_how, shown) => {
    expect(says([shown])).toEqual([false]);
  });

  it('is the same one where its last letter has spare bits', () => {
    // 26 letters are 130 bits, of which a key of 16 bytes has 128.
    expect(says(['GEZDGNBVGY3TQOJQGEZDGNBVGZ'], [accountOf('GEZDGNBVGY3TQOJQGEZDGNBVGY')])).toEqual([false]);
  });

  it('is not there, or no key', () => {
    expect(says([])).toEqual([false]);
    expect(says(['0189'])).toEqual([false]);
  });

  it('is the same one among others, such as backup codes', () => {
    expect(says([OTHER, SCANNED])).toEqual([false]);
  });

  it('is none of several that nobody can tell apart', () => {
    expect(says([OTHER, 'MFRGGZDFMZTWQ2LK'])).toEqual([false]);
    expect(says([OTHER], [account, accountOf('MFRGGZDFMZTWQ2LK')])).toEqual([false, false]);
  });

  it('is said of the account that is left over where the other one has its own', () => {
    expect(says([OTHER, 'MFRGGZDFMZTWQ2LK'], [account, accountOf('MFRGGZDFMZTWQ2LK')])).toEqual([true, false]);
  });
});
