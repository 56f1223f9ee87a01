import type { ComponentChildren } from 'preact';
import { useFocusOnShow } from './focus-on-show.ts';
import { useText } from './text.ts';

type MoveProvenProps = {
  /** The question before the removal, once it was pressed; null before. */
  readonly question: ComponentChildren;
  readonly onAsk: () => void;
};

/** Says that the phone makes the right codes, and lets the account go from here. */
export function MoveProven({ question, onAsk }: MoveProvenProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  return (
    <section class="proven" aria-labelledby="proven-title">
      <h2 id="proven-title" ref={title} tabIndex={-1}>
        {t('moveProvenTitle')}
      </h2>
      <p>{t('moveProvenLead')}</p>
      {question ?? (
        <button type="button" onClick={onAsk}>
          {t('removeButton')}
        </button>
      )}
    </section>
  );
}
