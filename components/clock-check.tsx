import { signed } from './code-text.ts';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import type { ClockView } from './view-models.ts';

type ClockCheckProps = {
  readonly host: string;
  readonly busy: boolean;
  /** What came of the last check here; null before one. */
  readonly clock: ClockView | null;
  /** Seconds that the codes may be corrected by; null for none. */
  readonly offerSeconds: number | null;
  readonly onCheck: () => void;
  readonly onCorrect: () => void;
};

/** Compares this computer's clock with the current site's when asked to, and says what is known afterwards. */
export function ClockCheck({ host, busy, clock, offerSeconds, onCheck, onCorrect }: ClockCheckProps) {
  const t = useText();
  return (
    <>
      <h2>{t('clockTitle')}</h2>
      <p class="hint">{t('clockLead', [host])}</p>
      <div class="buttons">
        <button type="button" disabled={busy} onClick={onCheck}>
          {t(busy ? 'working' : 'clockCheck')}
        </button>
      </div>
      {clock?.kind === 'right' && <Notice kind="success">{t('clockRight', [host])}</Notice>}
      {clock?.kind === 'off' && (
        <Notice kind="warning">
          {t(clock.bySeconds > 0 ? 'clockAhead' : 'clockBehind', [String(Math.abs(clock.bySeconds)), host])}
        </Notice>
      )}
      {offerSeconds !== null && (
        <div class="buttons">
          <button type="button" disabled={busy} onClick={onCorrect}>
            {t('clockCorrect', [signed(offerSeconds)])}
          </button>
        </div>
      )}
      {clock?.kind === 'unknown' && <Notice kind="info">{t('clockUnknown', [host])}</Notice>}
    </>
  );
}
