import type { ComponentChildren } from 'preact';
import { useText } from './text.ts';

type FormButtonsProps = {
  /** Whether the form cannot be sent now; leaving it is possible at all times. */
  readonly disabled: boolean;
  readonly onCancel: () => void;
  /** What the press that sends the form does. */
  readonly children: ComponentChildren;
};

/** The foot of a form: to send it, or to leave it. */
export function FormButtons({ disabled, onCancel, children }: FormButtonsProps) {
  const t = useText();
  return (
    <div class="buttons">
      <button type="submit" class="primary" disabled={disabled}>
        {children}
      </button>
      <button type="button" onClick={onCancel}>
        {t('cancel')}
      </button>
    </div>
  );
}
