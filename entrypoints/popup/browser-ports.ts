import { judge } from '../../components/use-strength.ts';
import { clearClosed } from '../../lib/browser/clear-later.ts';
import { clipboard } from '../../lib/browser/clipboard.ts';
import type { CurrentTab } from '../../lib/browser/current-tab.ts';
import { answeredEarly, type EarlyCodes, onceBegun } from '../../lib/browser/early-codes.ts';
import { isFolderPossible } from '../../lib/browser/folder-possible.ts';
import { deriveInWorker } from '../../lib/browser/kdf-worker.ts';
import { afterPaint } from '../../lib/browser/paint.ts';
import { isPanelPossible, openPanel } from '../../lib/browser/panel.ts';
import { saveFile } from '../../lib/browser/save-file.ts';
import { readSecurityLinks } from '../../lib/browser/security-links.ts';
import { openShortcutSettings, readShortcuts } from '../../lib/browser/shortcuts.ts';
import { requestSite } from '../../lib/browser/site-permissions.ts';
import { openInTab, openOwnPage } from '../../lib/browser/tabs.ts';
import { askBackground } from '../../lib/browser/transport.ts';
import { createClient } from '../../lib/messages/client.ts';
import type { PopupPorts } from './ports.ts';
import { markPlace, readDom, readScreenshot } from './read-page.ts';

/**
 * The browser around a popup that is about one tab.
 * @param early the answer to the first request, and the scan of the page, where those were asked before; null elsewhere
 */
export const browserPorts = (
  { tabId, windowId }: CurrentTab,
  { habits, isPanel }: Pick<PopupPorts, 'habits' | 'isPanel'>,
  early: Pick<EarlyCodes, 'answer' | 'scan'> | null,
): PopupPorts => ({
  tabId,
  nowUnixMs: Date.now,
  ask: createClient(answeredEarly(askBackground, early?.answer ?? null)),
  derive: deriveInWorker,
  judge,
  random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  readDom: onceBegun(early?.scan ?? null, (begun) => readDom(tabId, begun)),
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
  habits,
  openPanel: isPanel || !isPanelPossible() ? null : () => openPanel(windowId),
  clearing: clearClosed,
  readShortcuts,
  changeShortcuts: openShortcutSettings,
  isPanel,
  ...clipboard,
  afterPaint,
});
