import type { DatabaseSync } from 'node:sqlite';
import type { AttemptKind } from './attempt-counts.ts';
import { type Allowance, allowanceOf, passwordOf, secondFactorOf, type Target } from './attempts.ts';
import { integer, text } from './row.ts';

/** One account that bears failures, and what it may do now; `account` is null for a login name that nobody has. */
export type Throttled = Allowance & {
  readonly account: string | null;
  readonly kind: AttemptKind;
  /** Failures a day after which the account waits; `Infinity` for none. */
  readonly aDay: number;
};

type Named = { readonly target: Target; readonly account: string };

const customerTargets = (database: DatabaseSync): Named[] =>
  database
    .prepare('SELECT id, email FROM customer')
    .all()
    .flatMap((row) => {
      const account = text(row, 'email');
      return [secondFactorOf(integer(row, 'id')), passwordOf('customer', account)].map((target) => ({
        target,
        account,
      }));
    });

const staffTargets = (database: DatabaseSync): Named[] =>
  database
    .prepare('SELECT login FROM staff')
    .all()
    .map((row) => ({ target: passwordOf('staff', text(row, 'login')), account: text(row, 'login') }));

/** Everybody who bears failures, the newest failure first; at most 200. */
export const listThrottled = (database: DatabaseSync, nowMs: number): Throttled[] => {
  const named = new Map(
    [...customerTargets(database), ...staffTargets(database)].map((one) => [one.target.subject, one]),
  );
  return database
    .prepare(
      'SELECT subject, MAX(at_ms) AS at_ms FROM (SELECT subject, last_failure_ms AS at_ms FROM attempt WHERE failures > 0 UNION ALL SELECT subject, at_ms FROM failure WHERE at_ms > ?) GROUP BY subject ORDER BY at_ms DESC, subject LIMIT 200',
    )
    .all(nowMs - 24 * 60 * 60_000)
    .map((row) => {
      const subject = text(row, 'subject');
      const known = named.get(subject);
      const target = known?.target ?? { ...passwordOf('customer', ''), subject };
      return {
        account: known?.account ?? null,
        kind: target.kind,
        aDay: target.aDay,
        ...allowanceOf(database, target, nowMs),
      };
    });
};
