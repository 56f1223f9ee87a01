import { equalBytes } from '../otp/bytes.ts';
import type { OtpAccount, OtpParameters } from '../otp/parameters.ts';
import type { Entry } from '../vault/entry.ts';

/** How an account that was found relates to what is stored already. */
export type AccountStatus =
  | { readonly kind: 'new' }
  | { readonly kind: 'already-here'; readonly entryId: string }
  | { readonly kind: 'other-secret'; readonly entryId: string };

/** Whether two parameter sets give the same codes; a counter is progress, not identity. */
function sameCodes(a: OtpParameters, b: OtpParameters): boolean {
  if (!equalBytes(a.secret, b.secret)) return false;
  if (a.type === 'steam' || b.type === 'steam') return a.type === b.type;
  if (a.algorithm !== b.algorithm || a.digits !== b.digits) return false;
  return a.type === 'totp' ? b.type === 'totp' && a.periodSeconds === b.periodSeconds : b.type === 'hotp';
}

/** Names are the page's own words, so an entry of another site is no namesake: a page must not reach it by calling itself alike. */
const mayStandFor = (entry: Entry, origin: string | null): boolean =>
  origin === null || entry.origins.length === 0 || entry.origins.includes(origin);

/**
 * Compares an account with the stored entries.
 * @param origin exact origin of the page that showed the account; null where no page did
 * @returns `already-here` for the same account with the same codes, `other-secret` for the same issuer and account with
 * different ones, at the same site before one without a site, else `new`; one secret under two accounts is legal and new
 */
export function compareAccount(found: OtpAccount, entries: readonly Entry[], origin: string | null): AccountStatus {
  const namesakes = entries.filter((entry) => entry.issuer === found.issuer && entry.account === found.account);
  const same = namesakes.find((entry) => sameCodes(entry.parameters, found.parameters));
  if (same !== undefined) return { kind: 'already-here', entryId: same.id };
  // The one of this very site is what *Replace* means; one without a site may be of another service of the name.
  const here = origin === null ? undefined : namesakes.find((entry) => entry.origins.includes(origin));
  const other = here ?? namesakes.find((entry) => mayStandFor(entry, origin));
  return other === undefined ? { kind: 'new' } : { kind: 'other-secret', entryId: other.id };
}
