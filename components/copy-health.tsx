import { daysAgoText, dayText } from './formats.ts';
import { useText } from './text.ts';
import type { BackupHealthView } from './view-models.ts';

/** How the saved copies stand to what is here, in two or three sentences. */
export function CopyHealth({ health }: { readonly health: BackupHealthView }) {
  const t = useText();
  const { last, accounts, added, changed, removed } = health;
  const counts = [added, changed, removed].map(String);
  return (
    <p class="copy-health">
      <span class="strong">
        {last === null ? t('copiesNone') : t('copiesLast', [daysAgoText(t, last.days), dayText(t, last.unixMs)])}
      </span>{' '}
      {last === null && accounts > 0 && t('copiesNoneRisk')}
      {last !== null && (added + changed + removed === 0 ? t('copiesSame') : t('copiesSince', counts))}{' '}
      {t(health.withEmergencyKey ? 'copiesEmergency' : 'copiesNoEmergency')}
    </p>
  );
}
