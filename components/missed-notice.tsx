import { momentOf } from './copy-text.ts';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';

type MissedNoticeProps = {
  /** When the copy that was opened had been written; null where it is not known. */
  readonly sinceUnixMs: number | null;
  readonly onSeeCopies: () => void;
  readonly onDismiss: () => void;
};

/** Says that an older state was opened than there should be; it stays until it is put away. */
export function MissedNotice({ sinceUnixMs, onSeeCopies, onDismiss }: MissedNoticeProps) {
  const t = useText();
  return (
    <Notice kind="warning">
      <p>{sinceUnixMs === null ? t('missedLatest') : t('missedSince', [momentOf(t, sinceUnixMs)])}</p>
      <p>{t('missedAdvice')}</p>
      <div class="buttons">
        <button type="button" onClick={onSeeCopies}>
          {t('missedSee')}
        </button>
        <button type="button" class="plain" onClick={onDismiss}>
          {t('dismiss')}
        </button>
      </div>
    </Notice>
  );
}
