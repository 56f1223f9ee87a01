import { describe, expect, it } from 'vitest';
import { formatKeyUri, parseKeyUri } from '../../../lib/otp/key-uri.ts';
import { cleanName, splitLabel } from '../../../lib/otp/key-uri-label.ts';
import { readAlgorithm } from '../../../lib/otp/key-uri-parameters.ts';
import { cutKeyUri } from '../../../lib/otp/key-uri-text.ts';
import type { OtpParameters } from '../../../lib/otp/parameters.ts';

const SECRET = 'JBSWY3DPEHPK3PXP';
const secret = new Uint8Array(Buffer.from('48656c6c6f21deadbeef', 'hex'));
const totp = { type: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
const errorOf = (text: string) => {
  const parsed = parseKeyUri(text);
  return parsed.ok ? null : parsed.error;
};

describe('a key URI', () => {
  it.each<[string, string, string, [string, string][]]>([
    ['otpauth://totp/ab', 'totp', 'ab', []],
    ['otpauth://totp', 'totp', '', []],
    ['otpauth://?secret=A', '', '', [['secret', 'A']]],
    ['otpauth:///ab?secret=A', '', 'ab', [['secret', 'A']]],
    [
      'otpauth://TOTP/a+b%20c?Secret=A+B&=x&&y',
      'totp',
      'a+b c',
      [
        ['secret', 'A B'],
        ['y', ''],
      ],
    ],
    ['Apple-OTPAuth://totp/a/b?x=1=2&x=3', 'totp', 'a/b', [['x', '1=2']]],
  ])('%s is cut into its parts', (text, type, label, parameters) => {
    expect(cutKeyUri(text)).toEqual({ type, label, parameters: new Map(parameters) });
  });

  it('begins with its scheme, but for spaces around it', () => {
    expect(errorOf(`see otpauth://totp/a?secret=${SECRET}`)).toBe('not-a-key-uri');
    expect(errorOf(`xsteam://${SECRET}`)).toBe('not-a-key-uri');
    expect(errorOf(` otpauth://totp/a?secret=${SECRET}\n`)).toBeNull();
    expect(errorOf(`\tSTEAM://${SECRET} `)).toBeNull();
  });

  it('has at most 4096 characters', () => {
    const uri = `otpauth://totp/a?secret=${SECRET}&x=`;
    expect(errorOf(uri.padEnd(4_096, 'y'))).toBeNull();
    expect(errorOf(uri.padEnd(4_097, 'y'))).toBe('too-long');
  });

  it('of Steam’s own scheme is a key, with a slash behind it or none', () => {
    const account = { issuer: 'Steam', account: '', parameters: { type: 'steam', secret } };
    for (const text of [`steam://${SECRET}`, `steam://${SECRET}/`])
      expect(parseKeyUri(text)).toEqual({ ok: true, value: { account, notes: [] } });
    expect(errorOf('steam://JBSWY3DP/EHPK3PXP')).toBe('secret-invalid');
  });

  it('has a secret of at most 1 KiB, and a period below 2^31 s', () => {
    const ofBytes = (count: number) => 'A'.repeat(Math.ceil((count * 8) / 5));
    expect(errorOf(`otpauth://totp/a?secret=${ofBytes(1_024)}`)).toBeNull();
    expect(errorOf(`otpauth://totp/a?secret=${ofBytes(1_025)}`)).toBe('secret-invalid');
    expect(errorOf(`otpauth://totp/a?secret=${SECRET}&period=2147483647`)).toBeNull();
    expect(errorOf(`otpauth://totp/a?secret=${SECRET}&period=2147483648`)).toBe('period-invalid');
  });
});

describe('the notes about a key URI', () => {
  it.each<[string, readonly string[]]>([
    [`totp/Acme:ada?secret=${SECRET}&issuer=Acme`, []],
    [`totp/ada?secret=${SECRET}&issuer=Acme`, []],
    [`totp/Acme:ada?secret=${SECRET}`, []],
    [`totp/Other:ada?secret=${SECRET}&issuer=Acme`, ['issuer-differs-from-label']],
    [`totp/a?secret=${SECRET}&encoder=steam`, []],
    [`totp/a?secret=${SECRET}&period=3600`, []],
    [`totp/a?secret=${SECRET}&period=3601`, ['period-unusual']],
    [`hotp/a?secret=${SECRET}&counter=0`, []],
    [`hotp/a?secret=${SECRET}&counter=%20`, ['counter-missing']],
  ])('otpauth://%s are %j', (rest, notes) => {
    expect(parseKeyUri(`otpauth://${rest}`)).toMatchObject({ ok: true, value: { notes } });
  });
});

describe('a key of the issuer Steam', () => {
  const typeOf = (more: string) => {
    const parsed = parseKeyUri(`otpauth://totp/Steam:ada?secret=${SECRET}${more}`);
    return parsed.ok ? parsed.value.account.parameters.type : parsed.error;
  };
  it.each([
    '',
    '&digits=5',
    '&period=30',
    '&digits=5&period=30&algorithm=SHA1',
    '&digits=6&encoder=steam',
    '&digits=6&steam',
  ])('is one of Steam Guard with %s', (more) => expect(typeOf(more)).toBe('steam'));
  it.each([
    '&digits=6',
    '&period=60',
    '&digits=5&period=60',
    '&digits=6&period=30',
    '&algorithm=SHA256',
    '&encoder=otp',
  ])('is an ordinary one with %s', (more) => expect(typeOf(more)).toBe('totp'));
});

describe('what sites write for a hash or a number', () => {
  it.each([
    [' sha-256 ', 'SHA256'],
    ['HMAC_SHA512', 'SHA512'],
    [' Algorithm.sha256', 'SHA256'],
    ['Algorithm.HmacSHA1', 'SHA1'],
    ['', 'SHA1'],
    ['SALGORITHM.HA1', null],
    ['SHMACHA1', null],
    ['SHA2', null],
  ])('%j is the hash %s', (text, algorithm) => expect(readAlgorithm(text)).toBe(algorithm));

  it('has spaces around it or none', () => {
    expect(parseKeyUri(`otpauth://totp/a?secret=${SECRET}&digits=%208%20`)).toMatchObject({
      ok: true,
      value: { account: { parameters: { digits: 8 } } },
    });
  });
});

describe('a name in a label', () => {
  it('is cut to 512 characters after its marks were removed, and never within one', () => {
    expect(cleanName('a'.repeat(513))).toBe('a'.repeat(512));
    expect(cleanName(`${'\u202e'.repeat(513)}ada`)).toBe('ada');
    expect(cleanName(`${'a'.repeat(511)}🔑`)).toBe(`${'a'.repeat(511)}\ufffd`);
  });

  it('is not looked for behind 8192 characters', () => {
    expect(cleanName(`${'\u202e'.repeat(8_191)}ada`)).toBe('a');
    expect(cleanName(`${'\u202e'.repeat(8_192)}ada`)).toBe('');
  });

  it('has no spaces around it', () => {
    expect(splitLabel(' Acme : ada ', '')).toEqual({ prefix: 'Acme', account: 'ada' });
  });

  it.each([
    ['ada', '', '', 'ada'],
    [':ada', '', '', 'ada'],
    ['a:b:ada', 'a:b', 'a:b', 'ada'],
    ['a:b:ada', 'a', 'a', 'b:ada'],
    ['a:b:ada', 'x', 'a', 'b:ada'],
  ])('%s of the issuer %j is %j and %j', (label, issuer, prefix, account) => {
    expect(splitLabel(label, issuer)).toEqual({ prefix, account });
  });
});

describe('a key URI that is written', () => {
  const hotp = { type: 'hotp', secret, algorithm: 'SHA256', digits: 8, counter: 5 } as const;
  const query = `secret=${SECRET}`;
  it.each<[string, string, OtpParameters, string]>([
    ['Acme', 'ada', totp, `totp/Acme:ada?${query}&issuer=Acme&algorithm=SHA1&digits=6&period=30`],
    ['', 'ada', totp, `totp/ada?${query}&algorithm=SHA1&digits=6&period=30`],
    ['', 'a:b', totp, `totp/:a%3Ab?${query}&algorithm=SHA1&digits=6&period=30`],
    ['Acme', 'ada', hotp, `hotp/Acme:ada?${query}&issuer=Acme&algorithm=SHA256&digits=8&counter=5`],
    ['STEAM', 'ada', totp, `totp/STEAM:ada?${query}&issuer=STEAM&algorithm=SHA1&digits=6&period=30&encoder=otp`],
    ['Steam', 'ada', hotp, `hotp/Steam:ada?${query}&issuer=Steam&algorithm=SHA256&digits=8&counter=5`],
    [
      'Steam',
      'ada',
      { type: 'steam', secret },
      `totp/Steam:ada?${query}&issuer=Steam&algorithm=SHA1&digits=5&period=30&encoder=steam`,
    ],
    ['\ud800', '', totp, `totp/%EF%BF%BD:?${query}&issuer=%EF%BF%BD&algorithm=SHA1&digits=6&period=30`],
  ])('for %j and %j says every value', (issuer, account, parameters, rest) => {
    expect(formatKeyUri({ issuer, account, parameters })).toBe(`otpauth://${rest}`);
  });
});
