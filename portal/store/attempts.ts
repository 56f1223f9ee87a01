import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { addFailure, type Failures, noFailures, throttleAt } from '../../lib/otp/throttle.ts';
import { integer } from './row.ts';

/** What is being guessed at: whose secret, and how many failures it bears. */
export type Target = {
  readonly subject: string;
  /** Failures in a row after which only the billing desk helps; `Infinity` for none. */
  readonly stopAt: number;
  /** Failures in any 24 hours, also those before a success; `Infinity` for no limit but the growing wait. */
  readonly aDay: number;
};

const dayMs = 24 * 60 * 60_000;

/**
 * The second factor of an account, codes and backup code together. The day's limit stands because every login of the
 * owner's ends a row of failures, and would give somebody who has the password a new one.
 */
export const secondFactorOf = (customerId: number): Target => ({
  subject: `second factor ${customerId}`,
  stopAt: 100,
  aDay: 36,
});

/**
 * The password of a login name, whether it exists or not. It never stops for good: anybody can fail here, and would
 * lock the owner out. Only a hash is kept, since people type passwords into the wrong box.
 */
export const passwordOf = (kind: 'customer' | 'staff', login: string): Target => ({
  subject: `password ${createHash('sha256').update(`${kind} ${login}`).digest('base64url')}`,
  stopAt: Number.POSITIVE_INFINITY,
  aDay: Number.POSITIVE_INFINITY,
});

const seenFor = (database: DatabaseSync, { subject }: Target): Failures => {
  const row = database.prepare('SELECT failures, last_failure_ms FROM attempt WHERE subject = ?').get(subject);
  return row === undefined
    ? noFailures
    : { failures: integer(row, 'failures'), lastFailureUnixMs: integer(row, 'last_failure_ms') };
};

const spentToday = (database: DatabaseSync, { subject }: Target, nowMs: number): number => {
  const row = database
    .prepare('SELECT COUNT(*) AS spent FROM failure WHERE subject = ? AND at_ms > ?')
    .get(subject, nowMs - dayMs);
  return row === undefined ? 0 : integer(row, 'spent');
};

/**
 * Takes one attempt from the allowance, before anything is compared: false while the account waits or has reached a
 * limit. The counter belongs to the account, so new sessions, restarts and a new enrolment do not reset it. Call it in a
 * transaction: of two processes at once, only one may take the attempt.
 */
export const takeAttempt = (database: DatabaseSync, target: Target, nowMs: number): boolean => {
  const { subject, stopAt, aDay } = target;
  database.prepare('DELETE FROM failure WHERE at_ms <= ?').run(nowMs - dayMs);
  // A day without a try forgets: else every name that a stranger made up would be kept.
  database.prepare("DELETE FROM attempt WHERE subject LIKE 'password %' AND last_failure_ms <= ?").run(nowMs - dayMs);
  const seen = seenFor(database, target);
  if (throttleAt(seen, nowMs, stopAt).kind !== 'open' || spentToday(database, target, nowMs) >= aDay) return false;
  const next = addFailure(seen, nowMs);
  database
    .prepare('INSERT OR REPLACE INTO attempt (subject, failures, last_failure_ms) VALUES (?, ?, ?)')
    .run(subject, next.failures, next.lastFailureUnixMs);
  if (Number.isFinite(aDay)) database.prepare('INSERT INTO failure (subject, at_ms) VALUES (?, ?)').run(subject, nowMs);
  return true;
};

const unspend = (database: DatabaseSync, subject: string): void => {
  database.prepare('DELETE FROM failure WHERE id = (SELECT MAX(id) FROM failure WHERE subject = ?)').run(subject);
};

/** After a success: the row of failures is over, and the attempt just taken was none. */
export const endFailures = (database: DatabaseSync, { subject }: Target): void => {
  database.prepare('DELETE FROM attempt WHERE subject = ?').run(subject);
  unspend(database, subject);
};

/** Gives back only the attempt just taken: a backup code that fits says nothing about who guessed codes before. */
export const returnAttempt = (database: DatabaseSync, { subject }: Target): void => {
  database
    .prepare('UPDATE attempt SET failures = MAX(failures - 1, 0), last_failure_ms = 0 WHERE subject = ?')
    .run(subject);
  unspend(database, subject);
};

/** Gives the whole allowance back, by a decision of the billing desk. */
export const forgetAttempts = (database: DatabaseSync, { subject }: Target): void => {
  database.prepare('DELETE FROM attempt WHERE subject = ?').run(subject);
  database.prepare('DELETE FROM failure WHERE subject = ?').run(subject);
};
