import type { DatabaseSync } from 'node:sqlite';
import { verifyCode } from '../../lib/otp/verify.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { parametersOf } from '../key-uri.ts';
import type { Surroundings } from '../surroundings.ts';
import { endFailures, returnAttempt, secondFactorOf, takeAttempt } from './attempts.ts';
import { addAudit } from './audit.ts';
import { canonicalBackupCode, newBackupCode } from './backup-code.ts';
import { atomically } from './database.ts';
import { retireFactor } from './retired.ts';
import { closeOpenReviews } from './reviews.ts';
import { blob, integer, text } from './row.ts';
import { endSessionsOf } from './sessions.ts';
import { matchesSlowHash, slowHash } from './slow-hash.ts';

/**
 * Accepts a code once: takes an attempt, asks the verifier, then moves the last accepted step forward by compare-and-set
 * and records the drift (RFC 6238 §5.2, §6). False for wrong, replayed, older than the last accepted, and throttled alike.
 */
export const acceptCode = (database: DatabaseSync, customerId: number, code: string, nowMs: number): boolean =>
  atomically(database, () => {
    const target = secondFactorOf(customerId);
    if (!takeAttempt(database, target, nowMs)) return false;
    const row = database
      .prepare('SELECT secret, last_step, drift_steps FROM second_factor WHERE customer_id = ?')
      .get(customerId);
    if (row === undefined) return false;
    const verdict = verifyCode({
      parameters: parametersOf(blob(row, 'secret')),
      code,
      nowUnixMs: nowMs,
      driftSteps: integer(row, 'drift_steps'),
      lastAcceptedStep: integer(row, 'last_step'),
    });
    if (verdict.kind === 'refused') return false;
    const moved = database
      .prepare('UPDATE second_factor SET last_step = ?, drift_steps = ? WHERE customer_id = ? AND last_step < ?')
      .run(verdict.step, verdict.driftSteps, customerId, verdict.step);
    if (moved.changes !== 1) return false;
    endFailures(database, target, nowMs);
    return true;
  });

/**
 * Accepts the backup code once, under the same throttle as codes, and returns the new one that replaces it. The new
 * hash is made before the swap, so that a crash leaves either the old code or the new one valid, never none.
 */
export const acceptBackupCode = async (
  database: DatabaseSync,
  surroundings: Surroundings,
  customerId: number,
  typed: string,
): Promise<Result<string, 'refused'>> => {
  const { clock, random } = surroundings;
  const target = secondFactorOf(customerId);
  const taken = atomically(database, () => {
    if (!takeAttempt(database, target, clock())) return undefined;
    const row = database.prepare('SELECT backup_hash FROM second_factor WHERE customer_id = ?').get(customerId);
    return row && text(row, 'backup_hash');
  });
  if (taken === undefined) return err('refused');
  const code = canonicalBackupCode(typed);
  if (!(await matchesSlowHash(code ?? '', taken, surroundings)) || code === undefined) return err('refused');
  const next = newBackupCode(random);
  const nextHash = await slowHash(next.replaceAll('-', ''), surroundings);
  return atomically(database, () => {
    const swapped = database
      .prepare('UPDATE second_factor SET backup_hash = ? WHERE customer_id = ? AND backup_hash = ?')
      .run(nextHash, customerId, taken);
    if (swapped.changes !== 1) return err('refused');
    returnAttempt(database, target, clock());
    addAudit(database, { atMs: clock(), actor: 'customer', act: 'backup code used', customerId, detail: '' });
    return ok(next);
  });
};

/** Switches two-factor login off and ends the customer's other sessions; the attempts already spent stay spent. */
export const disable = (database: DatabaseSync, customerId: number, nowMs: number): boolean =>
  atomically(database, () => {
    if (!retireFactor(database, customerId)) return false;
    endSessionsOf(database, customerId);
    closeOpenReviews(database, customerId, nowMs);
    addAudit(database, { atMs: nowMs, actor: 'customer', act: 'two-factor disabled', customerId, detail: '' });
    return true;
  });
