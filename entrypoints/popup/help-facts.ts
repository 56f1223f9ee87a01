import type { HelpFacts } from '../../lib/app/help-step.ts';
import type { PopupModel } from './model.ts';

/** What the popup knows already about the page in front, for the line that says what to do next. */
export function helpFacts({ found, filling, offer, box, origin, entries, success }: PopupModel): HelpFacts {
  // What was added stays told for a while; once the site has answered, its step is over.
  const waits = entries.some(({ id, state }) => id === found.added?.entryId && state === 'pending');
  const added = waits ? found.added : null;
  // Where nothing was heard of the fill, the step is the customer's all the same.
  const fill = added?.fill === 'unknown' ? 'not-filled' : (added?.fill ?? null);
  return {
    isSite: origin !== null && /^https?:/.test(origin),
    newCode: found.codes.some(({ status }) => status !== 'already-here'),
    // A box that was just filled waits for the page's own button, like that of an enrolment.
    added: success?.kind === 'filled' ? 'filled' : added && filling === added.entryId ? 'filling' : fill,
    backupCodes: offer !== null,
    box,
    here: entries.filter(({ belongsHere }) => belongsHere).map(({ state }) => state),
  };
}
