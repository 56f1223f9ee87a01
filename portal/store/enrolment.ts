import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Bytes } from '../../lib/otp/parameters.ts';
import { verifyCode } from '../../lib/otp/verify.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { parametersOf } from '../key-uri.ts';
import type { Surroundings } from '../surroundings.ts';
import { addAudit } from './audit.ts';
import { newBackupCode } from './backup-code.ts';
import { atomically } from './database.ts';
import { retireSecret } from './retired.ts';
import { blob } from './row.ts';
import { endOtherSessions } from './sessions.ts';
import { slowHash } from './slow-hash.ts';

const pendingLifetimeMs = 30 * 60_000;

const pictureHash = (token: string): string => createHash('sha256').update(`picture ${token}`).digest('base64url');

/** Whether two-factor login is on. */
export const isEnabled = (database: DatabaseSync, customerId: number): boolean =>
  database.prepare('SELECT 1 FROM second_factor WHERE customer_id = ?').get(customerId) !== undefined;

/** The secret shown but not confirmed yet; `undefined` when there is none younger than 30 minutes. */
export const pendingSecret = (database: DatabaseSync, customerId: number, nowMs: number): Bytes | undefined => {
  const row = database
    .prepare('SELECT secret FROM pending_enrolment WHERE customer_id = ? AND created_ms > ?')
    .get(customerId, nowMs - pendingLifetimeMs);
  return row && blob(row, 'secret');
};

/** What an enrolment shows: the secret, and a random name under which a picture of it can be fetched without a cookie. */
export type Enrolment = { readonly secret: Bytes; readonly pictureToken: string };

/** Makes a new 160-bit secret (RFC 4226 §4 R6) that is worth nothing until a code confirms it. */
export const beginEnrolment = (
  database: DatabaseSync,
  { clock, random }: Surroundings,
  customerId: number,
): Enrolment => {
  const secret = random(20);
  const pictureToken = Buffer.from(random(32)).toString('base64url');
  return atomically(database, () => {
    // Somebody who closed the dialog and began again has scanned twice, and one of the two entries is dead.
    const replaced = database
      .prepare('DELETE FROM pending_enrolment WHERE customer_id = ? RETURNING secret')
      .get(customerId);
    if (replaced !== undefined) retireSecret(database, customerId, blob(replaced, 'secret'));
    database
      .prepare('INSERT INTO pending_enrolment (customer_id, secret, picture_hash, created_ms) VALUES (?, ?, ?, ?)')
      .run(customerId, secret, pictureHash(pictureToken), clock());
    return { secret, pictureToken };
  });
};

/** Shows the same unconfirmed secret again, under a new picture name. */
export const resumeEnrolment = (
  database: DatabaseSync,
  { clock, random }: Surroundings,
  customerId: number,
): Enrolment | undefined => {
  const secret = pendingSecret(database, customerId, clock());
  if (secret === undefined) return undefined;
  const pictureToken = Buffer.from(random(32)).toString('base64url');
  database
    .prepare('UPDATE pending_enrolment SET picture_hash = ? WHERE customer_id = ?')
    .run(pictureHash(pictureToken), customerId);
  return { secret, pictureToken };
};

/** The customer whose unconfirmed secret has this picture name. */
export const pictureOwner = (database: DatabaseSync, token: string, nowMs: number): number | undefined => {
  const row = database
    .prepare('SELECT customer_id FROM pending_enrolment WHERE picture_hash = ? AND created_ms > ?')
    .get(pictureHash(token), nowMs - pendingLifetimeMs);
  return typeof row?.customer_id === 'number' ? row.customer_id : undefined;
};

/**
 * Switches two-factor login on when the code fits the pending secret, and returns the backup code, shown this once. Sessions that the
 * password alone had opened end with it, but for the one that confirmed.
 */
export const confirmEnrolment = async (
  database: DatabaseSync,
  surroundings: Surroundings,
  { customerId, sessionToken }: { readonly customerId: number; readonly sessionToken: string },
  code: string,
): Promise<Result<string, 'expired' | 'wrong'>> => {
  const now = surroundings.clock();
  const secret = pendingSecret(database, customerId, now);
  if (secret === undefined) return err('expired');
  const parameters = parametersOf(secret);
  const verdict = verifyCode({ parameters, code, nowUnixMs: now, driftSteps: 0, lastAcceptedStep: null });
  if (verdict.kind === 'refused') return err('wrong');
  const backupCode = newBackupCode(surroundings.random);
  const backupHash = await slowHash(backupCode.replaceAll('-', ''), surroundings);
  return atomically(database, () => {
    // The secret is compared again: while the hash was made, another tab may have confirmed or replaced it.
    const taken = database
      .prepare('DELETE FROM pending_enrolment WHERE customer_id = ? AND secret = ?')
      .run(customerId, secret);
    if (taken.changes !== 1 || isEnabled(database, customerId)) return err('expired');
    database
      .prepare(
        'INSERT INTO second_factor (customer_id, secret, last_step, drift_steps, backup_hash, enabled_ms) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(customerId, secret, verdict.step, verdict.driftSteps, backupHash, now);
    endOtherSessions(database, customerId, sessionToken);
    addAudit(database, { atMs: now, actor: 'customer', act: 'two-factor enabled', customerId, detail: '' });
    return ok(backupCode);
  });
};
