/** What the toolbar button can say about a tab; `unfilled`: a code waits in the popup, as it could not be filled; `backup`: backup codes wait there. */
export type Badge = 'locked' | 'several' | 'refused' | 'unfilled' | 'backup' | 'none';
