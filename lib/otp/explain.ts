import { equalTexts } from './bytes.ts';
import { stepAt } from './code.ts';
import { hotp } from './hotp.ts';
import type { TotpParameters } from './parameters.ts';
import { canonicalCode, type Verification, verifyCode } from './verify.ts';

/** Steps searched on each side for a code of a wrong clock: ten minutes at 30 s. */
const SEARCH_STEPS = 20;

/** Why a code is right or wrong, for the account's owner only; `steps` from the server's clock, negative for a code of the past. */
export type Explanation =
  | { readonly kind: 'valid'; readonly steps: number }
  | { readonly kind: 'off-clock'; readonly steps: number }
  | { readonly kind: 'already-used' }
  | { readonly kind: 'other-account'; readonly index: number }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'wrong' };

function nearestOffset(parameters: TotpParameters, code: string, center: number): number | null {
  for (let distance = 0; distance <= SEARCH_STEPS; distance += 1) {
    for (const offset of [-distance, distance]) {
      const step = center + offset;
      if (step < 0) continue;
      if (equalTexts(hotp(parameters.secret, parameters.algorithm, parameters.digits, step), code)) return offset;
    }
  }
  return null;
}

/**
 * Answers *why* to the owner: valid now, so many steps ago or ahead of the server's clock, already used, the current code
 * of another of the owner's accounts (its index), or wrong. Never for a guest: it tells more than the verdict.
 */
export function explainCode(request: Verification, others: readonly TotpParameters[] = []): Explanation {
  const { parameters, nowUnixMs, driftSteps, lastAcceptedStep } = request;
  const verdict = verifyCode(request);
  if (verdict.kind === 'accepted')
    return { kind: 'valid', steps: verdict.step - stepAt(nowUnixMs, parameters.periodSeconds) };
  if (verdict.why === 'already-used') return { kind: 'already-used' };
  const code = canonicalCode(request.code, parameters.digits);
  if (code !== null) {
    const now = stepAt(nowUnixMs, parameters.periodSeconds);
    const offset = nearestOffset(parameters, code, now + driftSteps);
    if (offset !== null) {
      const steps = offset + driftSteps;
      // The very code that was accepted, typed again later, is a used one rather than a slow clock.
      return now + steps === lastAcceptedStep ? { kind: 'already-used' } : { kind: 'off-clock', steps };
    }
  }
  const index = others.findIndex(
    (other) => verifyCode({ ...request, parameters: other, driftSteps: 0, lastAcceptedStep: null }).kind === 'accepted',
  );
  if (index >= 0) return { kind: 'other-account', index };
  return { kind: verdict.why };
}
