import type { RefusedAccount } from '../otp/migration.ts';
import type { MigrationBatch } from '../otp/migration-batch.ts';
import type { OtpAccount } from '../otp/parameters.ts';
import type { Entry } from '../vault/entry.ts';
import { identityOf } from './compare-accounts.ts';
import { describeCode, type FoundCode, readFindings } from './found-codes.ts';
import type { OtherCode } from './other-codes.ts';

/**
 * What pictures of a phone's codes hold, as our own page shows it: everything but the secrets. `batches` are the exports of
 * several codes; `refused` and `others` cannot be added.
 */
export type PhoneView = {
  readonly accounts: readonly FoundCode[];
  readonly batches: readonly MigrationBatch[];
  readonly refused: readonly RefusedAccount[];
  readonly others: readonly OtherCode[];
};

/** Most texts from a phone that wait at once: an export of 1280 accounts. */
export const MAX_PHONE_TEXTS = 128;

/** Accounts of texts from a phone, each once, in the order of their codes: those scanned alone before those of exports. */
export function phoneAccounts(texts: readonly string[]): readonly OtpAccount[] {
  const { accounts, moved } = readFindings(texts);
  const all = [...accounts, ...moved.accounts];
  const first = new Map<string, OtpAccount>();
  for (const account of all) {
    const identity = identityOf(account);
    if (!first.has(identity)) first.set(identity, account);
  }
  return [...first.values()];
}

/** Tells the site that each account of the texts belongs to, where a picture of it showed them; accounts of an export are of other sites. */
export function siteOfEach(texts: readonly string[], site: string | null): (account: OtpAccount) => string | null {
  const alone = new Set(site === null ? [] : readFindings(texts).accounts.map(identityOf));
  return (account) => (alone.has(identityOf(account)) ? site : null);
}

/**
 * Describes texts from pictures beside the stored entries.
 * @param site exact origin of the page that a picture shows; null where no page showed them, so that no site tells namesakes apart
 */
export function describePhone(
  texts: readonly string[],
  entries: readonly Entry[],
  site: string | null = null,
): PhoneView {
  const { moved, others } = readFindings(texts);
  const siteOf = siteOfEach(texts, site);
  return {
    accounts: phoneAccounts(texts).map((account, index) => describeCode(account, index, entries, siteOf(account))),
    batches: moved.batches.filter(({ parts }) => parts > 1),
    refused: moved.refused,
    others,
  };
}

/** Whether something is left to add, or a code of an export was not shown yet. */
export const phoneWaits = ({ accounts, batches }: PhoneView): boolean =>
  accounts.some(({ status }) => status !== 'already-here') ||
  batches.some(({ missingParts }) => missingParts.length > 0);
