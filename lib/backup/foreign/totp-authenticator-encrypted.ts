import type { Bytes } from '../../otp/parameters.ts';
import { err } from '../../result.ts';
import { utf8 } from '../../vault/bytes.ts';
import { isRecord, parseJsonBytes, parseJsonText } from '../../vault/shape.ts';
import { decryptCbc } from './aes-cbc.ts';
import { damaged } from './foreign-error.ts';
import type { ForeignFormat } from './foreign-format.ts';
import { looseBase64 } from './loose-base64.ts';
import { readTotpAuthenticatorList } from './totp-authenticator.ts';

// What the app seals with where its user chose none.
const ITS_OWN_PASSPHRASE = 'TotpAuthenticator';

async function open(sealed: Bytes, passphrase: string): Promise<unknown> {
  const key = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(passphrase)));
  const plain = await decryptCbc(key, new Uint8Array(16), sealed);
  const value = plain === null ? undefined : parseJsonBytes(plain);
  // The list is the text of the object's one key.
  return isRecord(value) ? parseJsonText(Object.keys(value)[0] ?? '') : undefined;
}

/** TOTP Authenticator's backup: one text in base64 around AES-CBC, which proves nothing. */
export const totpAuthenticatorEncrypted: ForeignFormat = {
  id: 'totp-authenticator-encrypted',
  app: 'TOTP Authenticator',
  guess: true,
  reads: 'encrypted backup; keys of SHA256 and SHA512 come as SHA1, as the app does not write it down',
  source: 'https://github.com/beemdevelopment/Aegis',
  recognise({ text, json }) {
    const sealed = json === undefined && text !== null && text.length >= 64 ? looseBase64(text) : null;
    return sealed !== null && sealed.length % 16 === 0;
  },
  async read({ text }, how) {
    const sealed = looseBase64(text);
    if (sealed === null) return damaged;
    const value = await open(sealed, how.passphrase ?? ITS_OWN_PASSPHRASE);
    if (value !== undefined) return readTotpAuthenticatorList(value);
    return err({ kind: how.passphrase === null ? 'passphrase-needed' : 'wrong-passphrase' });
  },
};
