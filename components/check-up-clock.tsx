import { signed } from './code-text.ts';
import { timeText } from './formats.ts';
import { useText } from './text.ts';
import type { CheckUpView } from './view-models.ts';

const moment = { dateStyle: 'medium', timeStyle: 'short' } as const;

/** What was measured of this computer's clock last, and whether codes are corrected. */
export function ClockLine({ clock: { measured, correctionSeconds } }: { readonly clock: CheckUpView['clock'] }) {
  const t = useText();
  const site = measured?.site.name ?? '';
  const check = measured?.check;
  return (
    <>
      {check === undefined && <p>{t('healthClockNot')}</p>}
      {check?.kind === 'right' && <p>{t('clockRight', [site])}</p>}
      {check?.kind === 'off' && (
        <p>{t(check.bySeconds > 0 ? 'clockAhead' : 'clockBehind', [String(Math.abs(check.bySeconds)), site])}</p>
      )}
      {measured !== null && <p>{t('healthClockAt', [timeText(t, measured.atUnixMs, moment)])}</p>}
      {correctionSeconds !== 0 && <p>{t('codesCorrected', [signed(correctionSeconds)])}</p>}
    </>
  );
}
