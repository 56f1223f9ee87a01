import type { ForeignFormat } from './foreign-format.ts';
import { hasKeyLine, readKeyUriLines } from './key-uri-lines.ts';

/** Texts of key URIs, one in a line, which most apps write, and codes of Google Authenticator's export. */
export const keyUriList: ForeignFormat = {
  id: 'key-uri-list',
  app: 'Google Authenticator, Ente Auth, WinAuth',
  appShown: '',
  reads:
    'text with a setup link (`otpauth:`, `steam:`) or a code of Google’s export (`otpauth-migration:`) in each line',
  source: 'https://github.com/google/google-authenticator/wiki/Key-Uri-Format',
  recognise: ({ text }) => text !== null && !/^\s*[<{[]/.test(text) && hasKeyLine(text),
  read: async ({ text }) => readKeyUriLines(text ?? ''),
};
