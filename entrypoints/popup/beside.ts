import type { CurrentTab } from '../../lib/browser/current-tab.ts';
import type { PopupModel } from './model.ts';
import type { Popup } from './popup.ts';

/** What a panel needs of a popup. */
type Followed = Pick<Popup, 'current' | 'subscribe' | 'start'>;

/** Whether nothing would be lost if the panel turned to another tab now: no form is open, and nothing is under way. */
export function isFree({ vault, busy, filling, screen, newKey, recovered, beginning, rescue }: PopupModel): boolean {
  if (vault === null || busy || filling !== null) return false;
  if ([newKey, recovered, beginning, rescue].some((one) => one !== null)) return false;
  return vault.kind !== 'unlocked' || screen === 'codes';
}

/**
 * Keeps the panel about the tab in front: another tab gets a popup of its own, which is shown once it knows how things stand.
 * @param first the popup that is shown now
 * @returns takes the tab that came to the front, or that loaded another document
 */
export function keepBeside<P extends Followed>(
  first: P,
  popupFor: (tab: CurrentTab) => P,
  show: (popup: P, tab: CurrentTab) => void,
): (tab: CurrentTab) => void {
  let shown = first;
  let wanted: CurrentTab | null = null;
  let turn = 0;

  async function turnTo(tab: CurrentTab): Promise<void> {
    turn += 1;
    const mine = turn;
    wanted = null;
    const next = popupFor(tab);
    await next.start();
    if (turn !== mine) return;
    // What was begun meanwhile is finished first.
    if (!isFree(shown.current())) {
      wanted = tab;
      return;
    }
    leave();
    shown = next;
    leave = shown.subscribe(turnWhenFree);
    show(next, tab);
  }
  const turnWhenFree = () => {
    if (wanted !== null && isFree(shown.current())) void turnTo(wanted);
  };
  let leave = first.subscribe(turnWhenFree);
  return (tab) => {
    wanted = tab;
    turnWhenFree();
  };
}
