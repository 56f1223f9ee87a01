import { CopyList } from './copy-list.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { ReopenForm } from './reopen-form.tsx';
import { SaveCopies } from './save-copies.tsx';
import { useText } from './text.ts';
import type { CopyView } from './view-models.ts';

type CopiesHereProps = {
  readonly copies: readonly CopyView[];
  readonly busy: boolean;
  /** What is asked of whoever saves them; null before, and once it was answered. */
  readonly question: {
    readonly wrong: boolean;
    readonly withoutPassphrase: boolean;
    readonly onReopen: (passphrase: string) => void;
    readonly onCancel: () => void;
  } | null;
  readonly onSave: () => void;
  readonly onBack: () => void;
};

/** Which copies Doorcode keeps on this computer by itself, and that they are no saved copy. */
export function CopiesHere({ copies, busy, question, onSave, onBack }: CopiesHereProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  return (
    <section class="view" aria-labelledby="copies-title">
      <h1 id="copies-title" ref={title} tabIndex={-1}>
        {t('copiesHereTitle')}
      </h1>
      <p>{t('copiesHereLead')}</p>
      <CopyList copies={copies} />
      {question === null && <SaveCopies busy={busy} onSave={onSave} />}
      {question !== null && <ReopenForm about="copies" busy={busy} {...question} />}
      <button type="button" class="plain" onClick={onBack}>
        {t('back')}
      </button>
    </section>
  );
}
