import { render } from 'preact';
import { FirstRun } from '../../components/first-run.tsx';
import { Notice } from '../../components/notice.tsx';
import { Text, type Translate, useText } from '../../components/text.ts';
import { useModel } from '../../components/use-model.ts';
import { judge } from '../../components/use-strength.ts';
import { clipboard } from '../../lib/browser/clipboard.ts';
import { deriveInWorker } from '../../lib/browser/kdf-worker.ts';
import { declareLanguage } from '../../lib/browser/language.ts';
import { onManagedChanged } from '../../lib/browser/managed-storage.ts';
import { saveFile } from '../../lib/browser/save-file.ts';
import { closeThisTab } from '../../lib/browser/tabs.ts';
import { textOf } from '../../lib/browser/text.ts';
import { askBackground } from '../../lib/browser/transport.ts';
import { createClient } from '../../lib/messages/client.ts';
import { createFirstRunPage, type FirstRunPage } from './first-run-page.ts';

const LOOK_MS = 30_000;
const translate: Translate = textOf;
const ask = createClient(askBackground);

function Page({ page }: { readonly page: FirstRunPage }) {
  const t = useText();
  const { step, busy, problem, policies, saved, wrong } = useModel(page);
  return (
    <FirstRun
      step={step}
      busy={busy}
      policies={policies}
      wrong={wrong}
      onPassphrase={page.choosePassphrase}
      onWithoutPassphrase={page.makeKey}
      onMakeKey={page.makeKey}
      onLater={() => page.goTo('pin')}
      check={page.check}
      onTypedBack={page.typedBack}
      onCopy={(code) => void clipboard.copyText(code)}
      onPrint={() => print()}
      onSaveKey={(text) => saveFile('doorcode-emergency-key.txt', text, 'text/plain')}
      onLeaveKey={page.leaveKey}
      onPinned={() => page.goTo('done')}
      onSave={page.askToSave}
      onReopen={page.proveSave}
      onExport={page.saveCopy}
      onLeaveSave={page.leaveSave}
      onDone={() => void closeThisTab()}
    >
      {problem === 'already' && <Notice kind="warning">{t('firstAlready')}</Notice>}
      {problem === 'key-over' && (
        <Notice kind="warning">
          {t('firstKeyOver')} {t('keyOfferLater')}
        </Notice>
      )}
      {problem === 'failed' && <Notice kind="error">{t('problemTryAgain')}</Notice>}
      {saved && <Notice kind="success">{t('exportDone')}</Notice>}
    </FirstRun>
  );
}

async function main(): Promise<void> {
  declareLanguage(document);
  const root = document.getElementById('root');
  if (root === null) return;
  const answer = await ask({ kind: 'vault-state' });
  // A vault that exists, readable or not, is never offered a new beginning.
  const absent = answer.kind === 'vault-state' && answer.state.kind === 'absent';
  const page = createFirstRunPage(
    {
      ask,
      derive: deriveInWorker,
      judge,
      random: (count) => crypto.getRandomValues(new Uint8Array(count)),
      nowUnixMs: Date.now,
      saveFile,
    },
    { kind: absent ? 'choice' : 'pin' },
  );
  await page.look();
  render(
    <Text.Provider value={translate}>
      <Page page={page} />
    </Text.Provider>,
    root,
  );
  onManagedChanged(() => void page.look());
  setInterval(() => void page.look(), LOOK_MS);
  // Doorcode may have been locked, and unlocked again, behind another window.
  document.addEventListener('visibilitychange', () => void page.look());
}

void main();
