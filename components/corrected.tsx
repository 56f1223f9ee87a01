import { signed } from './code-text.ts';
import { useText } from './text.ts';

type CorrectedProps = {
  /** Seconds that codes are corrected by; 0 shows nothing. */
  readonly seconds: number;
  readonly busy: boolean;
  readonly onStop: () => void;
};

/** Says wherever codes are shown that they are not made by this computer's clock as it is, and ends that. */
export function Corrected({ seconds, busy, onStop }: CorrectedProps) {
  const t = useText();
  if (seconds === 0) return null;
  return (
    <p class="hint corrected">
      {t('codesCorrected', [signed(seconds)])}{' '}
      <button type="button" class="plain" disabled={busy} onClick={onStop}>
        {t('codesStopCorrecting')}
      </button>
    </p>
  );
}
