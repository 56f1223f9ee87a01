import type { ManualDraft } from './manual-details.tsx';
import type { ManualValues } from './view-models.ts';

const wholeNumber = (text: string, least: number, most: number): number | null => {
  if (!/^\d{1,16}$/u.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
};

/** The form's values, or null when a number is missing, not whole, or outside digits 1..10, period 1.., counter 0..2^53-1. */
export function manualValues(draft: ManualDraft): ManualValues | null {
  const digits = wholeNumber(draft.digits, 1, 10);
  const periodSeconds = wholeNumber(draft.periodSeconds, 1, Number.MAX_SAFE_INTEGER);
  const counter = wholeNumber(draft.counter, 0, Number.MAX_SAFE_INTEGER);
  if (digits === null || periodSeconds === null || counter === null) return null;
  return { ...draft, digits, periodSeconds, counter };
}
