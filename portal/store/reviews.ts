import type { DatabaseSync } from 'node:sqlite';
import { addAudit } from './audit.ts';
import { atomically } from './database.ts';
import { integer, integerOrNull, text } from './row.ts';

/** `withdrawn` also when it has no object any more: two-factor login was disabled in another way. */
export type ReviewState = 'open' | 'approved' | 'refused' | 'withdrawn';

/** A request to have two-factor login disabled by hand. */
export type Review = {
  readonly id: number;
  readonly customerId: number;
  readonly email: string;
  readonly name: string;
  /** How the customer says that we can recognise them. */
  readonly message: string;
  /** Whether whoever asked had shown the password. */
  readonly passwordShown: boolean;
  readonly state: ReviewState;
  /** What the desk writes to the customer; empty while open. */
  readonly reason: string;
  /** What the desk checked, for the desk only. */
  readonly identityNotes: string;
  readonly askedMs: number;
  readonly decidedMs: number | null;
};

type Row = Record<string, unknown>;

const states: readonly ReviewState[] = ['open', 'approved', 'refused', 'withdrawn'];

const toReview = (row: Row): Review => {
  const state = states.find((one) => one === row.state);
  if (state === undefined) throw new Error('unexpected review state');
  return {
    id: integer(row, 'id'),
    customerId: integer(row, 'customer_id'),
    email: text(row, 'email'),
    name: text(row, 'name'),
    message: text(row, 'message'),
    passwordShown: integer(row, 'password_shown') === 1,
    state,
    reason: text(row, 'reason'),
    identityNotes: text(row, 'identity_notes'),
    askedMs: integer(row, 'asked_ms'),
    decidedMs: integerOrNull(row, 'decided_ms'),
  };
};

const select = 'SELECT review.*, email, name FROM review JOIN customer ON customer.id = review.customer_id';

/** What is asked for whom. */
export type ReviewRequest = {
  readonly customerId: number;
  readonly message: string;
  readonly passwordShown: boolean;
};

/**
 * Files a request; false when one of the same kind is open. Requests with the password shown and those without are two
 * kinds, so that a stranger's request cannot take the place of the owner's. Call it in a transaction.
 */
export const fileReview = (
  database: DatabaseSync,
  { customerId, message, passwordShown }: ReviewRequest,
  nowMs: number,
): boolean => {
  const added = database
    .prepare(
      "INSERT INTO review (customer_id, message, password_shown, state, reason, asked_ms) VALUES (?, ?, ?, 'open', '', ?) ON CONFLICT DO NOTHING",
    )
    .run(customerId, message, passwordShown ? 1 : 0, nowMs);
  if (added.changes !== 1) return false;
  const act = passwordShown ? 'review asked' : 'review asked without login';
  addAudit(database, { atMs: nowMs, actor: passwordShown ? 'customer' : 'somebody', act, customerId, detail: message });
  return true;
};

/** Files the request of somebody who has shown the password; false when one is open. */
export const askForReview = (database: DatabaseSync, customerId: number, message: string, nowMs: number): boolean =>
  atomically(database, () => fileReview(database, { customerId, message, passwordShown: true }, nowMs));

/** All requests, the open ones first, then newest first; at most 200. */
export const listReviews = (database: DatabaseSync): Review[] =>
  database.prepare(`${select} ORDER BY state <> 'open', review.id DESC LIMIT 200`).all().map(toReview);

/** The newest request that was made with the customer's password: only that one's outcome is the customer's for sure. */
export const latestOwnReview = (database: DatabaseSync, customerId: number): Review | undefined => {
  const row = database
    .prepare(`${select} WHERE customer_id = ? AND password_shown = 1 ORDER BY review.id DESC LIMIT 1`)
    .get(customerId);
  return row && toReview(row);
};

/** What a customer is to be told after a whole login: open requests, and approvals not read yet. */
export const untoldReviews = (database: DatabaseSync, customerId: number): Review[] =>
  database
    .prepare(
      `${select} WHERE customer_id = ? AND (state = 'open' OR (state = 'approved' AND told_ms IS NULL)) ORDER BY review.id`,
    )
    .all(customerId)
    .map(toReview);

/** Notes that the customer has read that the desk disabled two-factor login; false when there was nothing to read. */
export const markTold = (database: DatabaseSync, customerId: number, reviewId: number, nowMs: number): boolean =>
  atomically(database, () => {
    const told = database
      .prepare(
        "UPDATE review SET told_ms = ? WHERE id = ? AND customer_id = ? AND state = 'approved' AND told_ms IS NULL",
      )
      .run(nowMs, reviewId, customerId);
    if (told.changes !== 1) return false;
    addAudit(database, {
      atMs: nowMs,
      actor: 'customer',
      act: 'notice read',
      customerId,
      detail: `request ${reviewId}`,
    });
    return true;
  });

const close = (database: DatabaseSync, review: Row, reason: string, actor: string, nowMs: number): void => {
  const id = integer(review, 'id');
  database
    .prepare("UPDATE review SET state = 'withdrawn', reason = ?, decided_ms = ? WHERE id = ?")
    .run(reason, nowMs, id);
  const customerId = integer(review, 'customer_id');
  addAudit(database, { atMs: nowMs, actor, act: 'review withdrawn', customerId, detail: `request ${id}: ${reason}` });
};

/** Takes an open request back, by the owner after a whole login; false when it is not open or another customer's. */
export const withdrawReview = (database: DatabaseSync, customerId: number, reviewId: number, nowMs: number): boolean =>
  atomically(database, () => {
    const row = database
      .prepare("SELECT * FROM review WHERE id = ? AND customer_id = ? AND state = 'open'")
      .get(reviewId, customerId);
    if (row === undefined) return false;
    close(database, row, 'The customer took the request back.', 'customer', nowMs);
    return true;
  });

/** Ends open requests that have no object any more: approved later, they would disable a newer set-up. Call it in a transaction. */
export const closeOpenReviews = (database: DatabaseSync, customerId: number, nowMs: number): void => {
  for (const row of database.prepare("SELECT * FROM review WHERE customer_id = ? AND state = 'open'").all(customerId)) {
    close(database, row, 'Two-factor authentication was disabled meanwhile.', 'portal', nowMs);
  }
};
