import { ok, type Result } from '../../result.ts';
import { foreignAccount } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { contentOf, type ForeignContent } from './foreign-format.ts';
import { itemsOf } from './foreign-json.ts';

/** The accounts of Raivo's list, in which every value is a text. */
export function readRaivoList(json: unknown): Result<ForeignContent, ForeignError> {
  if (!Array.isArray(json)) return damaged;
  const items = itemsOf(json, (one) =>
    foreignAccount({
      issuer: one.issuer,
      account: one.account,
      type: one.kind,
      secret: one.secret,
      algorithm: one.algorithm,
      digits: one.digits,
      periodSeconds: one.timer,
      counter: one.counter,
      pinned: one.pinned === 'true',
    }),
  );
  return ok(contentOf(items));
}
