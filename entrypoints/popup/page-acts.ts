import type { AddAsked } from '../../lib/app/add-intents.ts';
import type { PageAnswer } from '../../lib/app/page-answers.ts';
import type { AddChoice, PageRequest } from '../../lib/messages/protocol.ts';
import { parseKeyUri } from '../../lib/otp/key-uri.ts';
import { type Core, type PopupPorts, textsOf } from './core.ts';
import type { PopupModel } from './model.ts';
import { doubtOf, fillProblemOf, isCopyable, isMovedOn } from './problems.ts';

const isAddable = (text: string): boolean => parseKeyUri(text).ok;

/** Whether what was read is what the press was on. */
const isAsked = ({ reading }: PopupModel, asked: AddAsked): boolean =>
  asked.what === 'link' ? asked.text !== null : asked.what === 'page' || reading?.pointed === true;

/** Whether there is exactly one new account, and nothing has to be asked about it. */
const isAddableAtOnce = ({ vault, found, lookAlike, reading }: PopupModel, { what }: AddAsked): boolean =>
  vault?.kind === 'unlocked' &&
  lookAlike === null &&
  reading?.looked.screenshot === false &&
  // Of a page that gave an account already nobody means the next; a picture or a link was pointed at.
  (found.added === null || what !== 'page') &&
  found.codes.length === 1 &&
  found.codes[0]?.status === 'new' &&
  !found.codes[0].otherKeyShown &&
  found.migration.accounts.length === 0;

