import type { TextKey } from '../../components/text-keys.ts';
import type { FillProblem } from './problems.ts';

/** The sentence for each reason why nothing was filled. */
export const fillProblemKeys = {
  'no-box': 'fillNoBox',
  occupied: 'fillOccupied',
  'not-kept': 'fillNotKept',
  'other-site': 'fillOtherSite',
  'not-secure': 'fillNotSecure',
  closed: 'policySiteClosed',
  frame: 'fillFrame',
  'page-gone': 'fillPageGone',
  'moved-on': 'fillMovedOn',
  used: 'fillUsed',
  locked: 'fillLocked',
} as const satisfies Record<FillProblem, TextKey>;
