import type { SheetAccount } from '../lib/app/account-sheet.ts';
import type { CopyOutcome } from '../lib/app/automatic-copy.ts';
import type { BackupHealth } from '../lib/app/backup-health.ts';
import type { CameraProblem } from '../lib/app/camera-problem.ts';
import type { CheckUp } from '../lib/app/check-up.ts';
import type { ClockCheck } from '../lib/app/clock-check.ts';
import type { CodesChange } from '../lib/app/codes-changes.ts';
import type { FolderState } from '../lib/app/copy-folder.ts';
import type { AccountEdit, EditableAccount, EditProblem } from '../lib/app/edit-account.ts';
import type { ArrangedEntry, ListedEntry } from '../lib/app/entry-listing.ts';
import type { ExportedAccounts } from '../lib/app/export-accounts.ts';
import type { FileKind, NotInFile } from '../lib/app/export-file.ts';
import type { UnsupportedFile } from '../lib/app/foreign-reading.ts';
import type { FoundCode, MigrationView } from '../lib/app/found-codes.ts';
import type { HelpStep } from '../lib/app/help-step.ts';
import type { ImportPreview, ImportRow } from '../lib/app/import-preview.ts';
import type { CopyFile } from '../lib/app/keep-copy.ts';
import type { LookAlikeWarning } from '../lib/app/look-alike-warning.ts';
import type { checkTypedBack } from '../lib/app/new-keys.ts';
import type { OtherCode } from '../lib/app/other-codes.ts';
import type { PhoneView } from '../lib/app/phone-accounts.ts';
import type { PrintJob } from '../lib/app/print-job.ts';
import type { LeftOutAccount } from '../lib/app/read-file.ts';
import type { RemovedAccount } from '../lib/app/removed-account.ts';
import type { Shortcut } from '../lib/app/shortcuts.ts';
import type { CopyReport } from '../lib/app/vault-answers.ts';
import type { Refusal } from '../lib/app/why-refused.ts';
import type { HashAlgorithm } from '../lib/otp/parameters.ts';

/** How a code is made: by time, by counter, or Steam Guard's letters. */
export type EntryKind = 'totp' | 'hotp' | 'steam';

/** One account as the list shows it. */
export type EntryView = ListedEntry;

/** One account with its pin and its group, as the page of all accounts shows it. */
export type ArrangedView = ArrangedEntry;

/** What was just changed in the list of accounts. */
export type ChangeView =
  | { readonly kind: 'pinned' | 'unpinned' | 'grouped' }
  | { readonly kind: 'moved'; readonly place: number; readonly of: number }
  | { readonly kind: 'removed'; readonly count: number; readonly sites: readonly SiteNameView[] };

/** An account read from the page. */
export type FoundView = FoundCode;

/** Accounts of a phone app's export codes. */
export type MovedView = MigrationView;

/** A code on the page that is no usable key. */
export type OtherCodeView = OtherCode;

/** Accounts read from pictures of a phone's codes, and what cannot be added. */
export type PhoneFoundView = PhoneView;

/** A picture that gave no account. */
export type UnreadPictureView = {
  readonly name: string;
  /** `no-key`: a text, and no picture; `one-file`: a second file of another app. */
  readonly why: 'no-code' | 'other-code' | 'unknown-kind' | 'too-large' | 'too-many' | 'one-file' | 'no-key';
};

/** Why a part of a page's picture gave no account. */
export type AreaNote = 'no-code' | 'other-code';

/** Why the camera is off: it never came on, it stopped giving pictures, or it was switched off. */
export type CameraNote = CameraProblem | 'lost' | 'timeout' | 'hidden';

/** An account that no migration code can carry. */
export type LeftOutView = ExportedAccounts['leftOut'][number];

/** The account's site that this one is easily taken for. */
export type LookAlikeView = LookAlikeWarning;

/** A name of a site: readable, and as the browser writes it where that differs. */
export type SiteNameView = LookAlikeWarning['here'];

/** Why an account was not used at this site without a second press. */
export type UseHereDoubt = { readonly entryId: string; readonly reason: 'look-alike' | 'other-site' };

/** How Doorcode stands on this computer. */
export type CheckUpView = CheckUp;

/** How this computer's clock stands to the current site's. */
export type ClockView = ClockCheck;

/** A sheet of backup codes. */
export type PrintView = PrintJob;

/** An account of a sheet of paper; `modules` of its QR code are null where it is too long for one. */
export type SheetAccountView = Omit<SheetAccount, 'uri'> & {
  readonly modules: readonly (readonly boolean[])[] | null;
};

/** All accounts on paper. */
export type SheetView = { readonly accounts: readonly SheetAccountView[]; readonly atUnixMs: number };

/** An account that was removed and can be put back. */
export type RemovedView = RemovedAccount;

