import type { AccountSheet } from '../app/account-sheet.ts';
import type { Mark } from '../app/arrange.ts';
import type { CheckedCode } from '../app/check-code.ts';
import type { CodesChange } from '../app/codes-changes.ts';
import type { AccountEdit, EditableAccount } from '../app/edit-account.ts';
import type { ArrangedEntry } from '../app/entry-listing.ts';
import type { ExportedAccounts } from '../app/export-accounts.ts';
import type { PrintJob } from '../app/print-job.ts';
import type { RemovedAccount } from '../app/removed-account.ts';
import type { PassphraseProof } from './protocol-keys.ts';

/** One account and what becomes of it: checked, moved to a phone, edited, printed, arranged, removed. */
export type AccountsRequest =
  | { readonly kind: 'list-unconfirmed'; readonly tabId: number }
  | { readonly kind: 'keep-unconfirmed'; readonly entryId: string }
  | { readonly kind: 'discard-unconfirmed'; readonly entryId: string }
  | {
      readonly kind: 'check-code';
      readonly entryId: string;
      readonly typed: string;
      /** The code typed before this one, where that one could have fitted by chance. */
      readonly before: string | null;
    }
  | { readonly kind: 'revive-entry'; readonly entryId: string }
  | { readonly kind: 'export-entry'; readonly entryId: string; readonly proof: PassphraseProof | null }
  | { readonly kind: 'export-batch'; readonly entryIds: readonly string[]; readonly proof: PassphraseProof | null }
  | { readonly kind: 'show-editable'; readonly entryId: string }
  | {
      readonly kind: 'edit-entry';
      readonly entryId: string;
      /** When the account was changed last, as the customer was shown it. */
      readonly shownUnixMs: number;
      readonly edit: AccountEdit;
      /** The customer was told what it does to the codes, and pressed again. */
      readonly despiteCodes: boolean;
    }
  | {
      readonly kind: 'undo-edit';
      readonly entryId: string;
      /** What the account was before, among the removed ones. */
      readonly keptId: string;
      readonly shownUnixMs: number;
    }
  | {
      readonly kind: 'print-codes';
      readonly entryId: string | null;
      /** The site that showed them, for codes of no known account. */
      readonly site: string | null;
      readonly codes: readonly string[];
    }
  /** A sheet of paper with the setup keys of all accounts. */
  | { readonly kind: 'print-accounts'; readonly proof: PassphraseProof | null }
  | { readonly kind: 'take-print' }
  | { readonly kind: 'remove-entry'; readonly entryId: string }
  | { readonly kind: 'list-removed' }
  | { readonly kind: 'put-back'; readonly entryId: string }
  | { readonly kind: 'delete-for-good'; readonly entryId: string }
  /** All accounts with their codes, whatever page is in front. */
  | { readonly kind: 'list-accounts' }
  | { readonly kind: 'arrange-accounts'; readonly marks: readonly Mark[]; readonly order: readonly string[] }
  | { readonly kind: 'remove-accounts'; readonly entryIds: readonly string[] }
  /** `order`: that of all accounts before they were removed. */
  | { readonly kind: 'put-back-accounts'; readonly entryIds: readonly string[]; readonly order: readonly string[] };

/** An account of the tab's site that the site never confirmed, as far as the customer has to be asked about it; null for none. */
export type UnconfirmedAnswer = {
  readonly kind: 'unconfirmed';
  readonly entry: { readonly id: string; readonly issuer: string; readonly account: string } | null;
};

export type AccountsAnswer =
  | UnconfirmedAnswer
  | { readonly kind: 'checked'; readonly result: CheckedCode }
  | ({ readonly kind: 'exported' } & ExportedAccounts)
  | { readonly kind: 'editable'; readonly account: EditableAccount }
  /** `keptId`: what the account was, among the removed ones, where its codes changed. */
  | { readonly kind: 'edited'; readonly keptId: string | null; readonly updatedUnixMs: number }
  | { readonly kind: 'unchanged' }
  /** Nothing was saved: the customer has to be told first. */
  | { readonly kind: 'would-change-codes'; readonly changes: readonly CodesChange[] }
  | { readonly kind: 'print'; readonly job: PrintJob | null }
  | { readonly kind: 'print-sheet'; readonly sheet: AccountSheet }
  | { readonly kind: 'removed'; readonly accounts: readonly RemovedAccount[] }
  | { readonly kind: 'accounts'; readonly accounts: readonly ArrangedEntry[] };
