import { expect, it } from 'vitest';
import { textsOfPasted } from '../../../lib/app/pasted-text.ts';
import { parseKeyUri } from '../../../lib/otp/key-uri.ts';

const key = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const link = `otpauth://totp/Harbour:ada@a b.example?secret=${key}&issuer=Harbour`;

it('a setup link is taken as it is, alone or among words, and several stand one a line', () => {
  expect(textsOfPasted(link)).toEqual([link]);
  expect(textsOfPasted(`Your link: ${link}`)).toEqual([link]);
  const exported = 'otpauth-migration://offline?data=AAAA';
  expect(textsOfPasted(`${link}\r\n\n${exported}\n${link}`)).toEqual([link, exported]);
});

it('a setup key stands for a link without names, however it is written', () => {
  for (const written of [key, 'jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp', `Setup key: ${key}`, `  ${key}\n`]) {
    const [text = '', ...more] = textsOfPasted(written);
    expect([written, more]).toEqual([written, []]);
    const parsed = parseKeyUri(text);
    expect(parsed.ok && parsed.value.account).toMatchObject({
      issuer: '',
      account: '',
      parameters: { type: 'totp', digits: 6, periodSeconds: 30 },
    });
  }
});

it('words, addresses, digits and cut-off keys are neither', () => {
  const none = ['please scan the code', 'https://harbour.example/setup', '492 118', 'JBSWY3DP', '', `${key}!`];
  for (const written of none) expect([written, textsOfPasted(written)]).toEqual([written, []]);
  expect(textsOfPasted(`${link}\n`.repeat(1000))).toEqual([]);
});
