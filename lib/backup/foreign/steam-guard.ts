import { ok } from '../../result.ts';
import { isRecord } from '../../vault/shape.ts';
import { foreignAccount, keyOf } from './foreign-account.ts';
import { contentOf, type ForeignFormat } from './foreign-format.ts';
import { itemsOf } from './foreign-json.ts';
import { looseBase64 } from './loose-base64.ts';

const hasKey = (one: unknown): boolean => isRecord(one) && 'shared_secret' in one;
const accountsOf = (json: unknown): readonly unknown[] =>
  isRecord(json) && isRecord(json.accounts) ? Object.values(json.accounts) : [json];

/** Steam's own file of a phone, and an .maFile of Steam Desktop Authenticator. */
export const steamGuard: ForeignFormat = {
  id: 'steam',
  app: 'Steam, Steam Desktop Authenticator',
  appShown: 'Steam',
  reads: 'JSON (`Steamguard-…`, .maFile), plain',
  source: 'https://github.com/beemdevelopment/Aegis',
  recognise: ({ json }) => accountsOf(json).some(hasKey),
  async read({ json }) {
    const items = itemsOf(accountsOf(json), (one) => {
      const secret = keyOf(one.shared_secret, looseBase64(one.shared_secret));
      return foreignAccount({ issuer: 'Steam', account: one.account_name, type: 'steam', secret });
    });
    return ok(contentOf(items));
  },
};
