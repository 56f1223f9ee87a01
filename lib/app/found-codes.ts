import { parseKeyUri } from '../otp/key-uri.ts';
import type { HashAlgorithm, OtpAccount } from '../otp/parameters.ts';
import type { Entry } from '../vault/entry.ts';
import { compareAccount } from './compare-accounts.ts';

/** A code read from a page, as the popup shows it: everything but the secret. */
export type FoundCode = {
  readonly index: number;
  readonly issuer: string;
  readonly account: string;
  readonly site: string;
  readonly digits: number;
  readonly periodSeconds: number | null;
  readonly algorithm: HashAlgorithm;
  readonly status: 'new' | 'already-here' | 'other-secret';
};

/** How long what was found waits for the customer's choice, in milliseconds. */
export const FOUND_LIFE_MS = 10 * 60_000;

/** The accounts among texts read from a page, in order, each once; everything that is no key URI is left out. */
export function accountsIn(texts: readonly string[]): readonly OtpAccount[] {
  return [...new Set(texts)].flatMap((text) => {
    const parsed = parseKeyUri(text);
    return parsed.ok ? [parsed.value.account] : [];
  });
}

/** Describes found accounts for the popup, each with its relation to the stored entries. */
export function describeFound(
  accounts: readonly OtpAccount[],
  site: string,
  entries: readonly Entry[],
): readonly FoundCode[] {
  return accounts.map((found, index) => {
    const { parameters } = found;
    const steam = parameters.type === 'steam';
    return {
      index,
      issuer: found.issuer,
      account: found.account,
      site,
      digits: steam ? 5 : parameters.digits,
      periodSeconds: parameters.type === 'hotp' ? null : steam ? 30 : parameters.periodSeconds,
      algorithm: steam ? 'SHA1' : parameters.algorithm,
      status: compareAccount(found, entries).kind,
    };
  });
}
