import type { CurrentTab } from '../../lib/browser/current-tab.ts';
import type { PopupModel } from './model.ts';
import type { Popup } from './popup.ts';

/** What a panel needs of a popup. */
type Followed = Pick<Popup, 'current' | 'subscribe' | 'start' | 'refresh'>;

/** How long what was just shown takes no press, in milliseconds: whoever aimed before that aimed at something else. */
const SETTLE_MS = 400;

/** Whether nothing would be lost if the panel turned to another tab now: no form is open, and nothing is under way. */
export function isFree({ vault, busy, filling, screen, newKey, recovered, beginning, rescue }: PopupModel): boolean {
  if (vault === null || busy || filling !== null) return false;
  if ([newKey, recovered, beginning, rescue].some((one) => one !== null)) return false;
  return vault.kind !== 'unlocked' || screen === 'codes';
}

/**
 * Keeps the panel about the tab in front: another tab gets a popup of its own, which is shown once it knows how things stand.
 * @param first the popup that is shown now
 * @param firstTab the tab that it is about
 * @param show shows a popup; `isOther`: another tab or site than before
 */
export function keepBeside<P extends Followed>(
  first: P,
  firstTab: CurrentTab,
  popupFor: (tab: CurrentTab) => P,
  show: (popup: P, tab: CurrentTab, isOther: boolean) => void,
) {
  let shown = first;
  let shownTab = firstTab;
  let wanted: CurrentTab | null = null;
  let turn = 0;
  let locks = 0;

  /** Starts a popup; what it read before Doorcode was locked is read again, so that no code comes to light after that. */
  async function started(tab: CurrentTab): Promise<P> {
    const next = popupFor(tab);
    let before = locks;
    await next.start();
    while (locks !== before) {
      before = locks;
      await next.refresh();
    }
    return next;
  }

  async function turnTo(tab: CurrentTab): Promise<void> {
    turn += 1;
    const mine = turn;
    wanted = null;
    const next = await started(tab);
    if (turn !== mine) return;
    // What was begun meanwhile is finished first.
    if (!isFree(shown.current())) {
      wanted = tab;
      return;
    }
    leave();
    const isOther = tab.tabId !== shownTab.tabId || next.current().origin !== shown.current().origin;
    shown = next;
    shownTab = tab;
    leave = shown.subscribe(turnWhenFree);
    show(next, tab, isOther);
  }
  const turnWhenFree = () => {
    if (wanted !== null && isFree(shown.current())) void turnTo(wanted);
  };
  let leave = first.subscribe(turnWhenFree);
  return {
    /** Takes the tab that came to the front, or that loaded another document. */
    follow(tab: CurrentTab): void {
      wanted = tab;
      turnWhenFree();
    },
    /** Doorcode was locked or opened, here or elsewhere. */
    async lockChanged(): Promise<void> {
      locks += 1;
      await shown.refresh();
    },
  };
}

/** Tells presses on what is shown from those that were aimed at what was shown before, by a clock that is not set back. */
export function createPressGuard(nowMs: () => number) {
  let turns = 0;
  let turnedMs = Number.NEGATIVE_INFINITY;
  let begunIn: number | null = null;
  return {
    /** Something else is shown from now on. */
    turned(): void {
      turns += 1;
      turnedMs = nowMs();
    },
    /** The mouse or the finger went down. */
    begun(): void {
      begunIn = turns;
    },
    /** Whether a press that ends now is one on what is shown. */
    counts(): boolean {
      const isOfBefore = begunIn !== null && begunIn !== turns;
      begunIn = null;
      return !isOfBefore && nowMs() - turnedMs >= SETTLE_MS;
    },
  };
}
