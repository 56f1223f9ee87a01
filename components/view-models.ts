import type { ClockCheck } from '../lib/app/clock-check.ts';
import type { ListedEntry } from '../lib/app/entry-listing.ts';
import type { ExportedAccounts } from '../lib/app/export-accounts.ts';
import type { FoundCode, MigrationView } from '../lib/app/found-codes.ts';
import type { LookAlikeWarning } from '../lib/app/look-alike-warning.ts';
import type { OtherCode } from '../lib/app/other-codes.ts';
import type { HashAlgorithm } from '../lib/otp/parameters.ts';

/** How a code is made: by time, by counter, or Steam Guard's letters. */
export type EntryKind = 'totp' | 'hotp' | 'steam';

/** One account as the list shows it. */
export type EntryView = ListedEntry;

/** An account read from the page. */
export type FoundView = FoundCode;

/** Accounts of a phone app's export codes. */
export type MovedView = MigrationView;

/** A code on the page that is no usable key. */
export type OtherCodeView = OtherCode;

/** An account that no migration code can carry. */
export type LeftOutView = ExportedAccounts['leftOut'][number];

/** The account's site that this one is easily taken for. */
export type LookAlikeView = LookAlikeWarning;

/** A name of a site: readable, and as the browser writes it where that differs. */
export type SiteNameView = LookAlikeWarning['here'];

/** Why an account was not used at this site without a second press. */
export type UseHereDoubt = { readonly entryId: string; readonly reason: 'look-alike' | 'other-site' };

/** How this computer's clock stands to the current site's. */
export type ClockView = ClockCheck;

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
export type ManualProblem = 'secret-invalid' | 'secret-short' | 'out-of-range' | 'duplicate';

/** Why a backup file was not restored. */
export type RestoreProblem = 'wrong-passphrase' | 'damaged' | 'newer-version' | 'not-a-backup' | 'too-large';

/** Why the vault cannot be read. */
export type UnreadableReason = 'damaged' | 'newer-version' | 'storage-failed';
