import { useFocusOnShow } from './focus-on-show.ts';
import { HoldButton } from './hold-button.tsx';
import { Notice } from './notice.tsx';
import { SaveCopies } from './save-copies.tsx';
import { useText } from './text.ts';

type BeginAnewProps = {
  /** There is no room to set more aside, so that it cannot be done here. */
  readonly full: boolean;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onBegin: () => void;
  readonly onBack: () => void;
};

/** Warns before a new beginning: what is stored is set aside, and its codes are not shown any more. */
export function BeginAnew({ full, busy, onSave, onBegin, onBack }: BeginAnewProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  return (
    <section class="view" aria-labelledby="anew-title">
      <h1 id="anew-title" ref={title} tabIndex={-1}>
        {t('anewTitle')}
      </h1>
      {full && <Notice kind="error">{t('anewFull')}</Notice>}
      {!full && <p>{t('anewLead')}</p>}
      {!full && <p class="strong">{t('anewKept')}</p>}
      <SaveCopies busy={busy} onSave={onSave} />
      {!full && <HoldButton label={t('anewHold')} disabled={busy} takesFocus={false} onHeld={onBegin} />}
      <button type="button" class="plain" disabled={busy} onClick={onBack}>
        {t('back')}
      </button>
    </section>
  );
}
