import { ok } from '../../result.ts';
import { isRecord, parseJsonText } from '../../vault/shape.ts';
import { keyOf, skipped } from './foreign-account.ts';
import { damaged } from './foreign-error.ts';
import type { ForeignFile } from './foreign-file.ts';
import { contentOf, type ForeignFormat, type ForeignItem } from './foreign-format.ts';
import { itemsOf } from './foreign-json.ts';
import { freeOtpToken, signedBytes } from './free-otp-token.ts';

const ORDER = 'tokenOrder';

const readToken = (token: Record<string, unknown>): ForeignItem =>
  freeOtpToken(token, keyOf(token.secret, signedBytes(token.secret)));

function itemsIn({ strings, json }: ForeignFile): readonly ForeignItem[] | null {
  if (isRecord(json)) return itemsOf(json.tokens, readToken);
  if (strings === null) return null;
  const texts = [...strings].filter(([name]) => name !== ORDER);
  return texts.map(([name, text]) => {
    const token = parseJsonText(text);
    return isRecord(token) ? readToken(token) : skipped('', name, 'not-an-account');
  });
}

/** FreeOTP 1's file of settings, and FreeOTP+'s JSON. */
export const freeOtp: ForeignFormat = {
  id: 'freeotp',
  app: 'FreeOTP 1, FreeOTP+',
  appShown: 'FreeOTP',
  reads: 'XML of FreeOTP 1, JSON of FreeOTP+',
  source: 'https://github.com/freeotp/freeotp-android',
  recognise: ({ strings, json }) =>
    (isRecord(json) && Array.isArray(json.tokens) && ORDER in json) || strings?.has(ORDER) === true,
  async read(file) {
    const items = itemsIn(file);
    return items === null ? damaged : ok(contentOf(items));
  },
};
