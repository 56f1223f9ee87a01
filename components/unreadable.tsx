import { useText } from './text.ts';
import type { UnreadableReason } from './view-models.ts';

const reasonKeys = {
  damaged: 'unreadableDamaged',
  'newer-version': 'unreadableNewer',
  'storage-failed': 'unreadableStorage',
} as const;

type UnreadableProps = {
  readonly reason: UnreadableReason;
  readonly onRetry: () => void;
  /** Present when stored bytes could be read at all. */
  readonly onSaveRaw?: () => void;
  /** Present when restoring beside the unreadable copy is possible. */
  readonly onRestore?: () => void;
};

/** The vault exists but does not open: nothing is lost by looking, and no button here makes a new vault over it. */
export function Unreadable({ reason, onRetry, onSaveRaw, onRestore }: UnreadableProps) {
  const t = useText();
  return (
    <section class="view" role="alert" aria-labelledby="unreadable-title">
      <h1 id="unreadable-title">{t('unreadableTitle')}</h1>
      <p class="strong">{t('unreadableNothingDeleted')}</p>
      <p>{t(reasonKeys[reason])}</p>
      {reason !== 'newer-version' && <p>{t('unreadableAdvice')}</p>}
      <div class="buttons">
        <button type="button" class="primary" onClick={onRetry}>
          {t('unreadableRetry')}
        </button>
        {onSaveRaw !== undefined && (
          <button type="button" onClick={onSaveRaw}>
            {t('unreadableSaveRaw')}
          </button>
        )}
        {onRestore !== undefined && (
          <button type="button" onClick={onRestore}>
            {t('unreadableRestore')}
          </button>
        )}
      </div>
    </section>
  );
}
