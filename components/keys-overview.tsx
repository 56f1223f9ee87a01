import { useText } from './text.ts';
import type { KeyAct, KeysView } from './view-models.ts';

type KeysOverviewProps = {
  readonly keys: KeysView;
  readonly busy: boolean;
  readonly onAct: (act: KeyAct) => void;
};

/** What opens Doorcode, and what can be changed about it. */
export function KeysOverview({ keys, busy, onAct }: KeysOverviewProps) {
  const t = useText();
  const { passphrase, emergencyKey, shared } = keys;
  const offer = (act: KeyAct, text: string) => (
    <button type="button" data-act={act} disabled={busy} onClick={() => onAct(act)}>
      {text}
    </button>
  );
  return (
    <section class="view" aria-labelledby="keys-title">
      <h1 id="keys-title">{t('keysTitle')}</h1>
      <h2>{t(passphrase ? 'passphrase' : 'keysThisComputer')}</h2>
      <p>{t(passphrase ? 'keysByPassphrase' : 'choiceWithoutTruth')}</p>
      <div class="buttons">
        {offer('passphrase', t(passphrase ? 'keysChange' : 'keysChoose'))}
        {passphrase && !shared && offer('without', t('keysWithout'))}
        {!passphrase && offer('computer', t('keysComputer'))}
      </div>
      <h2>{t('recoveryLabel')}</h2>
      <p>{t(emergencyKey ? 'keysHasKey' : passphrase ? 'keysHasNoKey' : 'keysComputerNoKey')}</p>
      <div class="buttons">
        {offer('key', t(emergencyKey ? 'keysReplaceKey' : 'keyMake'))}
        {emergencyKey && passphrase && offer('remove-key', t('keysRemoveKey'))}
      </div>
      <p class="hint">{t('keysCopies')}</p>
      <p class="hint">{t('choiceCloses')}</p>
    </section>
  );
}
