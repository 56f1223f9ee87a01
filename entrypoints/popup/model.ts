import type { ManualProblem, RemovedView, RestoreProblem } from '../../components/view-models.ts';
import type { Copied } from '../../lib/app/clear-clipboard.ts';
import type { ClockCheck } from '../../lib/app/clock-check.ts';
import type { ListedEntry } from '../../lib/app/entry-listing.ts';
import { type Habits, usualHabits } from '../../lib/app/habits.ts';
import type { ImportPreview } from '../../lib/app/import-preview.ts';
import type { Question } from '../../lib/app/proof-question.ts';
import type { AccountModel } from './account-model.ts';
import type { CopiesModel } from './copies-model.ts';
import { emptyPolicies, type PolicyModel } from './policy-model.ts';
import type { FillProblem } from './problems.ts';
import { emptySite, type SiteModel } from './site-model.ts';
import type { Success } from './success.ts';
import { emptyVault, type VaultModel } from './vault-model.ts';

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
  | 'large'
  | 'help'
  /** The help, with what a phone or a shared computer means unfolded. */
  | 'help-phone'
  /** The help, with where codes are unfolded. */
  | 'help-where';

/** Everything the popup shows. */
export type PopupModel = SiteModel &
  PolicyModel &
  VaultModel & {
    readonly entries: readonly ListedEntry[];
    readonly busy: boolean;
    readonly failed: boolean;
    readonly copiedId: string | null;
    readonly copied: Copied;
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
    readonly exporting: Question | null;
    readonly account: AccountModel | null;
    /** The account whose screen was left last: the focus goes back to its row. */
    readonly leftId: string | null;
    /** The account whose code is shown in large, or was last. */
    readonly largeId: string | null;
    readonly habits: Habits;
    /** Accounts whose code for a phone was shown since the popup opened. */
    readonly movedIds: readonly string[];
  };

/** The popup before anything is known. */
export const emptyModel: PopupModel = {
  ...emptySite,
  ...emptyVault,
  ...emptyPolicies,
  entries: [],
  busy: false,
  failed: false,
  copiedId: null,
  copied: { kind: 'stays' },
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
  largeId: null,
  habits: usualHabits,
  movedIds: [],
};
