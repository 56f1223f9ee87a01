import { signed } from './code-text.ts';
import { Notice } from './notice.tsx';
import { type Translate, useText } from './text.ts';
import type { ClockView, RefusedView } from './view-models.ts';

type RefusedNoticeProps = {
  readonly refused: RefusedView;
  readonly host: string;
  /** What came of the last check of the clock here; null before one. */
  readonly clock: ClockView | null;
  readonly busy: boolean;
  /** Absent where it is not known, in this tab and document, whose code was refused. */
  readonly onFillNext?: () => void;
  readonly onCheckClock: () => void;
  readonly onCorrect: () => void;
};

function reasonOf(t: Translate, why: RefusedView['why']): string {
  switch (why.kind) {
    case 'other-secret':
      return t('whyOtherSecret', [t('foundReplace')]);
    case 'clock':
      return t(why.bySeconds > 0 ? 'whyClockAhead' : 'whyClockBehind', [String(Math.abs(why.bySeconds))]);
    case 'late':
      return why.seconds === null ? t('whyLateSaid') : t('whyLate', [String(why.seconds)]);
    case 'used':
      return t('whyUsed');
    case 'unknown':
      return t('whyUnknown');
  }
}

/** Says that the site refused a code and why, as far as that is known, and offers what may help. */
export function RefusedNotice({ refused, host, clock, busy, ...act }: RefusedNoticeProps) {
  const t = useText();
  const { why, askClock, offerSeconds } = refused;
  return (
    <Notice kind="warning">
      <p>{t('siteRefused')}</p>
      <p data-why={why.kind}>{reasonOf(t, why)}</p>
      {askClock && clock?.kind === 'right' && <p>{t('clockRight', [host])}</p>}
      {askClock && clock?.kind === 'unknown' && <p>{t('clockUnknown', [host])}</p>}
      <div class="buttons">
        {offerSeconds !== null && (
          <button type="button" disabled={busy} onClick={act.onCorrect}>
            {t('clockCorrect', [signed(offerSeconds)])}
          </button>
        )}
        {why.kind !== 'other-secret' && act.onFillNext !== undefined && (
          <button type="button" disabled={busy} onClick={act.onFillNext}>
            {t('fillNext')}
          </button>
        )}
        {askClock && clock === null && (
          <button type="button" disabled={busy} onClick={act.onCheckClock}>
            {t('clockCheck')}
          </button>
        )}
      </div>
    </Notice>
  );
}
