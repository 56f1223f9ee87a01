import type { Result } from '../result.ts';
import type { BackupCode } from '../vault/entry.ts';
import type { AddAsked } from './add-intents.ts';
import type { AutomaticState } from './automatic-sites.ts';
import type { BackupHealth } from './backup-health.ts';
import type { CheckedCode } from './check-code.ts';
import type { ClockCheck } from './clock-check.ts';
import type { CodesChange } from './codes-changes.ts';
import type { EditableAccount } from './edit-account.ts';
import type { ArrangedEntry, ListedEntry } from './entry-listing.ts';
import type { ExportedAccounts } from './export-accounts.ts';
import type { FillResult } from './fill-code.ts';
import type { Verdict } from './follow-up.ts';
import type { FoundCode, MigrationView } from './found-codes.ts';
import type { AddedHere } from './found-store.ts';
import type { ImportPreview } from './import-preview.ts';
import type { CopyLocks } from './keep-copy.ts';
import type { LookAlikeWarning } from './look-alike-warning.ts';
import type { OtherCode } from './other-codes.ts';
import type { FrameLook } from './page-ports.ts';
import type { PhoneView } from './phone-accounts.ts';
import type { Policies } from './policies.ts';
import type { PrintJob } from './print-job.ts';
import type { RemovedAccount } from './removed-account.ts';
import type { CopyReport, VaultState } from './vault-answers.ts';
import type { MissedChanges } from './vault-missed.ts';
import type { Refusal } from './why-refused.ts';

/** What a page shows, as far as it waits for the customer; `added` tells of what was added from this page already. */
export type FoundAnswer = {
  readonly kind: 'found';
  /** Names what is shown, for the press that adds some of it; null where nothing waits. */
  readonly id: string | null;
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
  /** Whether the site's button is pressed too, where codes are filled by themselves. */
  readonly submits: boolean;
  /** What is known of this site's refusal of the code filled last; null without one, or once somebody asked for another. */
  readonly refused: Refusal | null;
  /** Seconds that the codes shown and filled are corrected by; 0 for none. */
  readonly correctionSeconds: number;
  /** The account's site that this one is easily taken for; null where an account belongs to this one. */
  readonly lookAlike: LookAlikeWarning | null;
  /** Backup codes of this site that wait, told at once: a card that comes later would move the codes under a press. */
  readonly offer: OfferAnswer['offer'];
  /** Whether the customer asked to practise the passphrase, and it is time to. */
  readonly practise: boolean;
  /** What an opening of the vault missed, until the customer puts it away. */
  readonly missed: MissedChanges | null;
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
  /** The box that the page shows. */
  readonly box: FrameLook['box'];
  readonly offer: {
    readonly quote: string;
    readonly codes: readonly string[];
    readonly entryId: string | null;
    /** The accounts that they may belong to. */
    readonly accounts: readonly OfferAccount[];
  } | null;
};

/** How a popup opens: what the press that opened it asked to add at once; null for nothing. */
export type OpeningAnswer = { readonly kind: 'opening'; readonly add: AddAsked | null };

/** An account of the tab's site that the site never confirmed, as far as the customer has to be asked about it; null for none. */
export type UnconfirmedAnswer = {
  readonly kind: 'unconfirmed';
  readonly entry: { readonly id: string; readonly issuer: string; readonly account: string } | null;
};

/** Accounts that were added together; `undo` names them, to take them back: null where that is not possible. */
export type AddedTogether = { readonly added: number; readonly skipped: number; readonly undo: string | null };

/** What the background answers to our own pages. */
export type PageAnswer =
  | { readonly kind: 'vault-state'; readonly state: VaultState }
  | EntriesAnswer
  | FoundAnswer
  | OpeningAnswer
  | UnconfirmedAnswer
  | { readonly kind: 'added'; readonly saved: 'saved' | 'already-here'; readonly entryId: string }
  | OfferAnswer
  | { readonly kind: 'backup-codes'; readonly codes: readonly BackupCode[] }
  /** `site`: the exact origin of the picture that this page was given; what stands in such a picture belongs there. */
  | ({ readonly kind: 'phone'; readonly site: string | null; readonly lookAlike: LookAlikeWarning | null } & PhoneView)
  /** `picture`: a data URL; null where none waits. `fromTabId`: the tab that it shows. */
  | { readonly kind: 'area'; readonly picture: string | null; readonly fromTabId: number | null }
  | { readonly kind: 'opened'; readonly missed: MissedChanges | null }
  | { readonly kind: 'copies'; readonly copies: readonly CopyReport[] }
  | { readonly kind: 'raw-copies'; readonly text: string }
  | ({ readonly kind: 'moved' } & AddedTogether)
  | { readonly kind: 'choose' }
  | { readonly kind: 'fill'; readonly result: FillResult }
  /** `reminder`: whether the passphrase is asked for now and then; null while the vault is not open, or has none. */
  | {
      readonly kind: 'settings';
      readonly autoLockMinutes: number;
      readonly reminder: boolean | null;
      readonly sharedComputer: boolean;
    }
  /** `lacksPassphrase`: the open vault has none, and one is required. */
  | { readonly kind: 'policies'; readonly policies: Policies; readonly lacksPassphrase: boolean }
  | {
      readonly kind: 'clock';
      readonly result: ClockCheck;
      /** Seconds that the codes may be corrected by; null where there is no reason to. */
      readonly offerSeconds: number | null;
    }
  /** `changed`: the accounts here changed after what was accepted had been shown, so that nothing was added. */
  /** `intact` is false where the file was touched outside of what is sealed. */
  | ({ readonly kind: 'restore-preview'; readonly changed: boolean; readonly intact: boolean } & ImportPreview)
  | ({ readonly kind: 'restored' } & AddedTogether)
  /** `stayed`: those that were used or changed since. */
  | {
      readonly kind: 'undone';
      readonly removed: number;
      readonly stayed: readonly { readonly issuer: string; readonly account: string }[];
    }
  /** A saved copy, made at a time in Unix milliseconds; `copyId` is the name to speak of it by. */
  | { readonly kind: 'backup'; readonly text: string; readonly unixMs: number; readonly copyId: string }
  | {
      readonly kind: 'copy-health';
      readonly health: BackupHealth;
      /** Whether the customer is to be asked for a copy now. */
      readonly ask: boolean;
      /** What copies that are written by themselves are locked for, and how many are kept; null where none are written. */
      readonly automatic: (CopyLocks & { readonly keep: number }) | null;
    }
  | { readonly kind: 'checked'; readonly result: CheckedCode }
  | ({ readonly kind: 'exported' } & ExportedAccounts)
  | { readonly kind: 'print'; readonly job: PrintJob | null }
  | { readonly kind: 'editable'; readonly account: EditableAccount }
  /** `keptId`: what the account was, among the removed ones, where its codes changed. */
  | { readonly kind: 'edited'; readonly keptId: string | null; readonly updatedUnixMs: number }
  | { readonly kind: 'unchanged' }
  /** Nothing was saved: the customer has to be told first. */
  | { readonly kind: 'would-change-codes'; readonly changes: readonly CodesChange[] }
  | { readonly kind: 'removed'; readonly accounts: readonly RemovedAccount[] }
  | { readonly kind: 'accounts'; readonly accounts: readonly ArrangedEntry[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string };

/** A refusal with its literal reason; the popup has the words. */
export const failed = (reason: string): PageAnswer => ({ kind: 'failed', reason });

/** `done` for a success, whatever its value, else the refusal. */
export const doneOr = (result: Result<unknown, string>): PageAnswer =>
  result.ok ? { kind: 'done' } : failed(result.error);
