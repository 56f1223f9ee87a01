import type { ComponentChildren } from 'preact';
import { useFocusOnShow } from './focus-on-show.ts';
import { useText } from './text.ts';

type AccountChangeProps = {
  readonly busy: boolean;
  /** Whether the form was just left: the focus comes back to its button. */
  readonly left: boolean;
  /** The question before the removal, once it was pressed; null before. */
  readonly question: ComponentChildren;
  readonly onEdit: () => void;
  /** Present where it may go from here. */
  readonly onRemove?: () => void;
};

/** Changes an account, or lets it go. */
export function AccountChange({ busy, left, question, onEdit, onRemove }: AccountChangeProps) {
  const t = useText();
  const edit = useFocusOnShow<HTMLButtonElement>(left);
  return (
    <section class="account-change">
      {question ?? (
        <div class="buttons">
          <button ref={edit} type="button" disabled={busy} onClick={onEdit}>
            {t('accountEdit')}
          </button>
          {onRemove !== undefined && (
            <button type="button" disabled={busy} onClick={onRemove}>
              {t('accountRemove')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
