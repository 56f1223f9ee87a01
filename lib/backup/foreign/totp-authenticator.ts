import type { Bytes } from '../../otp/parameters.ts';
import { err, ok, type Result } from '../../result.ts';
import { utf8 } from '../../vault/bytes.ts';
import { isRecord, parseJsonBytes, parseJsonText } from '../../vault/shape.ts';
import { decryptCbc } from './aes-cbc.ts';
import { foreignAccount, keyOf, numberOf } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import type { ForeignContent, ForeignFormat, ForeignItem } from './foreign-format.ts';
import { itemsOf } from './foreign-json.ts';
import { hexBytes } from './hex.ts';
import { looseBase64 } from './loose-base64.ts';

const KEY = 'STATIC_TOTP_CODES_LIST';
// What the app seals with where its user chose none.
const ITS_OWN_PASSPHRASE = 'TotpAuthenticator';

function secretOf({ key, base }: Record<string, unknown>): unknown {
  if (numberOf(base) === 16) return keyOf(key, hexBytes(key, 1, 1_024));
  return numberOf(base) === 64 ? keyOf(key, looseBase64(key)) : key;
}

function readOne(one: Record<string, unknown>): ForeignItem {
  const issuer = one.issuer === 'Unknown' ? '' : one.issuer;
  const { digits, period: periodSeconds } = one;
  return foreignAccount({ issuer, account: one.name, type: 'totp', secret: secretOf(one), digits, periodSeconds });
}

const readList = (json: unknown): Result<ForeignContent, ForeignError> =>
  Array.isArray(json) ? ok({ items: itemsOf(json, readOne), others: 0, pictures: [] }) : damaged;

async function open(sealed: Bytes, passphrase: string): Promise<unknown> {
  const key = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(passphrase)));
  const plain = await decryptCbc(key, new Uint8Array(16), sealed);
  const value = plain === null ? undefined : parseJsonBytes(plain);
  // The list is the text of the object's one key.
  return isRecord(value) ? parseJsonText(Object.keys(value)[0] ?? '') : undefined;
}

/** TOTP Authenticator's backup: one text in base64 around AES-CBC, which proves nothing; and its settings file. */
export const totpAuthenticator: ForeignFormat = {
  id: 'totp-authenticator',
  app: 'TOTP Authenticator',
  guess: true,
  reads:
    'encrypted backup, and XML of a rooted phone; keys of SHA256 and SHA512 come as SHA1, as the app does not write it down',
  source: 'https://github.com/beemdevelopment/Aegis',
  recognise({ strings, text, json }) {
    if (strings?.has(KEY) === true) return true;
    const sealed = json === undefined && text !== null && text.length >= 64 ? looseBase64(text) : null;
    return sealed !== null && sealed.length % 16 === 0;
  },
  async read({ strings, text }, how) {
    const list = strings?.get(KEY);
    if (list !== undefined) return readList(parseJsonText(list));
    const sealed = looseBase64(text);
    if (sealed === null) return damaged;
    const value = await open(sealed, how.passphrase ?? ITS_OWN_PASSPHRASE);
    if (value !== undefined) return readList(value);
    return err({ kind: how.passphrase === null ? 'passphrase-needed' : 'wrong-passphrase' });
  },
};
