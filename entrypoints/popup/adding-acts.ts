import type { AddAsked } from '../../lib/app/add-intents.ts';
import type { AddChoice } from '../../lib/messages/protocol-finding.ts';
import { parseKeyUri } from '../../lib/otp/key-uri.ts';
import { type Core, textsOf } from './core.ts';
import type { PopupModel } from './model.ts';
import type { PopupPorts } from './ports.ts';
import { isMovedOn } from './problems.ts';

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

/** Reading the codes of the page in front, and adding their accounts. */
export function addingActs({ act, change, current, list, look, lookAgain, refresh }: Core, ports: PopupPorts) {
  const { ask, tabId } = ports;

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

  /** Adds an account of the page; `replaces` is the stored account that it replaces, for that choice. */
  async function add(index: number, choice: AddChoice, replaces: string | null = null): Promise<void> {
    let isAdded = false;
    await act(() =>
      addOnly(index, choice, replaces, () => {
        isAdded = true;
      }),
    );
    if (isAdded) await fillAdded(index);
  }

  const readVisibleTab = (): Promise<void> =>
    act(async () => {
      const dom = await ports.readDom();
      await look(await ports.readScreenshot(dom));
      change({ searched: true });
      return true;
    });

  return {
    /** Adds what the press was on that opened the popup; what cannot be added without a question is shown. */
    async addAsked(asked: AddAsked): Promise<void> {
      const { reading } = current();
      // The browser has named the link; nothing else of the page is meant.
      if (asked.what === 'link' && asked.text !== null && reading !== null)
        await look({ ...reading, texts: [asked.text], looked: { ...reading.looked, links: 1 } });
      const [only] = isAsked(current(), asked) && isAddableAtOnce(current(), asked) ? current().found.codes : [];
      // What only a picture of the page shows may be a frame's of another site: it is shown, and added by a press.
      if (only !== undefined) await add(only.index, 'new');
      else if (current().found.codes.length === 0 && asked.what !== 'link') await readVisibleTab();
    },
    add,
    readVisibleTab,
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
    /** Takes a picture of the page, and opens our own page to show the place of the code in it. */
    openArea: () =>
      act(async () => {
        const answer = await ask({ kind: 'take-area', tabId });
        if (answer.kind === 'done') await ports.openOwnPage('/from-phone.html?area');
        return answer.kind === 'done' || (isMovedOn(answer) && showMovedOn());
      }),
  };
}
