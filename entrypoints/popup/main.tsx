import { render } from 'preact';
import { Text, type Translate } from '../../components/text.ts';
import { type Habits, keepHabits, readHabits } from '../../lib/app/habits.ts';
import { askedAccount, askedScreens } from '../../lib/app/own-page.ts';
import { type CurrentTab, currentTab, isPanel } from '../../lib/browser/current-tab.ts';
import type { EarlyCodes } from '../../lib/browser/early-codes.ts';
import { declareLanguage } from '../../lib/browser/language.ts';
import { onLockChanged } from '../../lib/browser/lock-events.ts';
import { followTabInFront, guardPresses } from '../../lib/browser/panel.ts';
import { localStorageArea } from '../../lib/browser/storage.ts';
import { textOf } from '../../lib/browser/text.ts';
import { App } from './app.tsx';
import { browserPorts } from './browser-ports.ts';
import { createPopup, type Popup } from './popup.ts';

const translate: Translate = textOf;

async function main(): Promise<void> {
  declareLanguage(document);
  // Where that failed, all is asked now.
  const early = await globalThis.doorcodeEarlyCodes?.catch(() => undefined);
  const tab = early === undefined ? await currentTab(location.href) : early.tab;
  const root = document.getElementById('root');
  if (tab === null || root === null) return;
  let chosen = await readHabits(early === undefined ? localStorageArea : { read: () => early.habits });
  const inPanel = isPanel(location.href);
  if (inPanel) document.documentElement.dataset.panel = '';
  // The panel turns to other tabs, and keeps what was chosen meanwhile.
  const keep = (habits: Habits): Promise<void> => {
    chosen = habits;
    return keepHabits(localStorageArea, habits);
  };
  const popupFor = (about: CurrentTab, begun: EarlyCodes | null = null) =>
    createPopup(browserPorts(about, { habits: { chosen, keep }, isPanel: inPanel }, begun));
  const show = (popup: Popup, { isPrivate }: CurrentTab) =>
    render(
      <Text.Provider value={translate}>
        <App popup={popup} nowUnixMs={Date.now} inPrivateWindow={isPrivate} inPanel={inPanel} />
      </Text.Provider>,
      root,
    );
  const popup = popupFor(tab, early ?? null);
  show(popup, tab);
  if (inPanel) {
    const { createPressGuard, keepBeside } = await import('./beside.ts');
    const guard = createPressGuard(() => performance.now());
    guardPresses(guard);
    const panel = keepBeside(popup, tab, popupFor, (next, at, isOther) => {
      if (isOther) guard.turned();
      show(next, at);
    });
    onLockChanged(() => void panel.lockChanged());
    await popup.start();
    return followTabInFront(tab.windowId, panel.follow);
  }
  const asked = askedScreens.find((screen) => `#${screen}` === location.hash);
  if (asked !== undefined) void popup.show(asked);
  await popup.start();
  // Once all accounts are known: one that is not among the first would be taken for gone.
  const account = askedAccount(location.hash);
  if (popup.current().entries.some(({ id }) => id === account)) popup.openAccount(account ?? '');
}

// Other pages take their share of the script that this becomes part of.
if (document.body.classList.contains('popup')) void main();
