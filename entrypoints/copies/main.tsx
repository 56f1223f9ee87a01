import { render } from 'preact';
import { Text, type Translate } from '../../components/text.ts';
import { copiesLock, copyFolder, folderChoice } from '../../lib/browser/copy-folder.ts';
import { deriveInWorker } from '../../lib/browser/kdf-worker.ts';
import { declareLanguage } from '../../lib/browser/language.ts';
import { textOf } from '../../lib/browser/text.ts';
import { askBackground } from '../../lib/browser/transport.ts';
import { createClient } from '../../lib/messages/client.ts';
import { App } from './app.tsx';
import { createCopiesPage } from './copies-page.ts';

const TICK_MS = 30_000;
const translate: Translate = textOf;

async function main(): Promise<void> {
  declareLanguage(document);
  const root = document.getElementById('root');
  if (root === null) return;
  const page = createCopiesPage({
    ask: createClient(askBackground),
    derive: deriveInWorker,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    nowUnixMs: Date.now,
    folder: copyFolder,
    choice: folderChoice,
    lock: copiesLock,
  });
  render(
    <Text.Provider value={translate}>
      <App page={page} />
    </Text.Provider>,
    root,
  );
  setInterval(() => void page.tick(), TICK_MS);
  // Whoever comes back from unlocking Doorcode waits for nothing.
  addEventListener('focus', () => void page.tick());
  await page.start();
}

void main();
