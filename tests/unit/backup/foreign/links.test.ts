import { describe, expect, it } from 'vitest';
import type { ForeignItem } from '../../../../lib/backup/foreign/foreign-format.ts';
import { ada, digits20, gabe, hello, itemsOf, leftOut, refusalOf, taken, tim, totp } from './accounts.ts';
import { enteText } from './writers/ente.ts';
import { migration } from './writers/lines.ts';

const key = `secret=${hello.base32}`;

type Quirk = readonly [quirk: string, link: string, item: ForeignItem];

const quirks: readonly Quirk[] = [
  ['padding stays', 'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP%3D%3D%3D', taken(totp('', 'a'))],
  ['lower case and spaces', 'otpauth://totp/a?secret=jbsw+y3dp-ehpk%203pxp', taken(totp('', 'a'))],
  ['a plus in the label is a plus', `otpauth://totp/ada+news@b.example?${key}`, taken(totp('', 'ada+news@b.example'))],
  ['a plus in the issuer is a space', `otpauth://totp/a?${key}&issuer=Air+Canada`, taken(totp('Air Canada', 'a'))],
  ['a # in the label', `otpauth://totp/ada#EXT#@b.example?${key}`, taken(totp('', 'ada#EXT#@b.example'))],
  ['a bare % in the label', `otpauth://totp/100% ada?${key}`, taken(totp('', '100% ada'))],
  ['emoji', `otpauth://totp/Bay%20%F0%9F%90%9F:a?${key}`, taken(totp('Bay 🐟', 'a'))],
  ['a second colon', `otpauth://totp/Bay:a:b?${key}`, taken(totp('Bay', 'a:b'))],
  ['nothing before the colon', `otpauth://totp/:a?${key}`, taken(totp('', 'a'))],
  ['nothing behind the colon', `otpauth://totp/Bay:?${key}`, taken(totp('Bay', ''))],
  ['no label', `otpauth://totp?${key}`, taken(totp('', ''))],
  ['another issuer than the label’s', `otpauth://totp/Bay:a?${key}&issuer=Cove`, taken(totp('Cove', 'a'))],
  ['capitals', `OTPAUTH://TOTP/a?SECRET=${hello.base32}&PERIOD=60`, taken(totp('', 'a', { periodSeconds: 60 }))],
  ['Apple’s scheme', `apple-otpauth://totp/a?${key}`, taken(totp('', 'a'))],
  ['a period that divides no minute', `otpauth://totp/a?${key}&period=50`, taken(totp('', 'a', { periodSeconds: 50 }))],
  ['a period of minutes', `otpauth://totp/a?${key}&period=300`, taken(totp('', 'a', { periodSeconds: 300 }))],
  ['ten digits', `otpauth://totp/a?${key}&digits=10`, taken(totp('', 'a', { digits: 10 }))],
  ['empty values', `otpauth://totp/a?${key}&digits=&period=&algorithm=&issuer`, taken(totp('', 'a'))],
  ['a value twice', `otpauth://totp/a?${key}&period=60&period=30`, taken(totp('', 'a', { periodSeconds: 60 }))],
  ['SHA-1 with a dash', `otpauth://totp/a?${key}&algorithm=SHA-1`, taken(totp('', 'a'))],
  ['HmacSHA512', `otpauth://totp/a?${key}&algorithm=HmacSHA512`, taken(totp('', 'a', { algorithm: 'SHA512' }))],
  ['a counter', `otpauth://hotp/Quay:tim+post?${key}&counter=41`, taken(tim)],
  [
    'no counter',
    `otpauth://hotp/Quay:tim+post?${key}`,
    taken({ ...tim, parameters: { ...tim.parameters, counter: 0 } as typeof tim.parameters }),
  ],
  ['Steam’s own scheme', `steam://${digits20.base32}`, taken({ ...gabe, account: '' })],
  ['Steam as a kind', `otpauth://steam/Steam:gabe?secret=${digits20.base32}`, taken(gabe)],
  ['Steam as an issuer', `otpauth://totp/Steam:gabe?secret=${digits20.base32}&issuer=Steam`, taken(gabe)],
  ['SHA384', `otpauth://totp/a?${key}&algorithm=SHA384`, leftOut('', 'a', 'algorithm-unknown')],
  ['no digits at all', `otpauth://totp/a?${key}&digits=0`, leftOut('', 'a', 'digits-invalid')],
  ['eleven digits', `otpauth://totp/a?${key}&digits=11`, leftOut('', 'a', 'digits-invalid')],
  ['a period of nothing', `otpauth://totp/a?${key}&period=0`, leftOut('', 'a', 'period-invalid')],
  ['a period before now', `otpauth://totp/a?${key}&period=-30`, leftOut('', 'a', 'period-invalid')],
  ['a counter of words', `otpauth://hotp/a?${key}&counter=x`, leftOut('', 'a', 'counter-invalid')],
  ['a zero for an O', 'otpauth://totp/a?secret=JBSWY3DP0HPK3PXP', leftOut('', 'a', 'secret-invalid')],
  ['no key', 'otpauth://totp/a?issuer=Bay', leftOut('', 'a', 'secret-missing')],
  ['Yandex', `otpauth://yaotp/a?${key}`, leftOut('', 'a', 'unknown-type')],
];

