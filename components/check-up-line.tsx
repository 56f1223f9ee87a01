import type { ComponentChildren } from 'preact';
import { useText } from './text.ts';
import type { TextKey } from './text-keys.ts';

type LineProps = {
  readonly about: 'copies' | 'key' | 'passphrase' | 'clock' | 'accounts' | 'sites' | 'openings';
  readonly title: string;
  /** Whether it needs the customer; null for what only tells. */
  readonly needs: boolean | null;
  readonly children: ComponentChildren;
  readonly button: TextKey;
  readonly busy?: boolean;
  readonly onPress: () => void;
};

/** One subject: what it is called, whether it needs the customer, in words too, and what can be done. */
export function Line({ about, title, needs, children, button, busy = false, onPress }: LineProps) {
  const t = useText();
  return (
    <li data-about={about}>
      <h2>
        {title}{' '}
        {needs !== null && (
          <span class={`badge badge-${needs ? 'pending' : 'confirmed'}`}>
            {t(needs ? 'healthNeedsYou' : 'healthWell')}
          </span>
        )}
      </h2>
      {children}
      <button type="button" disabled={busy} onClick={onPress}>
        {t(button)}
      </button>
    </li>
  );
}
