import { CopyList } from './copy-list.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { SaveCopies } from './save-copies.tsx';
import { useText } from './text.ts';
import type { CopyView } from './view-models.ts';

type CopiesHereProps = {
  readonly copies: readonly CopyView[];
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onBack: () => void;
};

/** Which copies Doorcode keeps on this computer by itself, and that they are no saved copy. */
export function CopiesHere({ copies, busy, onSave, onBack }: CopiesHereProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  return (
    <section class="view" aria-labelledby="copies-title">
      <h1 id="copies-title" ref={title} tabIndex={-1}>
        {t('copiesHereTitle')}
      </h1>
      <p>{t('copiesHereLead')}</p>
      <CopyList copies={copies} />
      <SaveCopies busy={busy} onSave={onSave} />
      <button type="button" class="plain" onClick={onBack}>
        {t('back')}
      </button>
    </section>
  );
}
