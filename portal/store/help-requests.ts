import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../../lib/result.ts';
import { atomically } from './database.ts';
import { isEnabled } from './enrolment.ts';
import { fileReview } from './reviews.ts';
import { integer } from './row.ts';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** Requests without a login that are taken: for one address in a day, and for all of them in an hour. */
export const requestLimits = { addressADay: 3, allAnHour: 60 } as const;

// Whose address somebody typed is kept as a hash only: most of them may be nobody's.
const addressHash = (email: string): string => createHash('sha256').update(`help ${email}`).digest('base64url');

const countSince = (database: DatabaseSync, where: string, ...values: (string | number)[]): number => {
  const row = database.prepare(`SELECT COUNT(*) AS requests FROM help_request WHERE ${where}`).get(...values);
  return row === undefined ? 0 : integer(row, 'requests');
};

/**
 * Takes a request from somebody who showed nothing. The answer says only whether there were too many, for addresses of
 * customers and of nobody alike; a request is filed when the address is a customer's with two-factor login.
 * @param email trimmed and in small letters
 */
export const askWithoutLogin = (
  database: DatabaseSync,
  { email, message }: { readonly email: string; readonly message: string },
  nowMs: number,
): Result<'taken', 'too-many'> =>
  atomically(database, () => {
    database.prepare('DELETE FROM help_request WHERE at_ms <= ?').run(nowMs - dayMs);
    const address = addressHash(email);
    if (countSince(database, 'address_hash = ?', address) >= requestLimits.addressADay) return err('too-many');
    if (countSince(database, 'at_ms > ?', nowMs - hourMs) >= requestLimits.allAnHour) return err('too-many');
    database.prepare('INSERT INTO help_request (address_hash, at_ms) VALUES (?, ?)').run(address, nowMs);
    const customer = database.prepare('SELECT id FROM customer WHERE email = ?').get(email);
    const customerId = customer && integer(customer, 'id');
    if (customerId !== undefined && isEnabled(database, customerId)) {
      fileReview(database, { customerId, message, passwordShown: false }, nowMs);
    }
    return ok('taken');
  });
