import type { FirstRunStep } from '../../components/first-run.tsx';
import type { ProofQuestion } from '../../lib/app/proof-question.ts';

/** How long an emergency key may take on paper. */
const KEY_MS = 15 * 60_000;

/** Whether what was proven holds no longer for the emergency key that is offered, or shown: a page that was left open is anybody's. */
export function isOfferOver(
  step: FirstRunStep,
  { isFresh }: Pick<ProofQuestion, 'isFresh'>,
  nowUnixMs: number,
): boolean {
  if (step.kind === 'offer') return !isFresh();
  if (step.kind !== 'key') return false;
  const ageMs = nowUnixMs - step.madeUnixMs;
  return !(ageMs >= 0 && ageMs <= KEY_MS);
}
