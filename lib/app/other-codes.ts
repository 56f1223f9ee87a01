import type { KeyUriError } from '../otp/key-uri.ts';

/** A code on the page that is no usable key; `text` names it for the customer and never holds a secret. */
export type OtherCode = {
  readonly kind: 'link' | 'wifi' | 'contact' | 'text' | 'unknown-key' | 'damaged-key';
  readonly text: string;
};

const LONGEST_NAME = 80;
const short = (text: string): string => (text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text);

const unknown: readonly KeyUriError[] = [
  'unknown-type',
  'algorithm-unknown',
  'digits-invalid',
  'period-invalid',
  'counter-invalid',
];

/** Names a key URI that was refused: one that asks for something Doorcode does not compute, or one that is broken. */
export const refusedKey = (error: KeyUriError): OtherCode => ({
  kind: unknown.includes(error) ? 'unknown-key' : 'damaged-key',
  text: '',
});

/** Names a text that is no key: a link by its address, a Wi-Fi card by its network only, anything else by its beginning. */
export function otherCode(text: string): OtherCode {
  // The password of the network stands in the same text.
  const wifi = /^WIFI:/i.test(text) ? /(?:^WIFI:|;)S:((?:\\.|[^;\\])*)/i.exec(text) : null;
  if (wifi !== null) return { kind: 'wifi', text: short((wifi[1] ?? '').replace(/\\(.)/g, '$1')) };
  if (/^(?:BEGIN:VCARD|MECARD:)/i.test(text)) return { kind: 'contact', text: '' };
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null;
  // A query may carry a token.
  if (url !== null) return { kind: 'link', text: short(url.origin + url.pathname) };
  return { kind: 'text', text: short(text) };
}
