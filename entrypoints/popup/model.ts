import type {
  CodesChangeView,
  EditableView,
  EditProblemView,
  EditView,
  LeftOutView,
  ManualProblem,
  RemovedView,
  RestoreProblem,
  SiteNameView,
  TypedKeyProblem,
  UseHereDoubt,
} from '../../components/view-models.ts';
import type { ProofSlot } from '../../lib/app/ask-proof.ts';
import type { Undone } from '../../lib/app/ask-undo.ts';
import type { AutomaticState } from '../../lib/app/automatic-sites.ts';
import type { BackupHealth } from '../../lib/app/backup-health.ts';
import type { CheckedCode } from '../../lib/app/check-code.ts';
import type { ClockCheck } from '../../lib/app/clock-check.ts';
import type { FolderState } from '../../lib/app/copy-folder.ts';
import type { ListedEntry } from '../../lib/app/entry-listing.ts';
import type { ImportPreview } from '../../lib/app/import-preview.ts';
import type { LookAlikeWarning } from '../../lib/app/look-alike-warning.ts';
import type { NewRecoveryCode } from '../../lib/app/new-keys.ts';
import type { AddedTogether, FoundAnswer, OfferAnswer, UnconfirmedAnswer } from '../../lib/app/page-answers.ts';
import type { FrameLook } from '../../lib/app/page-ports.ts';
import type { CopyReport, VaultState } from '../../lib/app/vault-answers.ts';
import type { Place } from '../../lib/app/vault-copies.ts';
import type { MissedChanges } from '../../lib/app/vault-missed.ts';
import type { Refusal } from '../../lib/app/why-refused.ts';
import type { PassphraseProof } from '../../lib/messages/protocol.ts';
import type { QrModules } from '../../lib/qr/draw-code.ts';
import type { BackupCode } from '../../lib/vault/entry.ts';
import type { FillProblem } from './problems.ts';
import type { PageReading } from './read-page.ts';

/** Which screen the popup shows over the list of codes. */
export type Screen =
  | 'codes'
  | 'settings'
  | 'manual'
  | 'export'
  | 'restore'
  | 'account'
  | 'removed'
  | 'copies'
  | 'help'
  /** The help, with what a phone or a shared computer means unfolded. */
  | 'help-phone'
  /** The help, with where codes are unfolded. */
  | 'help-where';

/** What the page shows, without the answer's tag and origin. */
export type FoundHere = Pick<FoundAnswer, 'id' | 'codes' | 'migration' | 'others' | 'added'>;

/** What just went well. */
export type Success =
  | { readonly kind: 'filled' }
  | { readonly kind: 'keys-changed' }
  /** A vault was just made, and only its passphrase opens it. */
  | { readonly kind: 'opens-by-passphrase' }
  | ({ readonly kind: 'moved' | 'restored' } & AddedTogether)
  /** What was added together was taken back; `stayed` was used or changed since. Nothing of both: it was too late for it. */
  | Undone
  | { readonly kind: 'backup-saved' }
  | { readonly kind: 'practised' }
  | { readonly kind: 'copies-saved' }
  | { readonly kind: 'backup-codes-kept' }
  | { readonly kind: 'edit-unchanged' }
  | { readonly kind: 'edit-undone' }
  | { readonly kind: 'edit-not-undone' }
  /** `undo` is there where codes changed. */
  | { readonly kind: 'edited'; readonly undo: EditUndo | null }
  /** The account can be put back; `sites` are where its two-factor login is still on. */
  | { readonly kind: 'removed'; readonly entryId: string; readonly sites: readonly SiteNameView[] };

/** An edit that can be taken back: the account as the edit left it, and where what it was is kept. */
export type EditUndo = { readonly entryId: string; readonly keptId: string; readonly updatedUnixMs: number };

/** An account's open form; `meanwhile`: it was changed elsewhere since it was shown before; `warned`: what the customer was told. */
export type EditModel = {
  readonly shown: EditableView;
  readonly problem: EditProblemView | null;
  readonly meanwhile: boolean;
  readonly warned: { readonly edit: EditView; readonly changes: readonly CodesChangeView[] } | null;
};

/**
 * Copies of what does not open by itself; `asking`: the one whose key is asked for; `unopened`: those that look whole and did not open.
 */
