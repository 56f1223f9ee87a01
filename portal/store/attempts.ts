import type { DatabaseSync } from 'node:sqlite';
import { addFailure, throttleAt } from '../../lib/otp/throttle.ts';
import { integer } from './row.ts';

/**
 * Takes one attempt from the account's allowance, before anything is compared: false while the account waits or has
 * reached its limit. The counter belongs to the account, so new sessions, restarts and a new enrolment do not reset it.
 */
export const takeAttempt = (database: DatabaseSync, customerId: number, nowMs: number): boolean => {
  const row = database.prepare('SELECT failures, last_failure_ms FROM customer WHERE id = ?').get(customerId);
  if (row === undefined) return false;
  const seen = { failures: integer(row, 'failures'), lastFailureUnixMs: integer(row, 'last_failure_ms') };
  if (throttleAt(seen, nowMs).kind !== 'open') return false;
  const next = addFailure(seen, nowMs);
  // The statement repeats what was read: of two processes at once, only one may take this attempt.
  return (
    database
      .prepare(
        'UPDATE customer SET failures = ?, last_failure_ms = ? WHERE id = ? AND failures = ? AND last_failure_ms = ?',
      )
      .run(next.failures, next.lastFailureUnixMs, customerId, seen.failures, seen.lastFailureUnixMs).changes === 1
  );
};

/** Gives the allowance back after a success or a decision of the billing desk. */
export const resetAttempts = (database: DatabaseSync, customerId: number): void => {
  database.prepare('UPDATE customer SET failures = 0, last_failure_ms = 0 WHERE id = ?').run(customerId);
};

/** Gives back only the attempt just taken: a backup code that fits says nothing about who guessed codes before. */
export const returnAttempt = (database: DatabaseSync, customerId: number): void => {
  database
    .prepare('UPDATE customer SET failures = MAX(failures - 1, 0), last_failure_ms = 0 WHERE id = ?')
    .run(customerId);
};
