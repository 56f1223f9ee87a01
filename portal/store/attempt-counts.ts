import type { DatabaseSync } from 'node:sqlite';
import { integer, text } from './row.ts';

/** What tries are counted as: at codes and backup codes together, at customers' passwords, at the desk's passwords. */
export type AttemptKind = 'second factor' | 'password' | 'desk password';

/** Tries of one kind: compared at all, of those right, and held back without a comparison. */
export type AttemptCount = {
  readonly kind: AttemptKind;
  readonly tried: number;
  readonly accepted: number;
  readonly heldBack: number;
};

/** The tries of one day (UTC, as in 2026-01-31). */
export type DayCount = AttemptCount & { readonly day: string };

const kinds: readonly AttemptKind[] = ['second factor', 'password', 'desk password'];

const kindOf = (value: string): AttemptKind => {
  const kind = kinds.find((one) => one === value);
  if (kind === undefined) throw new Error('unexpected kind of attempt');
  return kind;
};

const dayOf = (unixMs: number): string => new Date(unixMs).toISOString().slice(0, 10);

/** Counts one try of a day; names nobody. */
export const countAttempt = (
  database: DatabaseSync,
  kind: AttemptKind,
  column: 'tried' | 'accepted' | 'held_back',
  nowMs: number,
): void => {
  database
    .prepare(
      `INSERT INTO attempt_count (day, kind, ${column}) VALUES (?, ?, 1) ON CONFLICT (day, kind) DO UPDATE SET ${column} = ${column} + 1`,
    )
    .run(dayOf(nowMs), kind);
};

const toCount = (row: Record<string, unknown>): AttemptCount => ({
  kind: kindOf(text(row, 'kind')),
  tried: integer(row, 'tried'),
  accepted: integer(row, 'accepted'),
  heldBack: integer(row, 'held_back'),
});

/** The counts of the 30 newest days that had tries, newest first. */
export const countsByDay = (database: DatabaseSync): DayCount[] =>
  database
    .prepare(
      'SELECT * FROM attempt_count WHERE day IN (SELECT DISTINCT day FROM attempt_count ORDER BY day DESC LIMIT 30) ORDER BY day DESC, kind DESC',
    )
    .all()
    .map((row) => ({ day: text(row, 'day'), ...toCount(row) }));

/** The counts of all days together. */
export const countsInAll = (database: DatabaseSync): AttemptCount[] =>
  database
    .prepare(
      'SELECT kind, SUM(tried) AS tried, SUM(accepted) AS accepted, SUM(held_back) AS held_back FROM attempt_count GROUP BY kind ORDER BY kind DESC',
    )
    .all()
    .map(toCount);
