import { ok } from '../../result.ts';
import { isRecord } from '../../vault/shape.ts';
import { foreignAccount } from './foreign-account.ts';
import { contentOf, type ForeignFormat } from './foreign-format.ts';
import { itemsOf, recordAt } from './foreign-json.ts';

const hasKey = (one: unknown): boolean => 'otpSecret' in recordAt(one, 'otpGenerator');

/** Duo Mobile's list of accounts; those of Duo itself have no key. */
export const duo: ForeignFormat = {
  id: 'duo',
  app: 'Duo Mobile',
  reads: 'JSON of its accounts (from a rooted phone)',
  source: 'https://github.com/beemdevelopment/Aegis',
  recognise: ({ json }) => Array.isArray(json) && json.some((one) => isRecord(one) && hasKey(one)),
  async read({ json }) {
    let others = 0;
    const items = itemsOf(json, (one) => {
      if (!hasKey(one)) {
        others += 1;
        return [];
      }
      const { otpSecret, counter } = recordAt(one, 'otpGenerator');
      const type = counter === undefined || counter === null ? 'totp' : 'hotp';
      return foreignAccount({ issuer: '', account: one.name, type, secret: otpSecret, counter });
    });
    return ok(contentOf(items, others));
  },
};
