import { useFocusOnShow } from './focus-on-show.ts';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';

type EditedNoticeProps = {
  /** Present where the codes changed: takes the edit back. */
  readonly onUndo?: () => void;
};

/** Says that an edit was saved, and what is kept where it changed codes. */
export function EditedNotice({ onUndo }: EditedNoticeProps) {
  const t = useText();
  const undo = useFocusOnShow<HTMLButtonElement>();
  return (
    <Notice kind="success">
      <p>{t(onUndo === undefined ? 'editSaved' : 'editSavedCodes')}</p>
      {onUndo !== undefined && (
        <button ref={undo} type="button" onClick={onUndo}>
          {t('removeUndo')}
        </button>
      )}
    </Notice>
  );
}
