import type { BackupCode } from '../vault/entry.ts';
import type { AutomaticState } from './automatic-sites.ts';
import type { CheckedCode } from './check-code.ts';
import type { ClockCheck } from './clock-check.ts';
import type { ListedEntry } from './entry-listing.ts';
import type { ExportedAccounts } from './export-accounts.ts';
import type { FillResult } from './fill-code.ts';
import type { Verdict } from './follow-up.ts';
import type { FoundCode, MigrationView } from './found-codes.ts';
import type { AddedHere } from './found-store.ts';
import type { LookAlikeWarning } from './look-alike-warning.ts';
import type { OtherCode } from './other-codes.ts';
import type { VaultState } from './vault-repository.ts';

/** What a page shows, as far as it waits for the customer; `added` tells of what was added from this page already. */
export type FoundAnswer = {
  readonly kind: 'found';
  readonly origin: string | null;
  readonly codes: readonly FoundCode[];
  readonly migration: MigrationView;
  readonly others: readonly OtherCode[];
  readonly added: (AddedHere & { readonly issuer: string; readonly account: string; readonly code: string }) | null;
};

/** All accounts with their codes, and how the current site stands to automatic filling. */
export type EntriesAnswer = {
  readonly kind: 'entries';
  readonly origin: string | null;
  readonly entries: readonly ListedEntry[];
  readonly automatic: AutomaticState;
  /** Whether this site refused the code that was filled last, and nobody asked for another since. */
  readonly refused: boolean;
  /** The account's site that this one is easily taken for; null where an account belongs to this one. */
  readonly lookAlike: LookAlikeWarning | null;
};

/** An account that backup codes may belong to; `hasCodes`: it has some, which they would replace. */
export type OfferAccount = {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  readonly hasCodes: boolean;
};

/** Backup codes that the site showed and that wait for the customer; null for none. `codes` are there while the vault is open. */
export type OfferAnswer = {
  readonly kind: 'offer';
  /** What the site answered to what was filled last in this tab. */
  readonly verdict: Verdict;
  readonly offer: {
    readonly quote: string;
    readonly codes: readonly string[];
    readonly entryId: string | null;
    /** The accounts that they may belong to. */
    readonly accounts: readonly OfferAccount[];
  } | null;
};

/** What the background answers to our own pages. */
export type PageAnswer =
  | { readonly kind: 'vault-state'; readonly state: VaultState }
  | EntriesAnswer
  | FoundAnswer
  | { readonly kind: 'added'; readonly saved: 'saved' | 'already-here'; readonly entryId: string }
  | OfferAnswer
  | { readonly kind: 'backup-codes'; readonly codes: readonly BackupCode[] }
  | { readonly kind: 'moved'; readonly added: number; readonly skipped: number }
  | { readonly kind: 'choose' }
  | { readonly kind: 'fill'; readonly result: FillResult }
  | { readonly kind: 'settings'; readonly autoLockMinutes: number }
  | { readonly kind: 'clock'; readonly result: ClockCheck }
  | { readonly kind: 'backup'; readonly text: string }
  | { readonly kind: 'restored'; readonly added: number; readonly skipped: number }
  | { readonly kind: 'checked'; readonly result: CheckedCode }
  | ({ readonly kind: 'exported' } & ExportedAccounts)
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string };

/** A refusal with its literal reason; the popup has the words. */
export const failed = (reason: string): PageAnswer => ({ kind: 'failed', reason });
