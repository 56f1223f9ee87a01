import { momentOf, nameOf, sizeOf } from './copy-text.ts';
import { useFocusOnShow } from './focus-on-show.ts';
import { useText } from './text.ts';
import type { CopyView } from './view-models.ts';

const states = { damaged: 'copyDamaged', 'newer-version': 'copyNewer' } as const;

type CopyListProps = {
  readonly copies: readonly CopyView[];
  /** Copies that look whole and did not open. */
  readonly unopened?: readonly CopyView['place'][];
  readonly busy?: boolean;
  /** Whether the first that can be opened is the one to take. */
  readonly leads?: boolean;
  /** Absent where the copies are only shown. */
  readonly onOpen?: ((place: CopyView['place']) => void) | undefined;
};

/** The copies on this computer, the newest first. */
export function CopyList({ copies, unopened = [], busy = false, leads = true, onOpen }: CopyListProps) {
  const t = useText();
  const best = useFocusOnShow<HTMLButtonElement>();
  const isWhole = ({ fault, place }: CopyView): boolean => fault === null && !unopened.includes(place);
  const first = leads ? copies.find(isWhole) : undefined;
  return (
    <ul class="removed copies">
      {copies.map((copy) => {
        const { place, writtenUnixMs, fault } = copy;
        const name = nameOf(copy, copies, t);
        const state = isWhole(copy) ? 'copyWhole' : states[fault ?? 'damaged'];
        const isDay = place !== 'a' && place !== 'b' && place !== 'mirror';
        const time = writtenUnixMs === null ? t('copyTimeUnknown') : momentOf(t, writtenUnixMs);
        return (
          <li key={place}>
            <p class="strong">{name}</p>
            <p class={isWhole(copy) ? 'hint' : 'hint problem'}>
              {/* The name of a day's copy is its time. */}
              {isDay && writtenUnixMs !== null ? '' : `${time} · `}
              {`${sizeOf(t, copy)} · ${t(state)}`}
            </p>
            {onOpen !== undefined && isWhole(copy) && (
              <button
                type="button"
                class={copy === first ? 'primary' : ''}
                aria-label={t('copyOpenLabel', [name])}
                disabled={busy}
                onClick={() => onOpen(place)}
                {...(copy === first ? { ref: best } : {})}
              >
                {t('copyOpen')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
