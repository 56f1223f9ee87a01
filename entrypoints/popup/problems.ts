import type { ManualProblem, UseHereDoubt } from '../../components/view-models.ts';
import type { FillResult } from '../../lib/app/fill-code.ts';
import type { PageAnswer } from '../../lib/app/page-answers.ts';

/** Why nothing was filled, as far as the customer can do something about it. */
export type FillProblem =
  | 'no-box'
  | 'occupied'
  | 'not-kept'
  | 'other-site'
  | 'not-secure'
  | 'closed'
  | 'frame'
  | 'page-gone'
  | 'moved-on'
  | 'used'
  | 'locked';

const refusals = {
  'origin-not-fillable': 'not-secure',
  'portal-not-allowed': 'closed',
  'entry-has-no-site': 'other-site',
  'other-origin': 'other-site',
  'cross-origin-frame': 'frame',
  'frame-not-visible': 'frame',
  'document-unknown': 'page-gone',
  'not-allowed-automatically': 'page-gone',
  'refused-before': 'page-gone',
  'code-already-filled': 'used',
  locked: 'locked',
  'entry-stale': 'page-gone',
  'code-expires-soon': 'page-gone',
} as const satisfies Record<Extract<FillResult, { kind: 'withheld' }>['reason'], FillProblem>;

const outcomes = {
  filled: 'not-kept',
  occupied: 'occupied',
  reverted: 'not-kept',
  'not-writable': 'not-kept',
  'no-box': 'no-box',
  'wrong-origin': 'page-gone',
  'page-gone': 'page-gone',
} as const satisfies Record<Extract<FillResult, { kind: 'not-written' }>['outcome'], FillProblem>;

/** The problem to tell of a fill; null when the code was written. */
export function fillProblemOf(result: FillResult): FillProblem | null {
  if (result.kind === 'written') return null;
  return result.kind === 'withheld' ? refusals[result.reason] : outcomes[result.outcome];
}

/** Whether nothing was done because the tab shows something else than what the customer was shown. */
export const isMovedOn = (answer: PageAnswer): boolean => answer.kind === 'failed' && answer.reason === 'moved-on';

/** Whether the customer can paste the code instead: the page had no box that took it, and the site is the right one. */
export const isCopyable = (problem: FillProblem): boolean => problem === 'no-box' || problem === 'not-kept';

/** The doubt that a refusal to use an account at this site stands for; null for any other refusal. */
export const doubtOf = (reason: string): UseHereDoubt['reason'] | null =>
  reason === 'look-alike' || reason === 'other-site' ? reason : null;

const manualProblems: readonly ManualProblem[] = [
  'secret-invalid',
  'secret-short',
  'name-too-long',
  'out-of-range',
  'duplicate',
];

/** The form's own problem for a refusal of the background; null for a refusal that is not about the form. */
export const manualProblemOf = (reason: string): ManualProblem | null =>
  manualProblems.find((problem) => problem === reason) ?? (reason === 'unknown-message' ? 'out-of-range' : null);
