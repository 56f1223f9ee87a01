import { splitLabel } from '../../otp/key-uri-label.ts';
import { ok, type Result } from '../../result.ts';
import { isRecord } from '../../vault/shape.ts';
import { foreignAccount, textOf } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { contentOf, type ForeignContent, type ForeignFormat } from './foreign-format.ts';
import { itemsOf } from './foreign-json.ts';

/** Old versions had no field for the issuer, and wrote `Issuer - account` or `Issuer - Issuer:account`. */
function namesOf(one: Record<string, unknown>): { readonly issuer: string; readonly account: string } {
  const [issuer, label] = [textOf(one.issuer), textOf(one.label)];
  const [, before = '', rest = label] = issuer === '' ? (/^(.*?) - (.*)$/s.exec(label) ?? []) : [];
  const named = issuer || before;
  const { prefix, account } = splitLabel(rest, named);
  if (named === '') return { issuer: prefix, account };
  return { issuer: named, account: prefix === named ? account : rest };
}

/** The accounts of andOTP's list, which the encrypted files hold too. */
export function readAndOtpList(json: unknown): Result<ForeignContent, ForeignError> {
  if (!Array.isArray(json)) return damaged;
  const items = itemsOf(json, (one) =>
    foreignAccount({
      ...namesOf(one),
      type: one.type,
      secret: one.secret,
      algorithm: one.algorithm,
      digits: one.digits,
      periodSeconds: one.period,
      counter: one.counter,
      group: Array.isArray(one.tags) ? one.tags[0] : null,
    }),
  );
  return ok(contentOf(items));
}

/** andOTP's plain backup. */
export const andOtp: ForeignFormat = {
  id: 'andotp',
  app: 'andOTP',
  reads: 'JSON, plain',
  source: 'https://github.com/andOTP/andOTP/wiki/Backup-format',
  recognise: ({ json }) =>
    Array.isArray(json) &&
    json.some((one) => isRecord(one) && 'secret' in one && 'type' in one && ('label' in one || 'issuer' in one)),
  read: async ({ json }) => readAndOtpList(json),
};
