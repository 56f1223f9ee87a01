import type { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../../lib/result.ts';
import { forgetAttempts, secondFactorOf } from './attempts.ts';
import { addAudit } from './audit.ts';
import { atomically } from './database.ts';
import { retireFactor } from './retired.ts';
import { closeOpenReviews } from './reviews.ts';
import { integer } from './row.ts';
import { endSessionsOf } from './sessions.ts';

/** A decision of the billing desk. */
export type Decision = {
  readonly reviewId: number;
  readonly staffId: number;
  readonly staffLogin: string;
  readonly verdict: 'approved' | 'refused';
  /** What the customer reads; 10 to 2000 characters. */
  readonly reason: string;
  /** How the customer was recognised, for the desk and the log; 10 to 2000 characters for an approval, else 0 to 2000. */
  readonly identityNotes: string;
};

/** Why a decision is not taken. */
export type DecisionError = 'reason-missing' | 'identity-missing' | 'too-long' | 'not-open';

const least = 10;
const most = 2000;

const problemWith = (verdict: string, reason: string, notes: string): DecisionError | undefined => {
  if (reason.length > most || notes.length > most) return 'too-long';
  if (reason.length < least) return 'reason-missing';
  return verdict === 'approved' && notes.length < least ? 'identity-missing' : undefined;
};

/**
 * Decides an open request, once. Approval disables two-factor login, gives the attempts back, ends every session of the
 * customer and every other open request; the customer is told at the next login.
 */
export const decideReview = (
  database: DatabaseSync,
  decision: Decision,
  nowMs: number,
): Result<'decided', DecisionError> => {
  const reason = decision.reason.trim();
  const notes = decision.identityNotes.trim();
  const problem = problemWith(decision.verdict, reason, notes);
  if (problem !== undefined) return err(problem);
  return atomically(database, () => {
    const row = database
      .prepare(
        "UPDATE review SET state = ?, reason = ?, identity_notes = ?, decided_ms = ?, decided_by = ? WHERE id = ? AND state = 'open' RETURNING customer_id",
      )
      .get(decision.verdict, reason, notes, nowMs, decision.staffId, decision.reviewId);
    if (row === undefined) return err('not-open');
    const customerId = integer(row, 'customer_id');
    const log = (act: string, detail: string): void =>
      addAudit(database, { atMs: nowMs, actor: `staff ${decision.staffLogin}`, act, customerId, detail });
    log(`review ${decision.verdict}`, notes === '' ? reason : `${reason}\nRecognised by: ${notes}`);
    if (decision.verdict === 'approved') {
      if (retireFactor(database, customerId)) log('two-factor disabled', `request ${decision.reviewId}`);
      forgetAttempts(database, secondFactorOf(customerId));
      endSessionsOf(database, customerId);
      closeOpenReviews(database, customerId, nowMs);
    }
    return ok('decided');
  });
};
