import type { PopupModel } from './model.ts';

/** Whether nothing on the page waits for the customer: the question for a saved copy comes after all of that. */
export function isQuiet(model: PopupModel): boolean {
  const { box, automatic, practise, success, found, offer, unconfirmed, refused, filling, fillProblem, doubt } = model;
  return (
    box === 'none' &&
    automatic !== 'offer' &&
    !practise &&
    found.codes.length + found.migration.accounts.length === 0 &&
    [found.added, success, offer, unconfirmed, refused, filling, fillProblem, doubt].every((one) => one === null)
  );
}
