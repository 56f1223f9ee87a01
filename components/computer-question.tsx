import { useFocusOnShow } from './focus-on-show.ts';
import { useText } from './text.ts';

type ComputerQuestionProps = {
  readonly busy: boolean;
  readonly onAnswer: (shared: boolean) => void;
};

/** The first question: whether others use this computer too; and what Doorcode protects from, and what it does not. */
export function ComputerQuestion({ busy, onAnswer }: ComputerQuestionProps) {
  const t = useText();
  const first = useFocusOnShow<HTMLButtonElement>();
  return (
    <section class="view" aria-labelledby="question-title">
      <h1 id="question-title">{t('questionTitle')}</h1>
      <p>{t('questionLead')}</p>
      <div class="buttons">
        <button type="button" class="primary" ref={first} disabled={busy} onClick={() => onAnswer(false)}>
          {t('questionMine')}
        </button>
        <button type="button" disabled={busy} onClick={() => onAnswer(true)}>
          {t('questionShared')}
        </button>
      </div>
      <p class="hint">{t('firstProtects')}</p>
      <p class="hint">{t('firstProtectsNot')}</p>
    </section>
  );
}