/** An account for its form. */
export type EditableView = EditableAccount;

/** What the customer made of it. */
export type EditView = AccountEdit;

/** What is wrong with it. */
export type EditProblemView = EditProblem;

/** One thing that decides about codes, as it was and as it is to be. */
export type CodesChangeView = CodesChange;

/** The step of two-factor login that the page stands at. */
export type HelpStepView = HelpStep;

/** What is known of a site's refusal. */
export type RefusedView = Omit<Refusal, 'entryId'>;

/** How much of the page was examined. */
export type LookedAt = {
  readonly pictures: number;
  readonly links: number;
  readonly frames: number;
  readonly unread: number;
  readonly screenshot: boolean;
};

/** The manual form as typed: texts are untrimmed, numbers whole; fields that the kind does not use keep their defaults. */
export type ManualValues = {
  readonly issuer: string;
  readonly account: string;
  readonly secretText: string;
  readonly kind: EntryKind;
  readonly algorithm: HashAlgorithm;
  readonly digits: number;
  readonly periodSeconds: number;
  readonly counter: number;
};

/** Why the manual form was refused. */
export type ManualProblem = 'secret-invalid' | 'secret-short' | 'name-too-long' | 'out-of-range' | 'duplicate';

/** One account of a backup file, and what becomes of it. */
export type ImportRowView = ImportRow;

/** An account of another app's file that is left out. */
export type LeftOutOfFileView = LeftOutAccount;

/** What is wrong with another app's file, or what it is that nothing here can read. */
export type FileProblemView = UnsupportedFile | 'damaged' | 'too-large' | 'too-many' | 'unrecognised' | 'nothing-in-it';

/** Another app's file: `app` is whose it is, empty where that is not known; `name` is the file's; `part` of a long reading is done, 0..1. */
export type ForeignFileView =
  | { readonly kind: 'reading'; readonly part: number | null }
  /** `guess`: it may as well be another kind of file. */
  | { readonly kind: 'passphrase'; readonly app: string; readonly guess?: true; readonly wrong: boolean }
  | { readonly kind: 'costly'; readonly app: string; readonly seconds: number }
  | { readonly kind: 'problem'; readonly name: string; readonly problem: FileProblemView }
  | ({
      readonly kind: 'preview';
      readonly app: string;
      readonly changed: boolean;
      readonly leftOut: readonly LeftOutOfFileView[];
      readonly others: number;
    } & ImportPreview);

/** How far it is with a file for another app. */
export type LeavingView =
  | { readonly kind: 'choosing'; readonly problem: 'not-whole' | null }
  | {
      readonly kind: 'asking';
      readonly format: FileKindView;
      /** Who sits there has proven it. */
      readonly isProven: boolean;
      readonly withoutPassphrase: boolean;
    }
  | {
      readonly kind: 'written';
      readonly fileName: string;
      readonly count: number;
      readonly leftOut: readonly NotInFileView[];
    };

/** An account that a file for another app does not hold. */
export type NotInFileView = NotInFile;

/** A kind of file for another app, or the sheet of paper. */
export type FileKindView = FileKind | 'paper';

/** Why a backup file was not restored. */
export type RestoreProblem =
  | 'wrong-passphrase'
  | 'damaged'
  | 'altered'
  | 'newer-version'
  | 'not-a-backup'
  | 'too-large';

/** How the saved copies stand to what is here. */
export type BackupHealthView = BackupHealth;

/** The folder for copies; `impossible`: the browser has no such thing; `off`: copies are not written by themselves. */
export type FolderView = FolderState | 'impossible' | 'off' | 'failed';

/** A saved copy in the folder. */
export type CopyFileView = CopyFile;

/** What came of writing a copy, or of switching that off. */
export type CopyOutcomeView = CopyOutcome | 'stopped';

/** Why the vault cannot be read. */
export type UnreadableReason = 'damaged' | 'newer-version' | 'missing';

/** A copy of the codes on this computer. */
export type CopyView = CopyReport;

/** What opens a copy. */
export type CopyKeyKind = CopyReport['slots'][number]['kind'];

/** What is wrong with an emergency key as it was typed; `another`: it is whole, and not the one that was asked for. */
export type TypedKeyProblem = NonNullable<ReturnType<typeof checkTypedBack>> | { readonly kind: 'another' };

/** What opens Doorcode. */
export type KeysView = { readonly passphrase: boolean; readonly emergencyKey: boolean; readonly shared: boolean };

/** What the customer wants to do with the keys. */
export type KeyAct = 'passphrase' | 'key' | 'remove-key' | 'without' | 'computer';

/** An emergency key that was just made, and when. */
export type NewKeyView = { readonly code: string; readonly madeUnixMs: number };

/** The commands, with their keys as the browser names them. */
export type ShortcutsView = readonly Shortcut[];
