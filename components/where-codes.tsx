import { useText } from './text.ts';

type WhereCodesProps = {
  readonly busy: boolean;
  readonly onRestore: () => void;
  /** Opens the whole answer. */
  readonly onMore: () => void;
};

/** For whoever had codes before and finds none here: where they are, and how they come here. */
export function WhereCodes({ busy, onRestore, onMore }: WhereCodesProps) {
  const t = useText();
  return (
    <section class="view where" aria-labelledby="where-title">
      <h2 id="where-title">{t('helpWhere')}</h2>
      <p>{t('whereText')}</p>
      <div class="buttons">
        <button type="button" disabled={busy} onClick={onRestore}>
          {t('whereRestore')}
        </button>
        <button type="button" class="plain" onClick={onMore}>
          {t('whereMore')}
        </button>
      </div>
    </section>
  );
}
