import { render } from 'preact';
import { Text, type Translate } from '../../components/text.ts';
import { mediaTypeOf } from '../../lib/app/export-file.ts';
import { keepHabits, readHabits } from '../../lib/app/habits.ts';
import { askedAccount } from '../../lib/app/own-page.ts';
import { clearClosed } from '../../lib/browser/clear-later.ts';
import { clipboard } from '../../lib/browser/clipboard.ts';
import { isFolderPossible } from '../../lib/browser/folder-possible.ts';
import { deriveInWorker } from '../../lib/browser/kdf-worker.ts';
import { declareLanguage } from '../../lib/browser/language.ts';
import { saveFile } from '../../lib/browser/save-file.ts';
import { openShortcutSettings, readShortcuts } from '../../lib/browser/shortcuts.ts';
import { localStorageArea } from '../../lib/browser/storage.ts';
import { openOwnPage, thisTabId } from '../../lib/browser/tabs.ts';
import { textOf } from '../../lib/browser/text.ts';
import { askBackground } from '../../lib/browser/transport.ts';
import { createClient } from '../../lib/messages/client.ts';
import { App } from './app.tsx';
import { createManagerPage } from './manager-page.ts';
import { sectionOf } from './section.ts';

const translate: Translate = textOf;

async function main(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) return;
  declareLanguage(document);
  const page = createManagerPage({
    ask: createClient(askBackground),
    derive: deriveInWorker,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    nowUnixMs: Date.now,
    habits: {
      read: () => readHabits(localStorageArea),
      keep: (habits) => keepHabits(localStorageArea, habits),
    },
    ...clipboard,
    openSheet: () => openOwnPage('/print.html'),
    saveFile: (name, text) => saveFile(name, text, mediaTypeOf(name)),
  });
  const go = () => void page.go(sectionOf(location.hash), askedAccount(location.hash));
  go();
  addEventListener('hashchange', go);
  // Doorcode may have been locked, or opened, while another window was in front.
  addEventListener('focus', () => void page.lookAgain());
  const tabId = await thisTabId();
  render(
    <Text.Provider value={translate}>
      <App
        page={page}
        nowUnixMs={Date.now}
        openPage={openOwnPage}
        openScreen={(screen) => void openOwnPage(`/popup.html?tab=${tabId ?? 0}#${screen}`)}
        folderPossible={isFolderPossible}
        screenLockReported={!import.meta.env.FIREFOX}
        clearing={clearClosed}
        readShortcuts={readShortcuts}
        changeShortcuts={openShortcutSettings}
      />
    </Text.Provider>,
    root,
  );
  await page.start();
}

void main();
