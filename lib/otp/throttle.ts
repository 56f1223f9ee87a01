const MAX_DELAY_MS = 3_600_000;
const MAX_FAILURES = 100;

/** Consecutive failures of one account, over all its sessions; `lastFailureUnixMs` means nothing at 0 failures. */
export type Failures = { readonly failures: number; readonly lastFailureUnixMs: number };

/** Whether an attempt may be made: now, after a wait, or never again without a person's help. */
export type ThrottleState =
  | { readonly kind: 'open' }
  | { readonly kind: 'wait'; readonly untilUnixMs: number }
  | { readonly kind: 'stopped' };

/** No failures yet, and the state after every success. */
export const noFailures: Failures = { failures: 0, lastFailureUnixMs: 0 };

/** The wait after the n-th failure in a row: min(2^n s, 1 h) (RFC 4226 §7.3 asks for a growing delay), 0 before the first. */
export const delayMs = (failures: number): number => (failures <= 0 ? 0 : Math.min(2 ** failures * 1000, MAX_DELAY_MS));

/**
 * Decides on an attempt; from `maxFailures` in a row (100: NIST SP 800-63B §5.2.2) it stops. A clock set back keeps the wait.
 * @param maxFailures `Infinity` where strangers can fail in the owner's name, and a stop would let them lock the owner out
 */
export function throttleAt(
  { failures, lastFailureUnixMs }: Failures,
  nowUnixMs: number,
  maxFailures = MAX_FAILURES,
): ThrottleState {
  if (failures >= maxFailures) return { kind: 'stopped' };
  const untilUnixMs = lastFailureUnixMs + delayMs(failures);
  return failures > 0 && nowUnixMs < untilUnixMs ? { kind: 'wait', untilUnixMs } : { kind: 'open' };
}

/** Counts one more failure; write it before the comparison, so that parallel attempts cannot share one count. */
export const addFailure = ({ failures }: Failures, nowUnixMs: number): Failures => ({
  failures: failures + 1,
  lastFailureUnixMs: nowUnixMs,
});
