import type { EntryState } from '../vault/entry.ts';
import type { FrameLook } from './page-ports.ts';

/** What the popup knows about the page in front, with the vault open. */
export type HelpFacts = {
  /** Whether the page is a site that codes can be filled at. */
  readonly isSite: boolean;
  /** Whether the page shows an enrolment code of no stored account. */
  readonly newCode: boolean;
  /** How far what was just added from this page came. */
  readonly added: 'filled' | 'filling' | 'not-filled' | null;
  /** Whether backup codes wait to be kept. */
  readonly backupCodes: boolean;
  /** The box that the page shows; null until it was looked at. */
  readonly box: FrameLook['box'] | null;
  /** The states of the accounts of this very site. */
  readonly here: readonly EntryState[];
};

/** The step of two-factor login that the page in front stands at. */
export type HelpStep =
  | 'keep-backup'
  | 'add'
  | 'filling'
  | 'submit'
  | 'type-code'
  | 'message-code'
  | 'challenge'
  | 'challenge-elsewhere'
  | 'pending'
  | 'in-force'
  | 'ended'
  | 'none'
  /** The page is being looked at: nothing is claimed yet. */
  | 'looking';

const addedSteps = { filled: 'submit', filling: 'filling', 'not-filled': 'type-code' } as const;

/** The step that a page stands at, by what comes first for the customer; null where there is nothing to say. */
export function helpStep({ isSite, newCode, added, backupCodes, box, here }: HelpFacts): HelpStep | null {
  // Codes that the site shows once come before everything that can wait.
  if (backupCodes) return 'keep-backup';
  if (newCode) return 'add';
  if (added !== null) return addedSteps[added];
  if (!isSite) return null;
  if (box === null) return 'looking';
  const inForce = here.some((state) => state !== 'stale');
  if (box === 'message-code') return 'message-code';
  if (box === 'challenge') return inForce ? 'challenge' : 'challenge-elsewhere';
  if (here.includes('confirmed')) return 'in-force';
  if (here.includes('pending')) return 'pending';
  return here.includes('stale') ? 'ended' : 'none';
}
