import type { VaultContent } from '../vault/entry.ts';

const dueAfterMs = 14 * 24 * 60 * 60 * 1000;

type ReminderFacts = {
  /** Whether the customer wants to practise. */
  readonly enabled: boolean;
  /** When the passphrase was last typed and right; what the customer put off counts as typed. */
  readonly provenUnixMs: number;
  readonly nowUnixMs: number;
};

/**
 * Whether to ask for the passphrase for practice: two weeks after it was last typed, since what is never typed is forgotten.
 * A clock that was set back makes nothing due. One that was set ahead may, but no more than once: the answer is kept with
 * that clock's time.
 */
export function isReminderDue({ enabled, provenUnixMs, nowUnixMs }: ReminderFacts): boolean {
  return enabled && nowUnixMs - provenUnixMs >= dueAfterMs;
}

/** Whether it is time to practise the passphrase of a vault that has one. */
export const isPractiseDue = ({ reminder, locks }: VaultContent, nowUnixMs: number): boolean =>
  isReminderDue({
    enabled: reminder.on && locks.some(({ slot }) => slot.kind === 'passphrase'),
    provenUnixMs: reminder.provenUnixMs,
    nowUnixMs,
  });
