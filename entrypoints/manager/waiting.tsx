import { Placeholder } from '../../components/placeholder.tsx';
import { useText } from '../../components/text.ts';
import type { TextKey } from '../../components/text-keys.ts';

type WaitingProps = {
  /** What the section is called; null where it is not known yet what will be shown: then no name may be seen that gives way to another. */
  readonly title: TextKey | null;
  readonly failed: boolean;
  readonly onRetry: () => void;
};

/** A section whose content is still read, or could not be: it is never shown as empty. */
export function Waiting({ title, failed, onRetry }: WaitingProps) {
  const t = useText();
  return (
    <>
      {title === null ? <h1 class="visually-hidden">{t('managerOpen')}</h1> : <h1>{t(title)}</h1>}
      {failed ? (
        <button type="button" class="primary" onClick={onRetry}>
          {t('unreadableRetry')}
        </button>
      ) : (
        <Placeholder />
      )}
    </>
  );
}
