import { counted, timeText } from './formats.ts';
import { StateBadge } from './state-badge.tsx';
import { useText } from './text.ts';
import type { FoundView } from './view-models.ts';

type FoundNamesakesProps = {
  /** The stored accounts of the name with another secret. */
  readonly namesakes: FoundView['namesakes'];
  readonly busy: boolean;
  /** Service and account for the buttons' labels, where the buttons of several accounts stand in one list. */
  readonly names?: readonly [issuer: string, account: string];
  readonly onReplace: (entryId: string) => void;
  readonly onKeepAll: () => void;
};

/** What becomes of what is stored under the name already: the one is replaced, of several the one that is chosen, or all are kept. */
export function FoundNamesakes({ namesakes, busy, names, onReplace, onKeepAll }: FoundNamesakesProps) {
  const t = useText();
  const [only, ...more] = namesakes;
  const several = more.length > 0;
  return (
    <>
      <p class="state">{t('foundOtherSecret')}</p>
      {several && (
        <>
          <p>{counted(t, 'foundWhich', namesakes.length)}</p>
          <ul class="namesakes">
            {namesakes.map(({ entryId, state, createdUnixMs }) => (
              <li key={entryId}>
                <button type="button" disabled={busy} onClick={() => onReplace(entryId)}>
                  {t('foundReplaceOne', [timeText(t, createdUnixMs, { dateStyle: 'medium', timeStyle: 'medium' })])}
                </button>{' '}
                <StateBadge state={state} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="buttons">
        {!several && only !== undefined && (
          <button
            type="button"
            class={names === undefined ? 'primary' : ''}
            aria-label={names && t('phoneReplaceLabel', [...names])}
            disabled={busy}
            onClick={() => onReplace(only.entryId)}
          >
            {t('foundReplace')}
          </button>
        )}
        <button
          type="button"
          aria-label={names && t(several ? 'phoneKeepAllLabel' : 'phoneKeepLabel', [...names])}
          disabled={busy}
          onClick={onKeepAll}
        >
          {t(several ? 'foundKeepAll' : 'foundKeepBoth')}
        </button>
      </div>
    </>
  );
}
