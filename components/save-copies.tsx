import { useId } from 'preact/hooks';
import { useText } from './text.ts';

/** Saves all copies as they lie there, and says who can read the file. */
export function SaveCopies({ busy, onSave }: { readonly busy: boolean; readonly onSave: () => void }) {
  const t = useText();
  const hint = useId();
  return (
    <>
      <button type="button" disabled={busy} aria-describedby={hint} onClick={onSave}>
        {t('copiesHereSave')}
      </button>
      <p class="hint" id={hint}>
        {t('copiesHereSaveHint')}
      </p>
    </>
  );
}
