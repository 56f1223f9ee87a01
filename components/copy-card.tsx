import { useText } from './text.ts';
import type { BackupHealthView } from './view-models.ts';

type CopyCardProps = {
  readonly health: BackupHealthView;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onLater: () => void;
};

/** Asks for a saved copy, where there is none or the last one lacks something. */
export function CopyCard({ health, busy, onSave, onLater }: CopyCardProps) {
  const t = useText();
  const { last, added, changed } = health;
  return (
    <section class="card save-copy" aria-labelledby="save-copy-title">
      <h2 id="save-copy-title">{t(last === null ? 'copiesCardNone' : 'copiesCardOld')}</h2>
      <p>{last === null ? t('copiesCardLead') : t('copiesCardSince', [String(added), String(changed)])}</p>
      <div class="buttons">
        <button type="button" disabled={busy} onClick={onSave}>
          {t('copiesMake')}
        </button>
        <button type="button" class="plain" disabled={busy} onClick={onLater}>
          {t('copiesLater')}
        </button>
      </div>
    </section>
  );
}
