import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { addFailure, type Failures, noFailures, type ThrottleState, throttleAt } from '../../lib/otp/throttle.ts';
import { type AttemptKind, countAttempt } from './attempt-counts.ts';
import { integer } from './row.ts';

/** What is being guessed at: whose secret, and how many failures it bears. */
export type Target = {
  readonly subject: string;
  readonly kind: AttemptKind;
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
  kind: 'second factor',
  stopAt: 100,
  aDay: 36,
});

/**
 * The password of a login name, whether it exists or not. It never stops for good: anybody can fail here, and would
 * lock the owner out. Only a hash is kept, since people type passwords into the wrong box.
 */
export const passwordOf = (kind: 'customer' | 'staff', login: string): Target => ({
  subject: `password ${createHash('sha256').update(`${kind} ${login}`).digest('base64url')}`,
  kind: kind === 'staff' ? 'desk password' : 'password',
  stopAt: Number.POSITIVE_INFINITY,
  aDay: Number.POSITIVE_INFINITY,
});

const seenFor = (database: DatabaseSync, { subject }: Target): Failures => {
  const row = database.prepare('SELECT failures, last_failure_ms FROM attempt WHERE subject = ?').get(subject);
  return row === undefined
    ? noFailures
    : { failures: integer(row, 'failures'), lastFailureUnixMs: integer(row, 'last_failure_ms') };
};

/** What an account bears, and whether it may try now; `today` are its failures of the last 24 hours, where they are limited. */
export type Allowance = {
  readonly state: ThrottleState;
  readonly failures: number;
  readonly lastFailureUnixMs: number;
  readonly today: number;
};

/** Looks at an allowance without using it. */
export const allowanceOf = (database: DatabaseSync, target: Target, nowMs: number): Allowance => {
  const seen = seenFor(database, target);
  const times = database
    .prepare('SELECT at_ms FROM failure WHERE subject = ? AND at_ms > ? ORDER BY at_ms')
    .all(target.subject, nowMs - dayMs)
    .map((row) => integer(row, 'at_ms'));
  const state = throttleAt(seen, nowMs, target.stopAt);
  // The day's limit ends when so many of its failures are a day old that fewer than the limit are left.
  const freeing = times.at(times.length - target.aDay);
  const dayUntilMs = times.length >= target.aDay && freeing !== undefined ? freeing + dayMs : 0;
  if (state.kind === 'stopped' || dayUntilMs === 0) return { state, ...seen, today: times.length };
  const untilUnixMs = Math.max(dayUntilMs, state.kind === 'wait' ? state.untilUnixMs : 0);
  return { state: { kind: 'wait', untilUnixMs }, ...seen, today: times.length };
};

/**
 * Takes one attempt from the allowance, before anything is compared: false while the account waits or has reached a
 * limit. The counter belongs to the account, so new sessions, restarts and a new enrolment do not reset it. Call it in a
 * transaction: of two processes at once, only one may take the attempt.
 */
export const takeAttempt = (database: DatabaseSync, target: Target, nowMs: number): boolean => {
  const { subject, kind, aDay } = target;
  database.prepare('DELETE FROM failure WHERE at_ms <= ?').run(nowMs - dayMs);
  // A day without a try forgets: else every name that a stranger made up would be kept.
  database.prepare("DELETE FROM attempt WHERE subject LIKE 'password %' AND last_failure_ms <= ?").run(nowMs - dayMs);
  const allowance = allowanceOf(database, target, nowMs);
  countAttempt(database, kind, allowance.state.kind === 'open' ? 'tried' : 'held_back', nowMs);
  if (allowance.state.kind !== 'open') return false;
  const next = addFailure(allowance, nowMs);
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
export const endFailures = (database: DatabaseSync, { subject, kind }: Target, nowMs: number): void => {
  database.prepare('DELETE FROM attempt WHERE subject = ?').run(subject);
  unspend(database, subject);
  countAttempt(database, kind, 'accepted', nowMs);
};

/** Gives back only the attempt just taken: a backup code that fits says nothing about who guessed codes before. */
export const returnAttempt = (database: DatabaseSync, { subject, kind }: Target, nowMs: number): void => {
  database
    .prepare('UPDATE attempt SET failures = MAX(failures - 1, 0), last_failure_ms = 0 WHERE subject = ?')
    .run(subject);
  unspend(database, subject);
  countAttempt(database, kind, 'accepted', nowMs);
};

/** Gives the whole allowance back, by a decision of the billing desk. */
export const forgetAttempts = (database: DatabaseSync, { subject }: Target): void => {
  database.prepare('DELETE FROM attempt WHERE subject = ?').run(subject);
  database.prepare('DELETE FROM failure WHERE subject = ?').run(subject);
};
