import { CopyList } from './copy-list.tsx';
import { SaveCopies } from './save-copies.tsx';
import { useText } from './text.ts';
import type { CopyView, UnreadableReason } from './view-models.ts';

const reasonKeys = {
  damaged: 'unreadableDamaged',
  missing: 'unreadableMissing',
  'newer-version': 'unreadableNewer',
} as const;

type UnreadableProps = {
  readonly reason: UnreadableReason;
  readonly copies: readonly CopyView[];
  /** Copies that look whole and did not open. */
  readonly unopened: readonly CopyView['place'][];
  readonly busy: boolean;
  readonly onRetry: () => void;
  readonly onOpen: (place: CopyView['place']) => void;
  readonly onSave: () => void;
  readonly onBeginAnew: () => void;
};

/** What is stored does not open by itself: nothing is lost by looking, and no single press here begins anew. */
export function Unreadable({ reason, copies, unopened, busy, ...act }: UnreadableProps) {
  const t = useText();
  // Whatever is opened lacks what the newer version wrote: it is there to be pressed, and nothing leads to it.
  const isNewer = reason === 'newer-version' || copies.some(({ fault }) => fault === 'newer-version');
  const isNone = copies.every(({ fault, place }) => fault !== null || unopened.includes(place));
  return (
    <section class="view" aria-labelledby="unreadable-title">
      <div role="alert">
        <h1 id="unreadable-title">{t('unreadableTitle')}</h1>
        <p class="strong">{t('unreadableNothingDeleted')}</p>
        <p>
          {t(reasonKeys[isNewer ? 'newer-version' : reason])}
          {!isNewer && ` ${t(isNone ? 'unreadableNone' : 'unreadableOpen')}`}
          {isNewer && !isNone && ` ${t('unreadableNewerOpen')}`}
        </p>
      </div>
      <CopyList copies={copies} unopened={unopened} busy={busy} leads={!isNewer} onOpen={act.onOpen} />
      {copies.length > 0 && <SaveCopies busy={busy} onSave={act.onSave} />}
      <div class="buttons">
        <button type="button" class={isNewer || isNone ? 'primary' : ''} disabled={busy} onClick={act.onRetry}>
          {t('unreadableRetry')}
        </button>
        <button type="button" disabled={busy} onClick={act.onBeginAnew}>
          {t('anewButton')}
        </button>
      </div>
    </section>
  );
}
