import type { PopupModel } from './model.ts';

/**
 * Whether nothing on the page waits for the customer: the question for a saved copy comes after all of that. The offer to fill by
 * itself may stand there unanswered for years, so it holds nothing up.
 */
export function isQuiet(model: PopupModel): boolean {
  const { box, practise, success, found, offer, unconfirmed, refused, filling, fillProblem, doubt, lookAlike } = model;
  return (
    box === 'none' &&
    !practise &&
    found.codes.length + found.migration.accounts.length === 0 &&
    [found.added, success, offer, unconfirmed, refused, filling, fillProblem, doubt, lookAlike].every(
      (one) => one === null,
    )
  );
}
