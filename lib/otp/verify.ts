import { equalTexts } from './bytes.ts';
import { stepAt } from './code.ts';
import { hotp } from './hotp.ts';
import type { TotpParameters } from './parameters.ts';

/** Steps tried on each side of the expected one: RFC 6238 §5.2 recommends at most one for transmission delay. */
const WINDOW_STEPS = 1;

/** Steps of drift that are recorded at most (RFC 6238 §6 asks for a limit): two minutes at 30 s; a clock further off is mended, not followed. */
export const MAX_DRIFT_STEPS = 4;

const boundedDrift = (steps: number): number => Math.max(-MAX_DRIFT_STEPS, Math.min(MAX_DRIFT_STEPS, steps));

/** What a code is checked against; `lastAcceptedStep` is null before the first success, `driftSteps` is RFC 6238 §6's record. */
export type Verification = {
  readonly parameters: TotpParameters;
  readonly code: string;
  readonly nowUnixMs: number;
  readonly driftSteps: number;
  readonly lastAcceptedStep: number | null;
};

/** On success the step to store by compare-and-set and the drift to record; else why not, for the owner and the log only. */
export type Verdict =
  | { readonly kind: 'accepted'; readonly step: number; readonly driftSteps: number }
  | { readonly kind: 'refused'; readonly why: 'malformed' | 'already-used' | 'wrong' };

/**
 * The code as it is compared: ASCII spaces removed, then exactly `digits` ASCII digits, else null. Replay memory holds
 * steps, never texts, so formatting cannot make a used code new.
 */
export function canonicalCode(text: string, digits: number): string | null {
  // Nobody types that many spaces; an unbounded text would cost time.
  if (text.length > 64) return null;
  const code = text.replaceAll(' ', '');
  return code.length === digits && /^[0-9]+$/.test(code) ? code : null;
}

/**
 * Checks a TOTP code (RFC 6238 §5.2, §6): the steps −1..+1 around the drift (−4..+4 steps), all computed and compared in
 * constant time, accepting only a step greater than the last accepted one. Pure: the caller stores step and drift atomically.
 */
export function verifyCode(request: Verification): Verdict {
  const { parameters, nowUnixMs, driftSteps, lastAcceptedStep } = request;
  const code = canonicalCode(request.code, parameters.digits);
  if (code === null) return { kind: 'refused', why: 'malformed' };
  const now = stepAt(nowUnixMs, parameters.periodSeconds);
  const expected = now + boundedDrift(driftSteps);
  let accepted: number | null = null;
  let used = false;
  for (let offset = -WINDOW_STEPS; offset <= WINDOW_STEPS; offset += 1) {
    const step = expected + offset;
    if (step < 0) continue;
    const equal = equalTexts(hotp(parameters.secret, parameters.algorithm, parameters.digits, step), code);
    const fresh = lastAcceptedStep === null || step > lastAcceptedStep;
    if (equal && fresh && accepted === null) accepted = step;
    if (equal && !fresh) used = true;
  }
  if (accepted !== null) return { kind: 'accepted', step: accepted, driftSteps: boundedDrift(accepted - now) };
  return { kind: 'refused', why: used ? 'already-used' : 'wrong' };
}
