/**
 * What the toolbar button can say about a tab. These ask for a press: `unfilled`: a code waits in the popup, as it could not be filled;
 * `backup`: backup codes wait there; `code`, `perhaps-code`: the page shows an enrolment's code, or a picture that may be one. These
 * only tell, of an allowed site: `pending`: it has not confirmed an account that is here; `ready`: an account's code is here.
 */
export type Badge =
  | 'locked'
  | 'several'
  | 'refused'
  | 'unfilled'
  | 'backup'
  | 'code'
  | 'perhaps-code'
  | 'pending'
  | 'ready'
  | 'none';

/** Whether a sign asks for nothing, so that any other takes its place. */
export const isQuiet = (badge: Badge): boolean => badge === 'pending' || badge === 'ready' || badge === 'none';
