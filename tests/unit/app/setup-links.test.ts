import { expect, it } from 'vitest';
import { isAccountCode, isKeyLink, isKeyUri, isMigration, linkInLine, linkInPage } from '../../../lib/setup-links.ts';

const uri = 'otpauth://totp/Acme:ada?secret=JBSWY3DPEHPK3PXP';
const phone = 'otpauth-migration://offline?data=CgAQ';

it.each([
  [uri, { isKeyLink: true, isKeyUri: true, isMigration: false }],
  [` ${uri.toUpperCase()}`, { isKeyLink: true, isKeyUri: true, isMigration: false }],
  [`apple-${uri}`, { isKeyLink: true, isKeyUri: true, isMigration: false }],
  ['steam://JBSWY3DP', { isKeyLink: false, isKeyUri: true, isMigration: false }],
  [phone, { isKeyLink: false, isKeyUri: false, isMigration: true }],
  ['https://site.example/?otpauth:', { isKeyLink: false, isKeyUri: false, isMigration: false }],
])('%s is told from other links by its scheme', (text, kind) => {
  expect({ isKeyLink: isKeyLink(text), isKeyUri: isKeyUri(text), isMigration: isMigration(text) }).toEqual(kind);
  expect(isAccountCode(text)).toBe(kind.isKeyUri || kind.isMigration);
});

it('a link is found within a text of a page, where it ends at a space or a quote, and Steam starts games', () => {
  expect(linkInPage(`  ${uri} `)).toBe(uri);
  expect(linkInPage(`https://chart.example/qr?text="${uri}"`)).toBe(uri);
  expect(linkInPage(`{"href":"apple-${uri}","a":1}`)).toBe(`apple-${uri}`);
  expect(linkInPage(`the code ${phone} here`)).toBe(phone);
  expect(linkInPage('steam://run/440')).toBeNull();
});

it('a link in a line that somebody typed goes on to its end, spaces and all', () => {
  expect(linkInLine('Key: otpauth://totp/My site?secret=JBSWY3DPEHPK3PXP')).toBe(
    'otpauth://totp/My site?secret=JBSWY3DPEHPK3PXP',
  );
  expect(linkInLine('my steam://JBSWY3DP key')).toBe('steam://JBSWY3DP');
  expect(linkInLine('no link')).toBeNull();
});
