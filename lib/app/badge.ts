/**
 * What the toolbar button can say about a tab; `unfilled`: a code waits in the popup, as it could not be filled; `backup`: backup
 * codes wait there; `code`, `perhaps-code`: the page shows an enrolment's code, or a picture that may be one.
 */
export type Badge = 'locked' | 'several' | 'refused' | 'unfilled' | 'backup' | 'code' | 'perhaps-code' | 'none';
