import { useFocusOnShow } from './focus-on-show.ts';
import { Notice } from './notice.tsx';
import { StillOn } from './still-on.tsx';
import { type Translate, useText } from './text.ts';
import type { ChangeView } from './view-models.ts';

function sentenceOf(t: Translate, change: ChangeView): string {
  switch (change.kind) {
    case 'pinned':
      return t('managerDonePinned');
    case 'unpinned':
      return t('managerDoneUnpinned');
    case 'grouped':
      return t('managerDoneGrouped');
    case 'moved':
      return t('managerDoneMoved', [String(change.place), String(change.of)]);
    case 'removed':
      return t('managerDoneRemoved', [String(change.count)]);
  }
}

type ChangeNoticeProps = {
  /** What was just done; null once it was taken back. */
  readonly change: ChangeView | null;
  /** Whether there is something left to take back. */
  readonly undoable: boolean;
  readonly busy: boolean;
  readonly onUndo: () => void;
};

/** Says what was just changed in the list, and takes it back on a press. */
export function ChangeNotice({ change, undoable, busy, onUndo }: ChangeNoticeProps) {
  const t = useText();
  // The press that removed them is gone with the question.
  const undo = useFocusOnShow<HTMLButtonElement>(change?.kind === 'removed');
  return (
    <Notice kind="success">
      <p>
        {change === null ? t('managerUndone') : sentenceOf(t, change)}{' '}
        {change?.kind === 'removed' && <StillOn sites={change.sites} />}
      </p>
      {undoable && (
        // Not disabled: it takes the focus while what was just done is still being shown.
        <button ref={undo} type="button" aria-disabled={busy} onClick={onUndo}>
          {t('removeUndo')}
        </button>
      )}
    </Notice>
  );
}
