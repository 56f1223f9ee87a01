import { useText } from './text.ts';

/** Outside of the popup: what is stored does not open by itself, and where its copies are. */
export function UnreadableBrief({ onRetry }: { readonly onRetry: () => void }) {
  const t = useText();
  return (
    <section class="view" role="alert" aria-labelledby="unreadable-title">
      <h1 id="unreadable-title">{t('unreadableTitle')}</h1>
      <p class="strong">{t('unreadableNothingDeleted')}</p>
      <p>{t('unreadablePopup')}</p>
      <button type="button" class="primary" onClick={onRetry}>
        {t('unreadableRetry')}
      </button>
    </section>
  );
}
