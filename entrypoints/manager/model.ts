import { searchEntries } from '../../components/search-match.ts';
import type { ArrangedView, ChangeView, SiteNameView } from '../../components/view-models.ts';
import type { ProofSlot } from '../../lib/app/ask-proof.ts';
import type { BackupHealth } from '../../lib/app/backup-health.ts';
import type { CheckedCode } from '../../lib/app/check-code.ts';
import type { CheckUp } from '../../lib/app/check-up.ts';
import type { Copied } from '../../lib/app/clear-clipboard.ts';
import type { EditSaid, ShownForm } from '../../lib/app/edit-acts.ts';
import { type Habits, usualHabits } from '../../lib/app/habits.ts';
import type { PageAnswer } from '../../lib/app/page-answers.ts';
import type { Policies } from '../../lib/app/policies.ts';
import type { RemovedAccount } from '../../lib/app/removed-account.ts';
import type { VaultState } from '../../lib/app/vault-answers.ts';
import type { PageRequest } from '../../lib/messages/protocol.ts';
import type { BackupCode } from '../../lib/vault/entry.ts';
import { type Leaving, notLeaving } from './leaving.ts';
import { firstSection, type Section } from './section.ts';

/** What was changed last, and the request that takes it back. */
export type Undoable = { readonly change: ChangeView; readonly back: PageRequest };

/** What is said of the last press. */
export type Said =
  | { readonly kind: 'done'; readonly change: ChangeView }
  | { readonly kind: 'undone' }
  | { readonly kind: 'stopped'; readonly site: SiteNameView; readonly what: 'automatic' | 'all' }
  | EditSaid;

/** The account that is open. */
export type OpenedAccount = {
  readonly entryId: string;
  readonly edit: ShownForm;
  /** The site's kept backup codes: the passphrase is asked for, or they are shown. */
  readonly backup:
    | null
    | { readonly kind: 'asking'; readonly slot: ProofSlot }
    | { readonly kind: 'shown'; readonly codes: readonly BackupCode[] };
  /** Whether its removal was pressed once. */
  readonly removing: boolean;
};

/** An account as it is opened. */
export const openedAccount = (entryId: string): OpenedAccount => ({
  entryId,
  edit: null,
  backup: null,
  removing: false,
});

/** Everything that the page shows. */
export type ManagerModel = {
  /** Null as long as nothing is known. */
  readonly vault: VaultState | null;
  readonly section: Section;
  /** Whether the accounts are known: else there being none says nothing. */
  readonly listed: boolean;
  /** In the customer's order, pinned or not. */
  readonly accounts: readonly ArrangedView[];
  readonly query: string;
  /** The group that is shown alone; null for all. */
  readonly group: string | null;
  /** Those of them that are shown and selected. */
  readonly selected: readonly string[];
  /** The latest change last. */
  readonly undoable: readonly Undoable[];
  readonly said: Said | null;
  /** The account that is open; null for none. */
  readonly account: OpenedAccount | null;
  /** The account that was left just now: the focus goes back to its row. */
  readonly leftId: string | null;
  readonly copiedId: string | null;
  readonly copied: Copied;
  readonly habits: Habits;
  /** How the saved copies stand, what is set, and what was removed: each null until its section is opened. */
  readonly health: BackupHealth | null;
  /** What is well and what needs the customer. */
  readonly checkUp: CheckUp | null;
  readonly settings: Extract<PageAnswer, { readonly kind: 'settings' }> | null;
  /** Where codes are filled by themselves; null until the sites are opened. */
  readonly automatic: readonly SiteNameView[] | null;
  /** What an organisation has set; null for nothing. */
  readonly policies: Policies | null;
  /** Whether Doorcode opens without the passphrase that is required. */
  readonly lacksPassphrase: boolean;
  readonly removed: readonly RemovedAccount[] | null;
  /** The account whose codes are checked, what came of the last one, and that one where it could have fitted by chance. */
  readonly check: {
    readonly entryId: string;
    readonly result: CheckedCode | null;
    readonly before: string | null;
  } | null;
  readonly leaving: Leaving;
  readonly busy: boolean;
  readonly failed: boolean;
  /** What was typed last does not open Doorcode. */
  readonly wrong: boolean;
};

/** The page before anything is known. */
export const emptyModel: ManagerModel = {
  vault: null,
  section: firstSection,
  listed: false,
  accounts: [],
  query: '',
  group: null,
  selected: [],
  undoable: [],
  said: null,
  account: null,
  leftId: null,
  copiedId: null,
  copied: { kind: 'stays' },
  habits: usualHabits,
  health: null,
  checkUp: null,
  settings: null,
  automatic: null,
  policies: null,
  lacksPassphrase: false,
  removed: null,
  check: null,
  leaving: notLeaving,
  busy: false,
  failed: false,
  wrong: false,
};

/** The names of all groups, in the customer's alphabet. */
export const groupsOf = (accounts: readonly ArrangedView[]): readonly string[] =>
  [...new Set(accounts.map(({ group }) => group))]
    .filter((group) => group !== '')
    .toSorted((a, b) => a.localeCompare(b));

/** The accounts that are shown: of the chosen group, and found by the search; pinned ones first. */
export function shownAccounts({ accounts, query, group }: ManagerModel): readonly ArrangedView[] {
  const of = group === null ? accounts : accounts.filter((one) => one.group === group);
  const found = searchEntries(of, query);
  return [...found.filter(({ pinned }) => pinned), ...found.filter(({ pinned }) => !pinned)];
}

/** Those that are selected, of the ones that are shown: nothing is done with what is out of sight. */
export function selectedOf(model: ManagerModel): readonly string[] {
  const shown = new Set(shownAccounts(model).map(({ id }) => id));
  return model.selected.filter((id) => shown.has(id));
}

// What each of these sections shows beside the accounts.
const contents = {
  health: 'checkUp',
  copies: 'health',
  security: 'settings',
  sites: 'automatic',
  removed: 'removed',
} as const;
const hasContent = (section: Section): section is keyof typeof contents => Object.hasOwn(contents, section);

/**
 * Whether the section in front waits for what it shows. Where it cannot be read, the ways from there to other pages are shown all the
 * same, and nothing as empty.
 */
export const isWaiting = (model: ManagerModel): boolean =>
  hasContent(model.section) &&
  model[contents[model.section]] === null &&
  (!model.failed || model.section === 'sites' || model.section === 'removed');
