import type { ComponentChildren } from 'preact';
import { useText } from './text.ts';

type NoticeProps = {
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly children: ComponentChildren;
  readonly onDismiss?: () => void;
};

/** A message about what just happened; errors and warnings interrupt a screen reader, the rest waits for a pause. */
export function Notice({ kind, children, onDismiss }: NoticeProps) {
  const t = useText();
  const urgent = kind === 'error' || kind === 'warning';
  return (
    <div class={`notice notice-${kind}`} role={urgent ? 'alert' : 'status'}>
      <div class="notice-body">{children}</div>
      {onDismiss !== undefined && (
        <button type="button" class="plain" onClick={onDismiss}>
          {t('dismiss')}
        </button>
      )}
    </div>
  );
}
