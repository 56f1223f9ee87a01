import { createHash, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Surroundings } from '../surroundings.ts';
import { integer, text } from './row.ts';

/** How far a browser has come: nothing shown, password shown, everything shown; `staff` is the billing desk's own. */
export type Session =
  | { readonly stage: 'anonymous' }
  | { readonly stage: 'password-shown'; readonly customerId: number; readonly passwordMs: number }
  | { readonly stage: 'signed-in'; readonly customerId: number; readonly passwordMs: number }
  | { readonly stage: 'staff'; readonly staffId: number };

const minutes = 60_000;
const lifetimeMs = {
  anonymous: 60 * minutes,
  'password-shown': 10 * minutes,
  'signed-in': 12 * 60 * minutes,
  staff: 4 * 60 * minutes,
} as const;

const hash = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The CSRF token of a session: a one-way image of the cookie, so nothing has to be stored. */
export const csrfTokenOf = (token: string): string => createHash('sha256').update(`csrf ${token}`).digest('base64url');

/** Compares a posted CSRF token with the session's in constant time. */
export const isCsrfToken = (posted: string, token: string): boolean =>
  timingSafeEqual(
    createHash('sha256').update(posted).digest(),
    createHash('sha256').update(csrfTokenOf(token)).digest(),
  );

/** Stores a new session under a fresh 256-bit token (only its hash is kept) and returns the token for the cookie. */
export const startSession = (database: DatabaseSync, { clock, random }: Surroundings, session: Session): string => {
  const now = clock();
  const token = Buffer.from(random(32)).toString('base64url');
  const subject =
    session.stage === 'anonymous' ? null : session.stage === 'staff' ? session.staffId : session.customerId;
  const passwordMs = 'passwordMs' in session ? session.passwordMs : 0;
  database.prepare('DELETE FROM session WHERE expires_ms <= ?').run(now);
  database
    .prepare('INSERT INTO session (token_hash, stage, subject_id, password_ms, expires_ms) VALUES (?, ?, ?, ?, ?)')
    .run(hash(token), session.stage, subject, passwordMs, now + lifetimeMs[session.stage]);
  return token;
};

/** The live session behind a cookie; `undefined` for an unknown or expired one. */
export const findSession = (database: DatabaseSync, token: string, nowMs: number): Session | undefined => {
  const row = database.prepare('SELECT * FROM session WHERE token_hash = ? AND expires_ms > ?').get(hash(token), nowMs);
  if (row === undefined) return undefined;
  const stage = text(row, 'stage');
  if (stage === 'anonymous') return { stage };
  if (stage === 'staff') return { stage, staffId: integer(row, 'subject_id') };
  if (stage === 'password-shown' || stage === 'signed-in') {
    return { stage, customerId: integer(row, 'subject_id'), passwordMs: integer(row, 'password_ms') };
  }
  throw new Error('unexpected session stage');
};

/** Ends one session; true for the one caller that really ended it. */
export const endSession = (database: DatabaseSync, token: string): boolean =>
  database.prepare('DELETE FROM session WHERE token_hash = ?').run(hash(token)).changes === 1;

/** Ends every session of a customer, half or whole. */
export const endSessionsOf = (database: DatabaseSync, customerId: number): void => {
  database.prepare("DELETE FROM session WHERE subject_id = ? AND stage <> 'staff'").run(customerId);
};

/** Ends the sessions of a customer but the one behind this cookie: what was opened before knows nothing of the second factor. */
export const endOtherSessions = (database: DatabaseSync, customerId: number, token: string): void => {
  database
    .prepare("DELETE FROM session WHERE subject_id = ? AND stage <> 'staff' AND token_hash <> ?")
    .run(customerId, hash(token));
};

/** Notes that the password has just been shown again. */
export const refreshPassword = (database: DatabaseSync, token: string, nowMs: number): void => {
  database.prepare('UPDATE session SET password_ms = ? WHERE token_hash = ?').run(nowMs, hash(token));
};
