import { parseKeyUri } from '../otp/key-uri.ts';
import type { RefusedAccount } from '../otp/migration.ts';
import { type JoinedMigration, joinMigrations } from '../otp/migration-batch.ts';
import type { HashAlgorithm, OtpAccount } from '../otp/parameters.ts';
import { isKeyUri, isMigration } from '../setup-links.ts';
import type { Entry, EntryState } from '../vault/entry.ts';
import { compareAccount } from './compare-accounts.ts';
import { type OtherCode, otherCode, refusedKey } from './other-codes.ts';
import { withOtherKey } from './shown-key.ts';

/** An account read from a page, as the popup shows it: everything but the secret. */
export type FoundCode = {
  readonly index: number;
  readonly issuer: string;
  readonly account: string;
  readonly digits: number;
  readonly periodSeconds: number | null;
  readonly algorithm: HashAlgorithm;
  readonly status: 'new' | 'already-here' | 'other-secret';
  /** The stored accounts that it may replace, where they have another secret. */
  readonly namesakes: readonly Namesake[];
  /** Whether the page shows another setup key as text than this account's. */
  readonly otherKeyShown: boolean;
};

/** A stored account that a found one may take the place of. */
export type Namesake = { readonly entryId: string; readonly state: EntryState; readonly createdUnixMs: number };

/** Accounts of a phone app's export codes on the page; `missing` counts parts that were not shown yet. */
export type MigrationView = {
  readonly accounts: readonly FoundCode[];
  readonly missing: number;
  /** Those that would make wrong codes, or none. */
  readonly refused: readonly RefusedAccount[];
};

/** What a page's texts hold: accounts of the site itself, accounts moved from a phone, and everything else by name. */
export type Findings = {
  readonly accounts: readonly OtpAccount[];
  readonly moved: Omit<JoinedMigration, 'damaged'>;
  readonly others: readonly OtherCode[];
};

/** How long what was found waits for the customer's choice, in milliseconds. */
export const FOUND_LIFE_MS = 10 * 60_000;

/** Reads texts of a page, each once, in order. */
export function readFindings(texts: readonly string[]): Findings {
  const each = [...new Set(texts)];
  const accounts: OtpAccount[] = [];
  const others: OtherCode[] = [];
  for (const text of each.filter((one) => !isMigration(one))) {
    const parsed = parseKeyUri(text);
    if (parsed.ok) accounts.push(parsed.value.account);
    else others.push(isKeyUri(text) ? refusedKey(parsed.error) : otherCode(text));
  }
  const { damaged, ...moved } = joinMigrations(each.filter(isMigration));
  for (let count = 0; count < damaged; count += 1) others.push({ kind: 'damaged-key', text: '' });
  return { accounts, moved, others };
}

/** Describes accounts of export codes for the popup; no site is known of them. */
export const describeMoved = (
  { accounts, batches, refused }: Findings['moved'],
  entries: readonly Entry[],
): MigrationView => ({
  accounts: describeFound(accounts, entries, null),
  missing: batches.reduce((sum, { missingParts }) => sum + missingParts.length, 0),
  refused,
});

/** Describes one account of several beside the stored entries; `origin`: of the page that showed it, null where none did. */
export function describeCode(
  found: OtpAccount,
  index: number,
  entries: readonly Entry[],
  origin: string | null,
  otherKeyShown = false,
): FoundCode {
  const { parameters } = found;
  const steam = parameters.type === 'steam';
  const status = compareAccount(found, entries, origin);
  const named = status.kind === 'other-secret' ? status.entryIds : [];
  return {
    index,
    issuer: found.issuer,
    account: found.account,
    digits: steam ? 5 : parameters.digits,
    periodSeconds: parameters.type === 'hotp' ? null : steam ? 30 : parameters.periodSeconds,
    algorithm: steam ? 'SHA1' : parameters.algorithm,
    status: status.kind,
    namesakes: entries
      .filter(({ id }) => named.includes(id))
      .map(({ id: entryId, state, createdUnixMs }) => ({ entryId, state, createdUnixMs })),
    otherKeyShown,
  };
}

/**
 * Describes accounts found at an origin for the popup, each with its relation to the stored entries.
 * @param shownKeys setup keys that the page shows as text
 */
export function describeFound(
  accounts: readonly OtpAccount[],
  entries: readonly Entry[],
  origin: string | null,
  shownKeys: readonly string[] = [],
): readonly FoundCode[] {
  const other = withOtherKey(accounts, shownKeys);
  return accounts.map((found, index) => describeCode(found, index, entries, origin, found === other));
}
