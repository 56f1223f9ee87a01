import { equalBytes } from '../otp/bytes.ts';
import type { OtpAccount, OtpParameters } from '../otp/parameters.ts';
import { toBase64 } from '../vault/base64.ts';
import type { Entry } from '../vault/entry.ts';

/** How an account that was found relates to what is stored already. */
export type AccountStatus =
  | { readonly kind: 'new' }
  | { readonly kind: 'already-here'; readonly entryId: string }
  /** `entryIds`: the entries that a new secret may take the place of, in stored order, at least one. */
  | { readonly kind: 'other-secret'; readonly entryIds: readonly string[] };

/** Whether two parameter sets give the same codes; a counter is progress, not identity. */
function sameCodes(a: OtpParameters, b: OtpParameters): boolean {
  if (!equalBytes(a.secret, b.secret)) return false;
  if (a.type === 'steam' || b.type === 'steam') return a.type === b.type;
  if (a.algorithm !== b.algorithm || a.digits !== b.digits) return false;
  return a.type === 'totp' ? b.type === 'totp' && a.periodSeconds === b.periodSeconds : b.type === 'hotp';
}

/**
 * A text that two descriptions share where they are of one account, and only there: of thousands of accounts each would have to be
 * compared with each.
 */
export function identityOf({ issuer, account, parameters }: OtpAccount): string {
  const how =
    parameters.type === 'steam'
      ? []
      : [parameters.algorithm, parameters.digits, parameters.type === 'totp' ? parameters.periodSeconds : null];
  return JSON.stringify([issuer, account, parameters.type, toBase64(parameters.secret), ...how]);
}

/** Names are the page's own words, so an entry of another site is no namesake: a page must not reach it by calling itself alike. */
const mayStandFor = (entry: Entry, origin: string | null): boolean =>
  origin === null || entry.origins.length === 0 || entry.origins.includes(origin);

/** The ones that the site may still take codes of; where it ended all of them, the one that it ended last. */
const inForceOrLast = (namesakes: readonly Entry[]): readonly Entry[] => {
  const inForce = namesakes.filter(({ state }) => state !== 'stale');
  // Not the last of the list, whose order is the customer's own.
  return inForce.length > 0 ? inForce : namesakes.toSorted((a, b) => a.updatedUnixMs - b.updatedUnixMs).slice(-1);
};

/**
 * Compares an account with the stored entries.
 * @param origin exact origin of the page that showed the account; null where no page did
 * @returns `already-here` for the same account with the same codes, `other-secret` for the same issuer and account with
 * different ones (those of the same site, or where there is none those without a site; of these the ones in force), else `new`; one secret under two accounts is legal and new
 */
export function compareAccount(found: OtpAccount, entries: readonly Entry[], origin: string | null): AccountStatus {
  const namesakes = entries.filter((entry) => entry.issuer === found.issuer && entry.account === found.account);
  const same = namesakes.find((entry) => sameCodes(entry.parameters, found.parameters));
  if (same !== undefined) return { kind: 'already-here', entryId: same.id };
  // The one of this very site is what *Replace* means; one without a site may be of another service of the name.
  const here = origin === null ? [] : namesakes.filter((entry) => entry.origins.includes(origin));
  const others = inForceOrLast(here.length > 0 ? here : namesakes.filter((entry) => mayStandFor(entry, origin)));
  return others.length === 0 ? { kind: 'new' } : { kind: 'other-secret', entryIds: others.map(({ id }) => id) };
}
