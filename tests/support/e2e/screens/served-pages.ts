import encodeQr from 'qr';
import { parseKeyUri } from '../../../../lib/otp/key-uri.ts';
import type { SavedAccount } from '../saved-copy.ts';
import type { SmallPage } from '../small-site.ts';

/** A test's secret; it belongs to nobody. */
export const secret = 'JBSWY3DPEHPK3PXP';

/** The setup key of a customer of Harbour Hosting. */
export const key = (account: string, more = '') =>
  `otpauth://totp/Harbour%20Hosting:${account}?secret=${secret}&issuer=Harbour%20Hosting${more}`;

const parsed = parseKeyUri(key('ada'));
if (!parsed.ok) throw new Error(parsed.error);

/** The account that is added first. */
export const { account } = parsed.value;

const otherKey = { ...account.parameters, secret: new Uint8Array(20).fill(9) };

/** What the saved copy holds. */
export const savedAccounts: readonly SavedAccount[] = [
  account,
  { ...account, parameters: otherKey, origins: ['https://customer.harbour.example'] },
  { issuer: 'Eisenkraut Domains', account: 'a-long-name@of-somebody.example', parameters: otherKey },
  { issuer: '<b>Hostile</b>\u202E', account: '', parameters: otherKey, origins: ['https://xn--80ak6aa92e.example'] },
];

/** A text's QR code. */
export const picture = (text: string): string => encodeQr(text, 'svg');

/** The text in which a phone app hands over three accounts. */
export function moved(): string {
  const account = (name: string) => [
    ...[0x0a, 5, 72, 101, 108, 108, 111, 0x12, name.length, ...new TextEncoder().encode(name)],
    ...[0x20, 1, 0x28, 1, 0x30, 2],
  ];
  const parts = ['ada', 'bob', 'a-long-name@of-somebody.example'].flatMap((name) => [
    0x0a,
    account(name).length,
    ...account(name),
  ]);
  return `otpauth-migration://offline?data=${encodeURIComponent(btoa(String.fromCharCode(...parts, 0x18, 2, 0x20, 0)))}`;
}

/** A size for the drawings of a page. */
export const style = '<style>svg{width:220px;height:220px}</style>';
const box = '<label>Authentication code <input name="otp" autocomplete="one-time-code" maxlength="6"></label>';
const bodies: Readonly<Record<string, string>> = {
  '/enrol': `${picture(key('ada'))}<form>${box}</form>`,
  '/many': [key('bob'), 'WIFI:T:WPA;S:Cafe;P:x;;', 'https://apps.example/get', key('eve', '&algorithm=MD5')]
    .map((text) => `<p>${picture(text)}</p>`)
    .join(''),
  '/moved': picture(moved()),
  '/login': `<h1>Two-factor authentication</h1><form>${box}</form>`,
  '/plain': '<p>Nothing to see.</p>',
};

/** The pages that the popup is opened on. */
export const servedPages: Readonly<Record<string, SmallPage>> = Object.fromEntries(
  Object.entries(bodies).map(([path, body]) => [path, { body: `${style}${body}` }]),
);
