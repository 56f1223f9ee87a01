import { ok, type Result } from '../../result.ts';
import { parseJsonText } from '../../vault/shape.ts';
import { foreignAccount, keyOf, numberOf } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { contentOf, type ForeignContent, type ForeignFormat, type ForeignItem } from './foreign-format.ts';
import { itemsOf } from './foreign-json.ts';
import { hexBytes } from './hex.ts';
import { looseBase64 } from './loose-base64.ts';

const KEY = 'STATIC_TOTP_CODES_LIST';

function secretOf({ key, base }: Record<string, unknown>): unknown {
  if (numberOf(base) === 16) return keyOf(key, hexBytes(key, 1, 1_024));
  return numberOf(base) === 64 ? keyOf(key, looseBase64(key)) : key;
}

function readOne(one: Record<string, unknown>): ForeignItem {
  const issuer = one.issuer === 'Unknown' ? '' : one.issuer;
  const { digits, period: periodSeconds } = one;
  return foreignAccount({ issuer, account: one.name, type: 'totp', secret: secretOf(one), digits, periodSeconds });
}

/** The accounts of the app's list, which its encrypted backup holds too. */
export const readTotpAuthenticatorList = (json: unknown): Result<ForeignContent, ForeignError> =>
  Array.isArray(json) ? ok(contentOf(itemsOf(json, readOne))) : damaged;

/** TOTP Authenticator's settings file. */
export const totpAuthenticator: ForeignFormat = {
  id: 'totp-authenticator',
  app: 'TOTP Authenticator',
  reads: 'XML of a rooted phone; keys of SHA256 and SHA512 come as SHA1, as the app does not write it down',
  source: 'https://github.com/beemdevelopment/Aegis',
  recognise: ({ strings }) => strings?.has(KEY) === true,
  read: async ({ strings }) => readTotpAuthenticatorList(parseJsonText(strings?.get(KEY) ?? '')),
};
