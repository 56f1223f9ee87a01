import { Notice } from '../../components/notice.tsx';
import { useText } from '../../components/text.ts';
import type { Success } from './model.ts';

const countKeys = { moved: 'movedDone', restored: 'restoreDone' } as const;

/** What just went well, in one sentence. */
export function Successes({ success }: { readonly success: Success | null }) {
  const t = useText();
  if (success === null) return null;
  if (success.kind === 'filled') return <Notice kind="success">{t('fillDone')}</Notice>;
  if (success.kind === 'backup-saved') return <Notice kind="success">{t('exportDone')}</Notice>;
  if (success.kind === 'backup-codes-kept') return <Notice kind="success">{t('backupKept')}</Notice>;
  if (success.kind === 'removed') return <Notice kind="success">{t('removeDone')}</Notice>;
  const { kind, added, skipped } = success;
  return <Notice kind="success">{t(countKeys[kind], [String(added), String(skipped)])}</Notice>;
}
