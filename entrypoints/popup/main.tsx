import { render } from 'preact';
import { Text, type Translate } from '../../components/text.ts';
import { judge } from '../../components/use-strength.ts';
import { keepHabits, readHabits } from '../../lib/app/habits.ts';
import { askedAccount, askedScreens } from '../../lib/app/own-page.ts';
import { clipboard } from '../../lib/browser/clipboard.ts';
import { type CurrentTab, currentTab } from '../../lib/browser/current-tab.ts';
import { answeredEarly } from '../../lib/browser/early-codes.ts';
import { isFolderPossible } from '../../lib/browser/folder-possible.ts';
import { deriveInWorker } from '../../lib/browser/kdf-worker.ts';
import { declareLanguage } from '../../lib/browser/language.ts';
import { onLockChanged } from '../../lib/browser/lock-events.ts';
import { afterPaint } from '../../lib/browser/paint.ts';
import { followTabInFront, guardPresses, isPanel, isPanelPossible, openPanel } from '../../lib/browser/panel.ts';
import { saveFile } from '../../lib/browser/save-file.ts';
import { readSecurityLinks } from '../../lib/browser/security-links.ts';
import { requestSite } from '../../lib/browser/site-permissions.ts';
import { localStorageArea } from '../../lib/browser/storage.ts';
import { openInTab, openOwnPage } from '../../lib/browser/tabs.ts';
import { textOf } from '../../lib/browser/text.ts';
import { askBackground } from '../../lib/browser/transport.ts';
import { createClient } from '../../lib/messages/client.ts';
import { App } from './app.tsx';
import { createPopup, type Popup } from './popup.ts';
import { markPlace, readDom, readScreenshot } from './read-page.ts';

const translate: Translate = textOf;

async function main(): Promise<void> {
  declareLanguage(document);
  const stored = readHabits(localStorageArea);
  const early = await globalThis.doorcodeEarlyCodes;
  const tab = early === undefined ? await currentTab(location.href) : early.tab;
  const root = document.getElementById('root');
  if (tab === null || root === null) return;
  let chosen = await stored;
  const inPanel = isPanel(location.href);
  if (inPanel) document.documentElement.dataset.panel = '';
  const popupFor = ({ tabId, windowId }: CurrentTab, answer: Promise<unknown> | null = null) =>
    createPopup({
      tabId,
      nowUnixMs: Date.now,
      ask: createClient(answeredEarly(askBackground, answer)),
      derive: deriveInWorker,
      judge,
      random: (count) => crypto.getRandomValues(new Uint8Array(count)),
      readDom: () => readDom(tabId),
      markPlace: (place) => markPlace(tabId, place),
      readScreenshot: (reading) => readScreenshot(reading, tabId),
      requestSite,
      saveFile,
      readSecurityLinks: () => readSecurityLinks(tabId),
      openHere: (address) => openInTab(tabId, address),
      openOwnPage,
      copies: isFolderPossible
        ? {
            folderState: async () => (await import('./copies-folder.ts')).folderState(),
            save: async (ask) => (await import('./copies-folder.ts')).saveCopy(ask),
            openPage: () => openOwnPage('/copies.html'),
          }
        : null,
      // The panel turns to other tabs, and keeps what was chosen meanwhile.
      habits: {
        chosen,
        keep: (habits) => {
          chosen = habits;
          return keepHabits(localStorageArea, habits);
        },
      },
      openPanel: inPanel || !isPanelPossible() ? null : () => openPanel(windowId),
      isPanel: inPanel,
      ...clipboard,
      afterPaint,
    });
  const show = (popup: Popup, { isPrivate }: CurrentTab) =>
    render(
      <Text.Provider value={translate}>
        <App popup={popup} nowUnixMs={Date.now} inPrivateWindow={isPrivate} inPanel={inPanel} />
      </Text.Provider>,
      root,
    );
  const popup = popupFor(tab, early?.answer ?? null);
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

void main();
