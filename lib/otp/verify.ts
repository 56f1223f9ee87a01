import { equalTexts } from './bytes.ts';
import { stepAt } from './code.ts';
import { hotp } from './hotp.ts';
import type { TotpParameters } from './parameters.ts';

/** Steps tried on each side of the expected one: RFC 6238 §5.2 recommends at most one for transmission delay. */
const WINDOW_STEPS = 1;

/** Steps of drift that are recorded at most (RFC 6238 §6 asks for a limit): two minutes at 30 s; a clock further off is mended, not followed. */
export const MAX_DRIFT_STEPS = 4;

const boundedDrift = (steps: number): number => Math.max(-MAX_DRIFT_STEPS, Math.min(MAX_DRIFT_STEPS, steps));

/** What a code is checked against: what was typed, the server's clock, and the account's stored row. */
export type Verification = {
  /** The account's secret and how its codes are made; digits outside 1..10 throw. */
  readonly parameters: TotpParameters;
  /** What was typed, as it came. */
  readonly code: string;
  /** The server's clock, Unix milliseconds. */
  readonly nowUnixMs: number;
  /** The drift recorded at the last success (RFC 6238 §6), in steps, positive for a device that is fast; 0 at first, bounded here. */
  readonly driftSteps: number;
  /** The step of the last success; null before the first. */
  readonly lastAcceptedStep: number | null;
};

/**
 * Accepted: the step (store it by compare-and-set, before anybody is let in) and the drift to record, −4..4. Refused: why,
 * for the log and for the owner after a whole login; the login page says one sentence for all.
 */
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
 * Checks a TOTP code (RFC 6238 §5.2, §6; NIST SP 800-63B §5.1.4.2): the steps −1..+1 around the drift (−4..+4 steps), all
 * computed and compared in constant time, accepting only a step greater than the last accepted one.
 *
 * Pure: no clock, no memory, no throttle. The caller takes an attempt from `throttleAt` before, and stores step and drift
 * in the same transaction after; a code is good once only if that write cannot be undone or raced. At enrolment, ask with
 * drift 0 and `lastAcceptedStep` null, and store what comes back: the confirming code is used then. docs/verifier.md has an
 * example and the rules with their sources and tests.
 * @returns the first fresh step that fits, the earliest of several; never an error for anything that was typed
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
