import { describe, expect, it } from 'vitest';
import { decodeBase32 } from '../../../lib/otp/base32.ts';
import { parseKeyUri } from '../../../lib/otp/key-uri.ts';
import type { OtpAccount } from '../../../lib/otp/parameters.ts';

const SECRET = 'JBSWY3DPEHPK3PXP';
const secret = decodeBase32(SECRET);
if (!secret.ok) throw new Error('fixture');
const usual = { type: 'totp', secret: secret.value, algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;

const read = (uri: string): OtpAccount => {
  const parsed = parseKeyUri(uri);
  if (!parsed.ok) throw new Error(`refused as ${parsed.error}`);
  return parsed.value.account;
};

describe('key URIs that sites produce', () => {
  // Deviations seen in public issue threads; docs name of each case first.
  it.each<[string, string, Partial<OtpAccount>]>([
    [
      'issuer in label and query',
      `totp/Acme:ada%40example.com?secret=${SECRET}&issuer=Acme`,
      { issuer: 'Acme', account: 'ada@example.com' },
    ],
    [
      'issuer that differs from the label',
      `totp/acme.com:ada?secret=${SECRET}&issuer=Acme`,
      { issuer: 'Acme', account: 'ada' },
    ],
    ['no label', `totp/?secret=${SECRET}`, { issuer: '', account: '' }],
    ['no slash', `totp?secret=${SECRET}`, { issuer: '', account: '' }],
    ['an empty half', `totp/:ada?secret=${SECRET}`, { issuer: '', account: 'ada' }],
    [
      'a colon in the account',
      `totp/Matrix:@edent_:matrix.org?secret=${SECRET}&issuer=`,
      { issuer: 'Matrix', account: '@edent_:matrix.org' },
    ],
    [
      'a plus in the label and in the query',
      `totp/Acme:ada+x%40example.com?secret=${SECRET}&issuer=Air+Canada`,
      { issuer: 'Air Canada', account: 'ada+x@example.com' },
    ],
    ['a hash in the label', `totp/Acme:u#EXT#?secret=${SECRET}`, { issuer: 'Acme', account: 'u#EXT#' }],
    ['bad escapes', `totp/100%:ada?secret=${SECRET}`, { issuer: '100%', account: 'ada' }],
    ['unescaped letters', `totp/莎士比亚?secret=${SECRET}`, { account: '莎士比亚' }],
    ['lower case, spaces and padding in the secret', `totp/a?secret=jbsw%20y3dp-ehpk3pxp%3D%3D`, { parameters: usual }],
    ['SHA-1 with a dash', `totp/a?secret=${SECRET}&algorithm=SHA-1`, { parameters: usual }],
    ['HmacSHA512', `totp/a?secret=${SECRET}&algorithm=HmacSHA512`, { parameters: { ...usual, algorithm: 'SHA512' } }],
    ['Algorithm.sha1', `totp/a?secret=${SECRET}&algorithm=Algorithm.sha1`, { parameters: usual }],
    ['parameters without a value', `totp/a?secret=${SECRET}&digits=&issuer&period`, { parameters: usual }],
    [
      'a repeated parameter: the first wins',
      `totp/a?secret=${SECRET}&digits=8&digits=6`,
      { parameters: { ...usual, digits: 8 } },
    ],
    [
      'a period that does not divide a minute',
      `totp/a?secret=${SECRET}&period=50`,
      { parameters: { ...usual, periodSeconds: 50 } },
    ],
    [
      'a counter',
      `hotp/a?secret=${SECRET}&counter=4294967297`,
      { parameters: { type: 'hotp', secret: secret.value, algorithm: 'SHA1', digits: 6, counter: 4294967297 } },
    ],
    [
      'Steam by its encoder',
      `totp/a?secret=${SECRET}&encoder=steam`,
      { parameters: { type: 'steam', secret: secret.value } },
    ],
    ['Steam by its issuer', `totp/Steam:a?secret=${SECRET}`, { parameters: { type: 'steam', secret: secret.value } }],
    ['a name with direction marks', `totp/Ac%E2%80%AEme:ada?secret=${SECRET}`, { issuer: 'Acme' }],
  ])('are read: %s', (_name, rest, expected) => {
    expect(read(`otpauth://${rest}`)).toMatchObject(expected);
  });

  it('are read in capitals and with Apple’s scheme', () => {
    expect(read(`OTPAUTH://TOTP/ACME:ADA?SECRET=${SECRET}&DIGITS=8`).parameters).toMatchObject({ digits: 8 });
    expect(read(`apple-otpauth://totp/a?secret=${SECRET}`).parameters).toEqual(usual);
  });

  it.each([
    ['https://example.com', 'not-a-key-uri'],
    ['otpauth-migration://offline?data=x', 'not-a-key-uri'],
    [`otpauth://yaotp/a?secret=${SECRET}`, 'unknown-type'],
    ['otpauth://totp/a', 'secret-missing'],
    ['otpauth://totp/a?secret=', 'secret-missing'],
    ['otpauth://totp/a?secret=QWERT!£$YUIOP', 'secret-invalid'],
    ['otpauth://totp/a?secret=JBSWY3DP0', 'secret-invalid'],
    [`otpauth://totp/a?secret=${SECRET}&algorithm=SHA384`, 'algorithm-unknown'],
    [`otpauth://totp/a?secret=${SECRET}&algorithm=MD5`, 'algorithm-unknown'],
    [`otpauth://totp/a?secret=${SECRET}&digits=0`, 'digits-invalid'],
    [`otpauth://totp/a?secret=${SECRET}&digits=11`, 'digits-invalid'],
    [`otpauth://totp/a?secret=${SECRET}&digits=6.5`, 'digits-invalid'],
    [`otpauth://totp/a?secret=${SECRET}&period=0`, 'period-invalid'],
    [`otpauth://totp/a?secret=${SECRET}&period=-30`, 'period-invalid'],
    [`otpauth://hotp/a?secret=${SECRET}&counter=-1`, 'counter-invalid'],
    [`otpauth://totp/a?secret=${SECRET}&x=${'y'.repeat(5000)}`, 'too-long'],
  ])('are refused, never defaulted: %s', (uri, error) => {
    expect(parseKeyUri(uri)).toEqual({ ok: false, error });
  });

  it('carry a note where the customer should know', () => {
    const notes = (uri: string) => {
      const parsed = parseKeyUri(uri);
      return parsed.ok ? parsed.value.notes : null;
    };
    expect(notes(`otpauth://totp/acme.com:a?secret=${SECRET}&issuer=Acme`)).toEqual(['issuer-differs-from-label']);
    expect(notes(`otpauth://hotp/a?secret=${SECRET}`)).toEqual(['counter-missing']);
    expect(notes(`otpauth://totp/a?secret=${SECRET}&period=1000000000`)).toEqual(['period-unusual']);
  });
});
