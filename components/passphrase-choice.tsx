import { NewPassphrase } from './new-passphrase.tsx';
import { useText } from './text.ts';

type PassphraseChoiceProps = {
  readonly busy: boolean;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onWithoutPassphrase: () => void;
};

/** The first choice: protect the vault with a passphrase, or go on without and be told what that means. */
export function PassphraseChoice({ busy, onPassphrase, onWithoutPassphrase }: PassphraseChoiceProps) {
  const t = useText();
  return (
    <section class="view" aria-labelledby="choice-title">
      <h1 id="choice-title">{t('choiceTitle')}</h1>
      <p>{t('choiceLead')}</p>
      <NewPassphrase busy={busy} submitText={t('choiceSet')} onPassphrase={onPassphrase} />
      <p class="hint">{t('choiceForgotten')}</p>
      <div class="alternative">
        <p id="choice-truth">{t('choiceWithoutTruth')}</p>
        <button type="button" disabled={busy} aria-describedby="choice-truth" onClick={onWithoutPassphrase}>
          {t('choiceWithout')}
        </button>
      </div>
    </section>
  );
}
