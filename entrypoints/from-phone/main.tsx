import { render } from 'preact';
import { Text, type Translate } from '../../components/text.ts';
import { readInWorker } from '../../lib/browser/foreign-worker.ts';
import { deriveInWorker } from '../../lib/browser/kdf-worker.ts';
import { declareLanguage } from '../../lib/browser/language.ts';
import { onLockChanged } from '../../lib/browser/lock-events.ts';
import { closeTab, openOwnPage, showTab, thisTabId } from '../../lib/browser/tabs.ts';
import { textOf } from '../../lib/browser/text.ts';
import { askBackground } from '../../lib/browser/transport.ts';
import { createClient } from '../../lib/messages/client.ts';
import { App } from './app.tsx';
import { openReadingCamera } from './open-reading-camera.ts';
import { createPhonePage } from './phone-page.ts';
import type { Purpose } from './ports.ts';
import { readArea } from './read-area.ts';
import { readPicture } from './read-picture.ts';

const TICK_MS = 1_000;
const translate: Translate = textOf;
const purposes: Readonly<Record<string, Purpose>> = { '?picture': 'picture', '?area': 'area' };

async function main(): Promise<void> {
  declareLanguage(document);
  const tabId = await thisTabId();
  const root = document.getElementById('root');
  if (tabId === null || root === null) return;
  const page = createPhonePage({
    tabId,
    purpose: purposes[location.search] ?? 'phone',
    nowUnixMs: Date.now,
    ask: createClient(askBackground),
    derive: deriveInWorker,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    readPicture,
    readForeign: readInWorker,
    readArea,
    openCamera: openReadingCamera,
    showTab,
    openOwnPage,
    closeTab,
  });
  render(
    <Text.Provider value={translate}>
      <App page={page} />
    </Text.Provider>,
    root,
  );
  onLockChanged(() => void page.lockChanged());
  setInterval(() => void page.tick(Date.now()), TICK_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) page.hideCamera();
  });
  addEventListener('pagehide', page.stopCamera);
  await page.start();
}

void main();