/** Everything about the page in front: reading its codes, adding them, filling. */
export function pageActs({ act, change, current, list, look, lookAgain, lookBack, refresh }: Core, ports: PopupPorts) {
  const { ask, tabId } = ports;

  async function copy(code: string): Promise<boolean> {
    // A browser may refuse when the popup lost its focus meanwhile.
    return ports.copyText(code).then(
      () => true,
      () => false,
    );
  }

  /** Tells what came of a fill; a code that found no box goes to the clipboard instead. */
  async function tell(answer: PageAnswer, entryId: string, mayCopy: boolean): Promise<boolean> {
    if (isMovedOn(answer)) change({ fillProblem: { problem: 'moved-on', instead: null } });
    const reason = answer.kind === 'failed' ? doubtOf(answer.reason) : null;
    if (reason !== null) change({ doubt: { entryId, reason } });
    if (answer.kind !== 'fill') return reason !== null;
    const { result } = answer;
    const problem = fillProblemOf(result);
    if (result.kind === 'written') change({ success: { kind: 'filled' }, counterLost: !result.counterKept });
    if (problem === null) return true;
    const code = current().entries.find(({ id }) => id === entryId)?.code;
    const copyable = mayCopy && isCopyable(problem) && code !== undefined;
    change({ fillProblem: { problem, instead: copyable ? ((await copy(code)) ? 'copied' : 'copy') : null } });
    return false;
  }

  /** Fills, which may wait for the next code: the popup stays usable and says what it waits for. */
  async function fill(request: PageRequest, entryId: string): Promise<void> {
    if (current().filling !== null) return;
    change({ filling: entryId, fillProblem: null, failed: false, success: null, doubt: null });
    const answer = await ask(request);
    // What the list shows may be the very code that was refused.
    const told = await tell(answer, entryId, request.kind !== 'fill-next');
    change({ filling: null, failed: !told && current().fillProblem === null });
    await refresh();
  }

  type Sure = Pick<Extract<PageRequest, { kind: 'use-here' }>, 'despiteLookAlike' | 'asSecondSite'>;

  /** Uses an account at the site that the popup shows, which need not be the tab's any more. */
  async function useHere(entryId: string, sure: Sure): Promise<void> {
    const { origin: shown } = current();
    if (shown !== null) await fill({ kind: 'use-here', tabId, entryId, shown, ...sure }, entryId);
  }

  /** Ends filling by itself at the site that was shown, or the offer of it. */
  async function aboutHere(kind: 'decline-automatic' | 'stop-automatic'): Promise<boolean> {
    const { origin: shown } = current();
    return shown !== null && (await ask({ kind, tabId, shown })).kind === 'done' && list();
  }

  /** Points at the picture of the account of an index, which is the place of its key among those that can be added. */
  async function pointAt(index: number): Promise<void> {
    const { reading } = current();
    const text = reading === null ? undefined : textsOf(reading).filter(isAddable)[index];
    const place = reading?.places.find((one) => one.text === text);
    if (place !== undefined) await ports.markPlace(place);
  }

  /** Shows what the tab shows by now, and that nothing was added of what it showed before. */
  async function showMovedOn(): Promise<false> {
    change({ fillProblem: { problem: 'moved-on', instead: null } });
    await lookAgain();
    return false;
  }

  /** Adds an account; `added` hears when there is one whose code is to be filled. */
  async function addOnly(
    index: number,
    choice: AddChoice,
    replaces: string | null,
    added: () => void,
  ): Promise<boolean> {
    const answer = await ask({ kind: 'add-found', tabId, shown: current().found.id ?? '', index, choice, replaces });
    if (isMovedOn(answer)) return showMovedOn();
    if (answer.kind !== 'added' && answer.kind !== 'choose') return false;
    if (answer.kind === 'added') {
      change({ filling: answer.entryId });
      added();
    }
    await Promise.all([list(), lookAgain()]);
    return true;
  }

  /** Fills what was just added, which may wait for the next code: the popup stays usable meanwhile. */
  async function fillAdded(index: number): Promise<void> {
    await pointAt(index);
    await ask({ kind: 'fill-added', tabId });
    await refresh();
    change({ filling: null });
  }

  return {
    fill: (entryId: string) => fill({ kind: 'fill', tabId, entryId }, entryId),
    /** Fills the code after the refused one, for the account that it was of. */
    fillNext: () => fill({ kind: 'fill-next', tabId }, current().refused?.entryId ?? ''),
    useHere: (entryId: string) => useHere(entryId, { despiteLookAlike: false, asSecondSite: false }),
    /** Uses an account here after the customer saw why it was not, and allows nothing that was not shown. */
    async useHereAnyway(): Promise<void> {
      const { doubt, entries } = current();
      const entry = entries.find(({ id }) => id === doubt?.entryId);
      if (doubt === null || entry === undefined) return;
      const sure = { despiteLookAlike: doubt.reason === 'look-alike', asSecondSite: entry.sites.length > 0 };
      await useHere(entry.id, sure);
    },
    leaveDoubt: () => change({ doubt: null }),
    /** Fills the only account of this site, or the one that the page names, if it has a box for it; says nothing where it has none. */
    async fillThisSite(): Promise<void> {
      const here = current().entries.filter(({ belongsHere }) => belongsHere);
      const [entry] = here;
      if (entry === undefined) return;
      if (here.length === 1) change({ filling: entry.id });
      const answer = await ask({ kind: 'fill-here', tabId });
      const written = answer.kind === 'fill' && answer.result.kind === 'written';
      change({ filling: null, ...(written ? { success: { kind: 'filled' } } : {}) });
      await list();
    },
    /** Adds what the press was on that opened the popup; what cannot be added without a question is shown. */
    async addAsked(asked: AddAsked): Promise<void> {
      const { reading } = current();
      // The browser has named the link; nothing else of the page is meant.
      if (asked.what === 'link' && asked.text !== null && reading !== null)
        await look({ ...reading, texts: [asked.text], looked: { ...reading.looked, links: 1 } });
      const [only] = isAsked(current(), asked) && isAddableAtOnce(current(), asked) ? current().found.codes : [];
      // What only a picture of the page shows may be a frame's of another site: it is shown, and added by a press.
      if (only !== undefined) await this.add(only.index, 'new');
      else if (current().found.codes.length === 0 && asked.what !== 'link') await this.readVisibleTab();
    },
    /** Adds an account of the page; `replaces` is the stored account that it replaces, for that choice. */
    async add(index: number, choice: AddChoice, replaces: string | null = null): Promise<void> {
      let isAdded = false;
      await act(() =>
        addOnly(index, choice, replaces, () => {
          isAdded = true;
        }),
      );
      if (isAdded) await fillAdded(index);
    },
    addMoved: () =>
      act(async () => {
        const answer = await ask({ kind: 'add-moved', tabId, shown: current().found.id ?? '' });
        if (isMovedOn(answer)) return showMovedOn();
        if (answer.kind !== 'moved') return false;
        await Promise.all([list(), lookAgain()]);
        change({ success: answer });
        return true;
      }),
    dismissFound: () =>
      act(async () => {
        const answer = await ask({ kind: 'dismiss-found', tabId });
        await lookAgain();
        return answer.kind === 'done';
      }),
    readVisibleTab: () =>
      act(async () => {
        const dom = await ports.readDom();
        await look(await ports.readScreenshot(dom));
        change({ searched: true });
        return true;
      }),
    /** Takes a picture of the page, and opens our own page to show the place of the code in it. */
    openArea: () =>
      act(async () => {
        const answer = await ask({ kind: 'take-area', tabId });
        if (answer.kind === 'done') await ports.openOwnPage('/from-phone.html?area');
        return answer.kind === 'done' || (isMovedOn(answer) && showMovedOn());
      }),
    advance: (entryId: string) =>
      act(async () => {
        const answer = await ask({ kind: 'advance-counter', entryId });
        await list();
        return answer.kind === 'done';
      }),
    copy: (entryId: string) =>
      act(async () => {
        const entry = current().entries.find(({ id }) => id === entryId);
        if (entry === undefined || !(await copy(entry.code))) return false;
        change({ copiedId: entryId });
        return true;
      }),
    /** Compares the clock with the current site's; only ever called from a press on the button that says so. */
    checkClock: () =>
      act(async () => {
        change({ clock: null, offerSeconds: null });
        const answer = await ask({ kind: 'check-clock', tabId });
        if (answer.kind !== 'clock') return false;
        change({ clock: answer.result, offerSeconds: answer.offerSeconds });
        return list();
      }),
    /** Corrects the codes by what was measured here, or is known of a refusal. */
    correctCodes: () =>
      act(async () => {
        const { offerSeconds, refused } = current();
        const seconds = offerSeconds ?? refused?.offerSeconds ?? null;
        if (seconds === null || (await ask({ kind: 'correct-codes', seconds })).kind !== 'done') return false;
        change({ clock: null, offerSeconds: null });
        return list();
      }),
    stopCorrecting: () =>
      act(async () => (await ask({ kind: 'stop-correcting' })).kind === 'done' && list().then(() => true)),
    /** Asks the browser at once, as Firefox refuses the question after an await; the background goes on when it is answered. */
    allowHere(): void {
      const { origin } = current();
      if (origin === null) return;
      void ask({ kind: 'want-automatic', tabId, shown: origin });
      void ports.requestSite(origin).then(() => list());
    },
    declineHere: () => act(() => aboutHere('decline-automatic')),
    copyBackupCodes: () => act(() => copy(current().offer?.codes.join('\n') ?? '')),
    keepBackupCodes: (entryId: string) =>
      act(async () => {
        const answer = await ask({ kind: 'keep-backup-codes', tabId, entryId, codes: current().offer?.codes ?? [] });
        if (answer.kind !== 'done') return false;
        change({ offer: null, success: { kind: 'backup-codes-kept' } });
        return true;
      }),
    discardBackupCodes: () =>
      act(async () => {
        const answer = await ask({ kind: 'discard-backup-codes', tabId, codes: current().offer?.codes ?? [] });
        if (answer.kind === 'done') await lookBack();
        return answer.kind === 'done';
      }),
    /** Whether the site's button is pressed too, at the site that was shown. */
    submitHere: (on: boolean) =>
      act(async () => {
        const { origin: shown } = current();
        return shown !== null && (await ask({ kind: 'set-submit', tabId, shown, on })).kind === 'done' && list();
      }),
    stopHere: () => act(() => aboutHere('stop-automatic')),
  };
}
