import { createPageModel } from '../../lib/app/page-model.ts';
import { isWrongKey } from '../../lib/app/wrong-key.ts';
import { MAX_TEXT_LENGTH, MAX_TEXTS } from '../../lib/messages/bounds.ts';
import type { PageRequest } from '../../lib/messages/protocol.ts';
import { emptyModel, type PopupModel } from './model.ts';
import type { PopupPorts } from './ports.ts';
import type { PageReading } from './read-page.ts';
import { nothingFound } from './site-model.ts';

/** The popup's one model and the ways to bring it up to date. */
export type Core = ReturnType<typeof createCore>;

// More accounts than a vault holds.
const ALL = 1_000_000;

/** The texts of a reading that are handed over, in their order. */
export const textsOf = ({ texts }: PageReading): readonly string[] =>
  [...new Set(texts)].filter((text) => text.length <= MAX_TEXT_LENGTH).slice(0, MAX_TEXTS);

/** The setup keys that a page shows as text, likewise. */
const keysOf = ({ shownKeys }: PageReading): readonly string[] => [...new Set(shownKeys)].slice(0, MAX_TEXTS);

const isOpening = ({ kind }: PageRequest): boolean => kind === 'unlock-with-key' || kind === 'unlock-with-computer';

/** Keeps the model, tells subscribers of each change, and asks the background. */
export function createCore({ ask, tabId, habits }: PopupPorts) {
  const { current, subscribe, change } = createPageModel<PopupModel>({ ...emptyModel, habits: habits.chosen });

  /** Puts an account's screen away with all that it showed. */
  const leaveAccount = (): void => {
    const { account } = current();
    if (account !== null) change({ account: null, screen: 'codes', leftId: account.entryId, largeId: null });
  };

  /** Puts the code in large away; the focus goes back to its row where there is one. */
  const leaveLarge = (leftId: string | null = null): void => {
    if (current().screen === 'large')
      change({ screen: 'codes', leftId, ...(leftId === null ? { largeId: null } : {}) });
  };

  /** What was shown of one site says nothing of the next that the tab shows. */
  const atOrigin = (origin: string | null): Partial<PopupModel> =>
    origin === current().origin ? {} : { origin, clock: null, offerSeconds: null, doubt: null };

  let lists = 0;

  /** Shows all codes; false where the vault gives none. */
  async function list(most = ALL): Promise<boolean> {
    lists += 1;
    const mine = lists;
    const answer = await ask({ kind: 'list-entries', tabId, most });
    // What was asked later knows more: codes from before a lock must not come back after it.
    if (mine !== lists) return true;
    if (answer.kind !== 'entries') return false;
    const { entries, origin, automatic, submits, refused, lookAlike, correctionSeconds, offer, practise, missed } =
      answer;
    const site = { ...atOrigin(origin), automatic, submits, refused, lookAlike, offer };
    // Whoever began in order to restore a saved copy is led on to it.
    const { beginning, account } = current();
    const begun = beginning === 'anew' || beginning === 'restore' ? { screen: 'restore' as const } : {};
    const opened = { ...begun, missed, rescue: null, beginning: null };
    change({ vault: { kind: 'unlocked' }, entries, correctionSeconds, practise, ...site, ...opened });
    if (!entries.some(({ id }) => id === account?.entryId)) leaveAccount();
    if (!entries.some(({ id }) => id === current().largeId)) leaveLarge();
    return true;
  }

  /** Lists what there is to open in place of what does not open. */
  async function copiesNow(): Promise<Partial<PopupModel>> {
    const answer = await ask({ kind: 'list-copies' });
    if (answer.kind !== 'copies') return {};
    const { asking, unopened } = current().rescue ?? { asking: null, unopened: [] };
    return { rescue: { copies: answer.copies, asking, unopened } };
  }

  async function show(request: PageRequest): Promise<void> {
    const answer = await ask(request);
    if (answer.kind !== 'found') return;
    const { id, codes, migration, others, added, origin } = answer;
    change({ found: { id, codes, migration, others, added }, ...atOrigin(origin) });
  }

  /** Hands over what was just read, and shows what waits for the customer. */
  async function look(reading: PageReading): Promise<void> {
    change({ reading });
    const { vault, origin: before } = current();
    const { origin: from, looked } = reading;
    const shownKeys = keysOf(reading);
    await show({ kind: 'found-texts', tabId, from, texts: textsOf(reading), shownKeys, screenshot: looked.screenshot });
    // A page that was too busy to say at first whose it is has said it now, and its accounts come first.
    if (vault?.kind === 'unlocked' && before === null && current().origin !== null) await list();
  }

  /** Shows again what waits for the customer, after something changed. */
  const lookAgain = (): Promise<void> => show({ kind: 'list-found', tabId });

  /** Sees what the site answered to the code that was filled here, by the grant of this press. */
  async function lookBack(): Promise<void> {
    const answer = await ask({ kind: 'look-back', tabId });
    if (answer.kind !== 'offer') return;
    change({ offer: answer.offer, box: answer.box });
    // Not only after a verdict of this look: the page may have told it by itself since the accounts were listed.
    if (current().vault?.kind === 'unlocked' && current().entries.some(({ belongsHere }) => belongsHere)) await list();
  }

  async function refresh(most = ALL): Promise<void> {
    // An open vault answers with its codes; only one that does not is asked how it stands.
    if (!(await list(most))) {
      const answer = await ask({ kind: 'vault-state' });
      if (answer.kind !== 'vault-state') return change({ failed: true });
      const { state } = answer;
      // An open vault that gave no codes is a failure, and never looks like one without accounts.
      if (state.kind === 'unlocked') return change({ vault: state, failed: true });
      // What was shown while the vault was open goes with the lock.
      const found = { ...nothingFound, id: current().found.id, codes: current().found.codes };
      const rescue = state.kind === 'unreadable' ? await copiesNow() : {};
      const goes = { entries: [], offer: null, unconfirmed: null, lookAlike: null, doubt: null, recovered: null };
      change({ vault: state, found, ...goes });
      change({ ...rescue, preview: null, exporting: null, savingCopies: null });
      // What was proven goes with the lock too.
      if (current().screen === 'export') change({ screen: 'codes' });
      leaveAccount();
      leaveLarge();
    }
    if (current().reading !== null) await lookAgain();
  }

  /** Runs one act at a time; a failed act leaves everything as it was, says so, and shows how the vault stands by now. */
  async function act(run: () => Promise<boolean>): Promise<void> {
    if (current().busy) return;
    change({
      busy: true,
      failed: false,
      wrongPassphrase: false,
      emergencyProblem: null,
      fillProblem: null,
      success: null,
    });
    const { rescue } = current();
    // Whatever broke, the popup stays usable and says that it did.
    const done = await run().catch(() => false);
    const failed = !done && !current().wrongPassphrase && current().fillProblem === null && current().rescue === rescue;
    // Another window may have locked the vault, or made it: trying the same again would then fail for ever.
    if (failed) await refresh();
    change({ busy: false, failed });
  }

  /** The right key, and nothing whole of this version that it opens: what there is besides is shown. */
  async function showUnopened(reason: string): Promise<void> {
    if (reason === 'damaged') change(await copiesNow());
    // Only an opening may tell who wrote it: the state alone would ask for the key again.
    if (reason === 'newer-version') change({ vault: { kind: 'unreadable', reason }, ...(await copiesNow()) });
  }

  async function then(request: PageRequest): Promise<boolean> {
    const answer = await ask(request);
    if (answer.kind === 'failed' && isWrongKey(answer.reason)) change({ wrongPassphrase: true });
    if (answer.kind === 'failed' && isOpening(request)) await showUnopened(answer.reason);
    if (answer.kind === 'opened') change({ missed: answer.missed });
    else if (answer.kind !== 'done') return false;
    await refresh();
    return true;
  }

  return {
    current,
    subscribe,
    change,
    leaveAccount,
    leaveLarge,
    list,
    look,
    lookAgain,
    lookBack,
    refresh,
    act,
    then,
    showUnopened,
  };
}
