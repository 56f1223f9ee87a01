import { render } from 'preact';
import { useState } from 'preact/hooks';
import { FirstRun, type FirstRunStep } from '../../components/first-run.tsx';
import { Notice } from '../../components/notice.tsx';
import { Text, type Translate, useText } from '../../components/text.ts';
import { newPassphraseKey, newRecoveryCode } from '../../lib/app/new-keys.ts';
import { deriveInWorker } from '../../lib/browser/kdf-worker.ts';
import { closeThisTab } from '../../lib/browser/tabs.ts';
import { textOf } from '../../lib/browser/text.ts';
import { askBackground } from '../../lib/browser/transport.ts';
import { createClient } from '../../lib/messages/client.ts';
import type { KeysText } from '../../lib/messages/protocol.ts';

const translate: Translate = textOf;
const ask = createClient(askBackground);
const making = {
  derive: deriveInWorker,
  random: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
};

function Page({ first }: { readonly first: FirstRunStep }) {
  const t = useText();
  const [step, setStep] = useState(first);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [already, setAlready] = useState(false);
  const create = async (keys: KeysText | null): Promise<void> => {
    const answer = keys === null ? null : await ask({ kind: 'create-vault', keys, replacing: false });
    setBusy(false);
    if (answer?.kind === 'done') return setStep({ kind: 'pin' });
    // The popup may have made the vault meanwhile: trying again here would fail for ever.
    const refused = answer?.kind === 'failed' && answer.reason === 'not-absent';
    setAlready(refused);
    if (refused) return setStep({ kind: 'pin' });
    setFailed(true);
  };
  const begin = () => {
    setBusy(true);
    setFailed(false);
  };
  return (
    <FirstRun
      step={step}
      busy={busy}
      onPassphrase={async (passphrase) => {
        begin();
        const made = await newPassphraseKey(making, passphrase);
        await create(made === null ? null : { passphrase: made, recovery: 'remove', computer: 'remove' });
      }}
      onWithoutPassphrase={async () => {
        begin();
        await create({ passphrase: 'remove', recovery: newRecoveryCode(making).key, computer: 'new' });
      }}
      onRecoverySaved={() => setStep({ kind: 'pin' })}
      onPinned={() => setStep({ kind: 'done' })}
      onDone={() => void closeThisTab()}
    >
      {already && <Notice kind="warning">{t('firstAlready')}</Notice>}
      {failed && <Notice kind="error">{t('problemTryAgain')}</Notice>}
    </FirstRun>
  );
}

async function main(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) return;
  const answer = await ask({ kind: 'vault-state' });
  // A vault that exists, readable or not, is never offered a new beginning.
  const absent = answer.kind === 'vault-state' && answer.state.kind === 'absent';
  render(
    <Text.Provider value={translate}>
      <Page first={{ kind: absent ? 'passphrase' : 'pin' }} />
    </Text.Provider>,
    root,
  );
}

void main();
