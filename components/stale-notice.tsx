import { Notice } from './notice.tsx';
import { useText } from './text.ts';

type StaleNoticeProps = { readonly busy: boolean; readonly onRevive: () => void; readonly onRemove: () => void };

/** Says that the site ended an account, which can be taken back, or taken at its word. */
export function StaleNotice({ busy, onRevive, onRemove }: StaleNoticeProps) {
  const t = useText();
  return (
    <Notice kind="warning">
      <p>{t('staleLead')}</p>
      <button type="button" disabled={busy} onClick={onRevive}>
        {t('staleRevive')}
      </button>{' '}
      <button type="button" disabled={busy} onClick={onRemove}>
        {t('removeButton')}
      </button>
    </Notice>
  );
}