export type Rescue = {
  readonly copies: readonly CopyReport[];
  readonly asking: Place | null;
  readonly unopened: readonly Place[];
};

/** How far accounts are on their way to a phone. `slot`: whose passphrase is asked for; null where the vault has none. */
export type Move =
  | { readonly kind: 'choosing' }
  | {
      readonly kind: 'asking';
      readonly entryIds: readonly string[];
      readonly many: boolean;
      readonly slot: ProofSlot;
    }
  | {
      readonly kind: 'shown';
      readonly entryIds: readonly string[];
      readonly many: boolean;
      readonly pictures: readonly QrModules[];
      readonly index: number;
      readonly hideAtUnixMs: number;
      readonly leftOut: readonly LeftOutView[];
    }
  | { readonly kind: 'hidden'; readonly entryIds: readonly string[]; readonly many: boolean };

/**
 * The account whose screen is open; `before` is the code typed last, where it could have fitted by chance; `proven`: the
 * phone that scanned it showed a right code; `removing`: its removal was pressed once.
 */
export type AccountModel = {
  readonly entryId: string;
  readonly checked: CheckedCode | null;
  readonly before: string | null;
  readonly move: Move | null;
  readonly proven: boolean;
  readonly removing: boolean;
  /** Its form; `left`: it was open and is not any more. */
  readonly edit: EditModel | 'left' | null;
  /** The site's kept backup codes: the passphrase is asked for, they are shown, or the page has no box for one. */
  readonly backup:
    | null
    | { readonly kind: 'asking'; readonly slot: ProofSlot }
    | { readonly kind: 'shown'; readonly codes: readonly BackupCode[] }
    | { readonly kind: 'no-box' };
};

/** How the saved copies stand, whether one is to be asked for, and the folder for those that are written by themselves. */
export type CopiesModel = {
  readonly health: BackupHealth;
  readonly ask: boolean;
  /** `impossible`: the browser has no such thing; `off`: the customer wants none; `failed`: the last copy could not be written. */
  readonly folder: FolderState | 'impossible' | 'off' | 'failed';
};

/** How far a copy is that is to be saved: who saves it is asked, and then the passphrase of the copy. */
export type Exporting =
  | { readonly kind: 'asking'; readonly slot: ProofSlot }
  | { readonly kind: 'proven'; readonly proof: PassphraseProof | null };

