import type { DatabaseSync } from 'node:sqlite';
import type { Bytes } from '../../lib/otp/parameters.ts';
import { blob } from './row.ts';

const kept = 5;

/** Keeps a secret that is no longer in force, to recognise its codes: authenticators go on showing them. The newest five stay. */
export const retireSecret = (database: DatabaseSync, customerId: number, secret: Bytes): void => {
  database.prepare('INSERT INTO retired_secret (customer_id, secret) VALUES (?, ?)').run(customerId, secret);
  database
    .prepare(
      'DELETE FROM retired_secret WHERE customer_id = ? AND id NOT IN (SELECT id FROM retired_secret WHERE customer_id = ? ORDER BY id DESC LIMIT ?)',
    )
    .run(customerId, customerId, kept);
};

/** Takes the second factor out of force; false when there was none. */
export const retireFactor = (database: DatabaseSync, customerId: number): boolean => {
  const gone = database.prepare('DELETE FROM second_factor WHERE customer_id = ? RETURNING secret').get(customerId);
  if (gone === undefined) return false;
  retireSecret(database, customerId, blob(gone, 'secret'));
  return true;
};

/** The secrets of a customer's earlier set-ups, newest first. */
export const retiredSecrets = (database: DatabaseSync, customerId: number): Bytes[] =>
  database
    .prepare('SELECT secret FROM retired_secret WHERE customer_id = ? ORDER BY id DESC')
    .all(customerId)
    .map((row) => blob(row, 'secret'));
