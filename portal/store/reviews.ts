import type { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../../lib/result.ts';
import { forgetAttempts, secondFactorOf } from './attempts.ts';
import { addAudit } from './audit.ts';
import { atomically } from './database.ts';
import { retireFactor } from './retired.ts';
import { integer, text } from './row.ts';
import { endSessionsOf } from './sessions.ts';

/** A request to have two-factor login switched off by hand. */
export type Review = {
  readonly id: number;
  readonly customerId: number;
  readonly email: string;
  readonly name: string;
  readonly message: string;
  readonly state: string;
  readonly reason: string;
  readonly askedMs: number;
};

type Row = Record<string, unknown>;

const toReview = (row: Row): Review => ({
  id: integer(row, 'id'),
  customerId: integer(row, 'customer_id'),
  email: text(row, 'email'),
  name: text(row, 'name'),
  message: text(row, 'message'),
  state: text(row, 'state'),
  reason: text(row, 'reason'),
  askedMs: integer(row, 'asked_ms'),
});

const select = 'SELECT review.*, email, name FROM review JOIN customer ON customer.id = review.customer_id';

/** Files a request; false when the customer already has an open one. */
export const askForReview = (database: DatabaseSync, customerId: number, message: string, nowMs: number): boolean =>
  atomically(database, () => {
    const added = database
      .prepare(
        "INSERT INTO review (customer_id, message, state, reason, asked_ms) VALUES (?, ?, 'open', '', ?) ON CONFLICT DO NOTHING",
      )
      .run(customerId, message, nowMs);
    if (added.changes !== 1) return false;
    addAudit(database, { atMs: nowMs, actor: 'customer', act: 'review asked', customerId, detail: message });
    return true;
  });

/** All requests, the open ones first, then newest first; at most 200. */
export const listReviews = (database: DatabaseSync): Review[] =>
  database.prepare(`${select} ORDER BY state <> 'open', review.id DESC LIMIT 200`).all().map(toReview);

/** The customer's newest request. */
export const latestReview = (database: DatabaseSync, customerId: number): Review | undefined => {
  const row = database.prepare(`${select} WHERE customer_id = ? ORDER BY review.id DESC LIMIT 1`).get(customerId);
  return row && toReview(row);
};

/** A decision of the billing desk. */
export type Decision = {
  readonly reviewId: number;
  readonly staffId: number;
  readonly staffLogin: string;
  readonly verdict: 'approved' | 'refused';
  readonly reason: string;
};

/**
 * Decides an open request, once, with a written reason of at least 10 characters. Approval switches two-factor login
 * off, gives the attempts back and ends every session of the customer.
 */
export const decideReview = (
  database: DatabaseSync,
  decision: Decision,
  nowMs: number,
): Result<'decided', 'reason-missing' | 'not-open'> => {
  const reason = decision.reason.trim();
  if (reason.length < 10 || reason.length > 2000) return err('reason-missing');
  return atomically(database, () => {
    const row = database
      .prepare(
        "UPDATE review SET state = ?, reason = ?, decided_ms = ?, decided_by = ? WHERE id = ? AND state = 'open' RETURNING customer_id",
      )
      .get(decision.verdict, reason, nowMs, decision.staffId, decision.reviewId);
    if (row === undefined) return err('not-open');
    const customerId = integer(row, 'customer_id');
    if (decision.verdict === 'approved') {
      retireFactor(database, customerId);
      forgetAttempts(database, secondFactorOf(customerId));
      endSessionsOf(database, customerId);
    }
    const actor = `staff ${decision.staffLogin}`;
    addAudit(database, { atMs: nowMs, actor, act: `review ${decision.verdict}`, customerId, detail: reason });
    return ok('decided');
  });
};
