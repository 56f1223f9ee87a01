import { render } from 'preact';
import { Text, type Translate } from '../../components/text.ts';
import { judge } from '../../components/use-strength.ts';
import { clipboard } from '../../lib/browser/clipboard.ts';
import { deriveInWorker } from '../../lib/browser/kdf-worker.ts';
import { declareLanguage } from '../../lib/browser/language.ts';
import { saveFile } from '../../lib/browser/save-file.ts';
import { textOf } from '../../lib/browser/text.ts';
import { askBackground } from '../../lib/browser/transport.ts';
import { createClient } from '../../lib/messages/client.ts';
import { App } from './app.tsx';
import { createKeysPage } from './keys-page.ts';

const LOOK_MS = 30_000;
const translate: Translate = textOf;

async function main(): Promise<void> {
  declareLanguage(document);
  const root = document.getElementById('root');
  if (root === null) return;
  const page = createKeysPage({
    ask: createClient(askBackground),
    derive: deriveInWorker,
    judge,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    nowUnixMs: Date.now,
  });
  render(
    <Text.Provider value={translate}>
      <App
        page={page}
        onCopy={(code) => void clipboard.copyText(code)}
        onPrint={() => print()}
        onSaveKey={(text) => saveFile('doorcode-emergency-key.txt', text, 'text/plain')}
      />
    </Text.Provider>,
    root,
  );
  // Doorcode may have been locked, or opened, while another window was in front.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void page.look();
  });
  // A page in front sees no change of itself: what was shown and proven goes with the lock all the same.
  setInterval(() => {
    if (!page.current().busy) void page.look();
  }, LOOK_MS);
  await page.look();
}

void main();
