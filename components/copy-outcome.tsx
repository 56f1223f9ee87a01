import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import type { CopyOutcomeView } from './view-models.ts';

/** What came of a copy for the folder. */
export function CopyOutcomeNotice({ outcome }: { readonly outcome: CopyOutcomeView | null }) {
  const t = useText();
  if (outcome === 'saved') return <Notice kind="success">{t('copiesWritten')}</Notice>;
  if (outcome === 'stopped') return <Notice kind="success">{t('copiesStopped')}</Notice>;
  if (outcome === 'failed') return <Notice kind="error">{t('copiesFailed')}</Notice>;
  // Where a press or a folder is missing, the part below says so.
  return outcome === 'idle' ? <Notice kind="info">{t('copiesIdle')}</Notice> : null;
}