describe('a link with a quirk', () => {
  it.each(quirks)('is read as it was meant: %s', async (_, link, item) => {
    expect(await itemsOf(link)).toEqual([item]);
  });
});

describe('a text of links', () => {
  it('keeps two accounts of one key', async () => {
    expect(await itemsOf(`otpauth://totp/a?${key}\notpauth://totp/b?${key}`)).toEqual([
      taken(totp('', 'a')),
      taken(totp('', 'b')),
    ]);
  });

  it('names a line that is none, and goes on', async () => {
    expect(await itemsOf(`otpauth://totp/a?${key}\n\nmy codes\nmotp://x?${key}\notpauth://totp/b?${key}`)).toEqual([
      taken(totp('', 'a')),
      leftOut('', 'my codes', 'not-an-account'),
      leftOut('', '', 'not-an-account'),
      taken(totp('', 'b')),
    ]);
  });

  it.each([
    ['UTF-8', Buffer.from('\ufefföäü', 'utf8').subarray(0, 3), 'utf8'],
    ['UTF-16', Buffer.from('\ufeff', 'utf16le'), 'utf16le'],
  ] as const)('may begin with the mark of %s', async (_, mark, encoding) => {
    const text = Buffer.from(`otpauth://totp/M%C3%BChle:Müller?${key}\r\n`, encoding);
    expect(await itemsOf(Buffer.concat([mark, text]))).toEqual([taken(totp('Mühle', 'Müller'))]);
  });

  it('leaves out what lay in the bin of Ente Auth, and says so', async () => {
    const removed = (await itemsOf(enteText)).filter((item) => item.kind === 'skipped' && item.why === 'removed');
    expect(removed).toEqual([leftOut('Gone', 'ada', 'removed')]);
  });
});

describe('a code of Google’s export among links', () => {
  const code = migration([
    [
      [1, hello.bytes],
      [2, Buffer.from('ada@harbour.example')],
      [3, Buffer.from('Harbour')],
    ],
  ]);

  it('gives its accounts, of SHA1, six digits and 30 seconds where it says nothing', async () => {
    expect(await itemsOf(`${code}\notpauth://totp/a?${key}`)).toEqual([taken(ada), taken(totp('', 'a'))]);
  });

  it('reads a plus that was never escaped', async () => {
    const secret = Uint8Array.from({ length: 12 }, () => 0xfb);
    const raw = decodeURIComponent(
      migration([
        [
          [1, secret],
          [2, Buffer.from('a')],
        ],
      ]),
    );
    expect(raw).toContain('+');
    expect(await itemsOf(raw)).toEqual([taken(totp('', 'a', { secret }))]);
  });

  it('is damaged where it is alone and breaks off', async () => {
    expect(await refusalOf(code.slice(0, -12))).toBe('damaged');
  });
});
