import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase32 } from '../../../lib/otp/base32.ts';
import { codeAt } from '../../../lib/otp/code.ts';
import { formatKeyUri, parseKeyUri } from '../../../lib/otp/key-uri.ts';
import { cleanName } from '../../../lib/otp/key-uri-label.ts';
import type { OtpAccount } from '../../../lib/otp/parameters.ts';
import vectors from '../../fixtures/otp/otpauth-uri.json' with { type: 'json' };
import { arbitraryText } from './arbitrary-text.ts';

const kindOf = (text: string) => {
  const parsed = parseKeyUri(text);
  return parsed.ok ? 'accepted' : parsed.error;
};
const uri = (rest: string) => `otpauth://totp/a?secret=JBSWY3DPEHPK3PXP${rest}`;

describe('the 54 key URIs of other authenticators', () => {
  it('are all here', () => expect(vectors.uris).toHaveLength(54));

  it.each(vectors.uris)('$name $uri gets its verdict', ({ uri: text, weShould, parsed: want, code, time }) => {
    const parsed = parseKeyUri(text);
    if (weShould === 'reject') return expect(parsed.ok).toBe(false);
    if (!parsed.ok) throw new Error(parsed.error);
    const { account, notes } = parsed.value;
    if (weShould === 'reject or flag') expect(notes).toContain('period-unusual');
    if (code && time) expect(codeAt(account.parameters, time * 1000).code).toBe(code);
    if (want === undefined) return expect(code, 'a vector without facts has a code').toBeDefined();
    expect(account).toMatchObject({ issuer: want.issuer, account: want.account });
    expect(decodeBase32(want.secretBase32)).toEqual({ ok: true, value: account.parameters.secret });
    const { type, algorithm, digits, period, counter } = want;
    if (type === 'steam') expect(account.parameters.type).toBe('steam');
    if (type === 'totp') expect(account.parameters).toMatchObject({ type, algorithm, digits, periodSeconds: period });
    if (type === 'hotp') expect(account.parameters).toMatchObject({ type, algorithm, digits, counter });
  });
});

describe('parseKeyUri', () => {
  it.each([
    [uri('&algorithm=SHA384'), 'algorithm-unknown'],
    [uri('&algorithm=MD5'), 'algorithm-unknown'],
    [uri('&digits=0'), 'digits-invalid'],
    [uri('&digits=11'), 'digits-invalid'],
    [uri('&digits=6.5'), 'digits-invalid'],
    [uri('&period=x'), 'period-invalid'],
    [uri('&period=99999999999'), 'period-invalid'],
    ['otpauth://hotp/a?secret=JBSWY3DP&counter=-1', 'counter-invalid'],
    ['otpauth://hotp/a?secret=JBSWY3DP&counter=9007199254740992', 'counter-invalid'],
    ['otpauth://yaotp/a?secret=JBSWY3DP', 'unknown-type'],
    ['otpauth://hotp/a?secret=JBSWY3DP&encoder=steam', 'unknown-type'],
    ['otpauth://totp/a?secret=JBSWY3D0', 'secret-invalid'],
    ['otpauth://totp/a?secret=A', 'secret-missing'],
    [`otpauth://totp/a?secret=${'A'.repeat(1700)}`, 'secret-invalid'],
    [uri('&x='.padEnd(4096, 'y')), 'too-long'],
    ['motp://a?secret=JBSWY3DP', 'not-a-key-uri'],
    ['steam://rungameid/10', 'secret-invalid'],
    ['', 'not-a-key-uri'],
  ])('refuses %.60s', (text, kind) => expect(kindOf(text)).toBe(kind));

  it('strips characters that disguise a name', () => {
    const parsed = parseKeyUri('otpauth://totp/a%E2%80%AEb%00c:d%0Ae?secret=JBSWY3DP');
    expect(parsed).toMatchObject({ ok: true, value: { account: { issuer: 'abc', account: 'de' } } });
  });

  it('takes the first of duplicated parameters and keeps text with broken escapes', () => {
    const parsed = parseKeyUri('otpauth://totp/50%?secret=JBSWY3DP&digits=8&digits=6');
    expect(parsed).toMatchObject({ ok: true, value: { account: { account: '50%', parameters: { digits: 8 } } } });
  });

  it('says that a missing counter was assumed and that the issuer differs from the label', () => {
    const parsed = parseKeyUri('otpauth://hotp/A:b?secret=JBSWY3DP&issuer=C');
    expect(parsed).toMatchObject({ ok: true, value: { notes: ['issuer-differs-from-label', 'counter-missing'] } });
  });

  it('never throws on arbitrary text', () => {
    const text = fc.oneof(
      arbitraryText,
      arbitraryText.map((rest) => `otpauth://totp/${rest}`),
      arbitraryText.map((rest) => `otpauth://totp/a?secret=JBSWY3DP&${rest}`),
    );
    fc.assert(fc.property(text, (value) => parseKeyUri(value).ok !== undefined));
  });
});

describe('formatKeyUri', () => {
  const secret = fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => new Uint8Array(bytes));
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }).map(cleanName),
    fc.constantFrom('Steam', 'a:b', ''),
  );
  const common = {
    secret,
    algorithm: fc.constantFrom('SHA1', 'SHA256', 'SHA512'),
    digits: fc.integer({ min: 1, max: 10 }),
  };
  const account: fc.Arbitrary<OtpAccount> = fc.record({
    issuer: name,
    account: name,
    parameters: fc.oneof(
      fc.record({ type: fc.constant('totp'), ...common, periodSeconds: fc.integer({ min: 1, max: 1e6 }) }),
      fc.record({ type: fc.constant('hotp'), ...common, counter: fc.maxSafeNat() }),
      fc.record({ type: fc.constant('steam'), secret }),
    ),
  });

  it('is undone by parseKeyUri for every account', () => {
    fc.assert(
      fc.property(account, (value) => {
        const parsed = parseKeyUri(formatKeyUri(value));
        expect(parsed).toMatchObject({ ok: true, value: { account: value } });
      }),
      { numRuns: 500 },
    );
  });
});
