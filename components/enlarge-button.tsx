import { useFocusOnShow } from './focus-on-show.ts';
import { useText } from './text.ts';

type EnlargeButtonProps = {
  readonly names: readonly [string, string];
  /** Whether the code in large was just left: the focus comes back here. */
  readonly takesFocus: boolean;
  readonly onPress: () => void;
};

/** The button that shows one code in large. */
export function EnlargeButton({ names, takesFocus, onPress }: EnlargeButtonProps) {
  const t = useText();
  const button = useFocusOnShow<HTMLButtonElement>(takesFocus);
  return (
    <button
      type="button"
      class="enlarge"
      ref={button}
      title={t('habitsLarge')}
      aria-label={t('habitsLargeLabel', names)}
      onClick={onPress}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d="M9.5 2H14v4.5M14 2 9 7M6.5 14H2V9.5M2 14l5-5" fill="none" stroke="currentColor" stroke-width="1.75" />
      </svg>
    </button>
  );
}
