import { secondsLeft } from './code-text.ts';
import { counted } from './formats.ts';
import { useText } from './text.ts';

const radius = 9;
const circumference = 2 * Math.PI * radius;

type CountdownRingProps = {
  readonly endsUnixMs: number;
  readonly periodSeconds: number;
  readonly nowUnixMs: number;
};

/** The time a code has left: a ring for the eye, seconds as text; silent for screen readers, which would read every second. */
export function CountdownRing({ endsUnixMs, periodSeconds, nowUnixMs }: CountdownRingProps) {
  const t = useText();
  const seconds = secondsLeft(endsUnixMs, nowUnixMs);
  const share = Math.min(1, Math.max(0, (endsUnixMs - nowUnixMs) / (periodSeconds * 1000)));
  return (
    <span
      class={seconds <= 5 ? 'countdown countdown-ending' : 'countdown'}
      title={counted(t, 'codeSecondsLeftLong', seconds)}
    >
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        <circle class="ring-track" cx="12" cy="12" r={radius} fill="none" stroke-width="3" />
        <circle
          class="ring-left"
          cx="12"
          cy="12"
          r={radius}
          fill="none"
          stroke-width="3"
          stroke-dasharray={`${(share * circumference).toFixed(2)} ${circumference.toFixed(2)}`}
          transform="rotate(-90 12 12)"
        />
      </svg>
      <span class="seconds">{t('codeSecondsLeft', [String(seconds)])}</span>
    </span>
  );
}