/** Everything the popup shows. */
export type PopupModel = {
  readonly vault: Exclude<VaultState, { kind: 'unlocked' }> | { readonly kind: 'unlocked' } | null;
  readonly found: FoundHere;
  readonly entries: readonly ListedEntry[];
  readonly origin: string | null;
  readonly reading: PageReading | null;
  /** Whether the customer pressed *Add from page* where nothing stood in the DOM. */
  readonly searched: boolean;
  /** Whether codes may be filled by themselves at the current site. */
  readonly automatic: AutomaticState;
  readonly submits: boolean;
  /** Backup codes that the site showed and that wait for the customer. */
  readonly offer: OfferAnswer['offer'];
  /** An account of the current site that the site never confirmed, while the customer is asked about it. */
  readonly unconfirmed: UnconfirmedAnswer['entry'];
  /** The box that the page shows; null until it was looked at. */
  readonly box: FrameLook['box'] | null;
  /** The address of the current site's security settings, as far as its page leads there. */
  readonly securityPage: string | null;
  /** What the button of the page says that seems to lead to a code; null where none does. */
  readonly setupButton: string | null;
  /** What is known of the current site's refusal of the code filled last; null without one. */
  readonly refused: Refusal | null;
  /** The account's site that the current one is easily taken for. */
  readonly lookAlike: LookAlikeWarning | null;
  /** What an account was not used here for, until the customer pressed again or left it. */
  readonly doubt: UseHereDoubt | null;
  readonly busy: boolean;
  readonly failed: boolean;
  readonly wrongPassphrase: boolean;
  /** The emergency key that a vault without a passphrase is to get, while it waits to be typed back; in no message and no storage. */
  readonly newKey: (NewRecoveryCode & { readonly madeUnixMs: number }) | null;
  /** What was wrong with the emergency key that was typed last. */
  readonly emergencyProblem: TypedKeyProblem | null;
  /** The emergency key has just opened the vault: it proves a change of the other keys, until the customer has chosen. */
  readonly recovered: { readonly proof: PassphraseProof; readonly wasThisComputer: boolean } | null;
  /** Changes made after this time could not be read when the vault was opened; null for none, or once it was put away. */
  readonly missed: MissedChanges | null;
  /** What there is to open in place of what does not; null while it opens. */
  readonly rescue: Rescue | null;
  /** A new beginning: it was warned of what it means (`warned`), has no room (`full`), how it opens is chosen; a saved copy is restored after both others. */
  readonly beginning: 'warned' | 'full' | 'anew' | 'restore' | null;
  /** The copies of a vault that is open, once their screen was opened. */
  readonly stored: readonly CopyReport[];
  readonly copiedId: string | null;
  /** The entry whose code is on its way into the page; it may wait for the next code. */
  readonly filling: string | null;
  /** Why the last fill wrote nothing, and where the code is instead; null after one that did. */
  readonly fillProblem: { readonly problem: FillProblem; readonly instead: 'copied' | 'copy' | null } | null;
  /** True when a counter-based code went out and its next one could not be stored. */
  readonly counterLost: boolean;
  readonly success: Success | null;
  readonly screen: Screen;
  readonly autoLockMinutes: number | null;
  /** Whether the passphrase is asked for now and then; null where there is none. */
  readonly reminder: boolean | null;
  /** Whether it is time to practise it. */
  readonly practise: boolean;
  /** Whether others use this computer too; known with the settings. */
  readonly sharedComputer: boolean;
  /** Null until it was asked for. */
  readonly copies: CopiesModel | null;
  /** What came of the check of the clock that was asked for last. */
  readonly clock: ClockCheck | null;
  /** The removed accounts, once their screen was opened. */
  readonly removed: readonly RemovedView[];
  /** Seconds that this check gives reason to correct the codes by; null for none. */
  readonly offerSeconds: number | null;
  /** Seconds that the codes are corrected by; 0 for none. */
  readonly correctionSeconds: number;
  readonly manualProblem: ManualProblem | null;
  readonly restoreProblem: RestoreProblem | null;
  /** What the chosen backup file would bring, until it is accepted or left; `changed`: since it was shown before. */
  readonly preview: (ImportPreview & { readonly changed: boolean; readonly intact: boolean }) | null;
  /** Null as long as no copy is being saved. */
  readonly exporting: Exporting | null;
  readonly account: AccountModel | null;
  /** The account whose screen was left last: the focus goes back to its row. */
  readonly leftId: string | null;
  /** Accounts whose code for a phone was shown since the popup opened. */
  readonly movedIds: readonly string[];
};

/** An account's screen as it opens. */
export const emptyAccount: AccountModel = {
  entryId: '',
  checked: null,
  before: null,
  move: null,
  proven: false,
  removing: false,
  edit: null,
  backup: null,
};

/** A page that shows nothing. */
export const nothingFound: FoundHere = {
  id: null,
  codes: [],
  migration: { accounts: [], missing: 0, refused: [] },
  others: [],
  added: null,
};

/** The popup before anything is known. */
export const emptyModel: PopupModel = {
  vault: null,
  found: nothingFound,
  entries: [],
  origin: null,
  reading: null,
  searched: false,
  automatic: 'off',
  submits: false,
  refused: null,
  box: null,
  securityPage: null,
  setupButton: null,
  offer: null,
  unconfirmed: null,
  lookAlike: null,
  doubt: null,
  busy: false,
  failed: false,
  wrongPassphrase: false,
  newKey: null,
  emergencyProblem: null,
  recovered: null,
  missed: null,
  rescue: null,
  beginning: null,
  stored: [],
  copiedId: null,
  filling: null,
  fillProblem: null,
  counterLost: false,
  success: null,
  screen: 'codes',
  autoLockMinutes: null,
  reminder: null,
  practise: false,
  sharedComputer: false,
  copies: null,
  clock: null,
  removed: [],
  offerSeconds: null,
  correctionSeconds: 0,
  manualProblem: null,
  restoreProblem: null,
  preview: null,
  exporting: null,
  account: null,
  leftId: null,
  movedIds: [],
};
