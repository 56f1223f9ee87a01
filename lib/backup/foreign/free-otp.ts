import { ok } from '../../result.ts';
import { isRecord, parseJsonText } from '../../vault/shape.ts';
import { keyOf } from './foreign-account.ts';
import { damaged } from './foreign-error.ts';
import type { ForeignFile } from './foreign-file.ts';
import type { ForeignFormat } from './foreign-format.ts';
import { recordsOf } from './foreign-json.ts';
import { freeOtpToken, signedBytes } from './free-otp-token.ts';

const ORDER = 'tokenOrder';

function tokensOf({ strings, json }: ForeignFile): readonly Record<string, unknown>[] | null {
  if (isRecord(json)) return recordsOf(json.tokens);
  if (strings === null) return null;
  return recordsOf([...strings].flatMap(([name, value]) => (name === ORDER ? [] : [parseJsonText(value)])));
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
    const tokens = tokensOf(file);
    if (tokens === null) return damaged;
    return ok({
      items: tokens.map((one) => freeOtpToken(one, keyOf(one.secret, signedBytes(one.secret)))),
      others: 0,
      pictures: [],
    });
  },
};
