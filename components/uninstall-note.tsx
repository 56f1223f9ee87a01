import { useId } from 'preact/hooks';
import { useText } from './text.ts';

/** Says what goes with the extension, beside the button that makes a copy which does not. */
export function UninstallNote({ busy, onSaveCopy }: { readonly busy: boolean; readonly onSaveCopy: () => void }) {
  const t = useText();
  const note = useId();
  return (
    <div class="alternative">
      <p id={note}>{t('uninstallNote')}</p>
      <button type="button" disabled={busy} aria-describedby={note} onClick={onSaveCopy}>
        {t('uninstallSave')}
      </button>
    </div>
  );
}
