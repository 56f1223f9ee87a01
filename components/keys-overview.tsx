import type { Policies } from '../lib/app/policies.ts';
import { organisationOf } from './organisation.ts';
import { useText } from './text.ts';
import type { KeyAct, KeysView } from './view-models.ts';

type KeysOverviewProps = {
  readonly keys: KeysView;
  readonly busy: boolean;
  /** What an organisation has set; null as long as that is not known. */
  readonly policies?: Policies | null;
  readonly onAct: (act: KeyAct) => void;
};

/** What opens Doorcode, and what can be changed about it. */
export function KeysOverview({ keys, busy, policies = null, onAct }: KeysOverviewProps) {
  const t = useText();
  const { passphrase, emergencyKey, shared } = keys;
  const required = policies?.passphraseRequired === true;
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
      {required && <p>{t('policyNeedsPassphrase', [organisationOf(t, policies)])}</p>}
      <div class="buttons">
        {offer('passphrase', t(passphrase ? 'keysChange' : 'keysChoose'))}
        {passphrase && !shared && !required && offer('without', t('keysWithout'))}
        {!passphrase && !required && offer('computer', t('keysComputer'))}
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
