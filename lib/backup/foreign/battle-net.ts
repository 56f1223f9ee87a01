import { ok } from '../../result.ts';
import { foreignAccount } from './foreign-account.ts';
import { damaged } from './foreign-error.ts';
import { contentOf, type ForeignFormat } from './foreign-format.ts';
import { hexBytes } from './hex.ts';

const SECRET = 'com.blizzard.messenger.AUTHENTICATOR_DEVICE_SECRET';
const SERIAL = 'com.blizzard.messenger.AUTHENTICATOR_SERIAL';
// The app hides both texts behind one mask, the same in every phone.
const MASK =
  hexBytes('398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6c80d2fb38068773f', 1, 64) ??
  new Uint8Array();

function unmasked(value: string | undefined): string | null {
  const bytes = hexBytes(value, 1, MASK.length);
  return bytes === null ? null : String.fromCharCode(...bytes.map((byte, at) => byte ^ (MASK[at] ?? 0)));
}

/** Battle.net's settings file of a phone: a key in hexadecimal, and codes of eight digits. */
export const battleNet: ForeignFormat = {
  id: 'battle-net',
  app: 'Battle.net',
  reads: 'XML of a rooted phone',
  source: 'https://github.com/beemdevelopment/Aegis',
  recognise: ({ strings }) => strings?.has(SECRET) === true,
  async read({ strings }) {
    const secret = hexBytes(unmasked(strings?.get(SECRET)), 1, 64);
    if (secret === null) return damaged;
    const account = unmasked(strings?.get(SERIAL)) ?? '';
    const item = foreignAccount({ issuer: 'Battle.net', account, type: 'totp', secret, digits: 8 });
    return ok(contentOf([item]));
  },
};
