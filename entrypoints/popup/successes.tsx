import { AddedTogether, TakenBack } from '../../components/added-together.tsx';
import { EditedNotice } from '../../components/edited-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { RemovedNotice } from '../../components/removed-notice.tsx';
import { useText } from '../../components/text.ts';
import type { Popup } from './popup.ts';
import type { Success } from './success.ts';

const editKeys = { 'edit-unchanged': 'editUnchanged', 'edit-undone': 'editUndone' } as const;
const countKeys = { moved: 'movedDone', restored: 'restoreDone' } as const;

/** What just went well, in one sentence. */
export function Successes({ success, popup }: { readonly success: Success | null; readonly popup: Popup }) {
  const t = useText();
  if (success === null) return null;
  if (success.kind === 'filled') return <Notice kind="success">{t('fillDone')}</Notice>;
  if (success.kind === 'keys-changed') return <Notice kind="success">{t('keysDone')}</Notice>;
  if (success.kind === 'opens-by-passphrase')
    return (
      <Notice kind="success">
        <p>{t('keyOfferHint')}</p>
        <button type="button" onClick={popup.openKeys}>
          {t('keyMake')}
        </button>
      </Notice>
    );
  if (success.kind === 'backup-saved') return <Notice kind="success">{t('exportDone')}</Notice>;
  if (success.kind === 'practised') return <Notice kind="success">{t('reminderDone')}</Notice>;
  if (success.kind === 'copies-saved') return <Notice kind="success">{t('copiesHereSaved')}</Notice>;
  if (success.kind === 'backup-codes-kept') return <Notice kind="success">{t('backupKept')}</Notice>;
  if (success.kind === 'removed')
    return <RemovedNotice sites={success.sites} onUndo={() => popup.putBack(success.entryId)} />;
  if (success.kind === 'edit-not-undone') return <Notice kind="warning">{t('editNotUndone')}</Notice>;
  if (success.kind === 'edit-unchanged' || success.kind === 'edit-undone')
    return <Notice kind="success">{t(editKeys[success.kind])}</Notice>;
  if (success.kind === 'edited') {
    const { undo } = success;
    return <EditedNotice {...(undo === null ? {} : { onUndo: () => popup.undoEdit(undo) })} />;
  }
  if (success.kind === 'undone') return <TakenBack removed={success.removed} stayed={success.stayed} />;
  const { kind, added, skipped, undo } = success;
  return (
    <Notice kind="success">
      <AddedTogether
        sentence={t(countKeys[kind], [String(added), String(skipped)])}
        onUndo={undo === null ? null : () => popup.undoAdded(undo)}
      />
    </Notice>
  );
}
