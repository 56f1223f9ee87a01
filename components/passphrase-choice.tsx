import { useState } from 'preact/hooks';
import type { Policies } from '../lib/app/policies.ts';
import { ComputerQuestion } from './computer-question.tsx';
import { NewPassphrase } from './new-passphrase.tsx';
import { organisationOf } from './organisation.ts';
import { useText } from './text.ts';

type PassphraseChoiceProps = {
  readonly busy: boolean;
  /** What an organisation has set; null as long as that is not known. */
  readonly policies?: Policies | null;
  /** `shared`: others use this computer too. */
  readonly onPassphrase: (passphrase: string, shared: boolean) => void;
  readonly onWithoutPassphrase: () => void;
};

/**
 * The first choice: whose computer it is, then a passphrase, or to go on without one and be told what that means. Where others use
 * the computer too there is no way on without a passphrase.
 */
export function PassphraseChoice({ busy, policies = null, onPassphrase, onWithoutPassphrase }: PassphraseChoiceProps) {
  const t = useText();
  const [shared, setShared] = useState<boolean | null>(null);
  if (shared === null) return <ComputerQuestion busy={busy} onAnswer={setShared} />;
  return (
    <section class="view" aria-labelledby="choice-title">
      <h1 id="choice-title">{t('choiceTitle')}</h1>
      {policies?.passphraseRequired && <p>{t('policyNeedsPassphrase', [organisationOf(t, policies)])}</p>}
      <p>{t(shared ? 'choiceSharedLead' : 'choiceLead')}</p>
      <NewPassphrase
        busy={busy}
        submitText={t('choiceSet')}
        onPassphrase={(passphrase) => onPassphrase(passphrase, shared)}
      />
      <p class="hint">{t('choiceForgotten')}</p>
      <p class="hint">{t('choiceCloses')}</p>
      {!shared && !policies?.passphraseRequired && (
        <div class="alternative">
          <p id="choice-truth">{t('choiceWithoutTruth')}</p>
          <p>{t('choiceWithoutKey')}</p>
          <button type="button" disabled={busy} aria-describedby="choice-truth" onClick={onWithoutPassphrase}>
            {t('choiceWithout')}
          </button>
        </div>
      )}
      <button type="button" class="plain" disabled={busy} onClick={() => setShared(null)}>
        {t('back')}
      </button>
    </section>
  );
}
