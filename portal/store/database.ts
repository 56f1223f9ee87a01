import { DatabaseSync } from 'node:sqlite';
import { integer } from './row.ts';

const firstSchema = `
CREATE TABLE IF NOT EXISTS customer (
  id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, password TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0, last_failure_ms INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS second_factor (
  customer_id INTEGER PRIMARY KEY REFERENCES customer(id), secret BLOB NOT NULL, last_step INTEGER NOT NULL,
  backup_hash TEXT NOT NULL, enabled_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS pending_enrolment (
  customer_id INTEGER PRIMARY KEY REFERENCES customer(id), secret BLOB NOT NULL, picture_hash TEXT NOT NULL,
  created_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS session (
  token_hash TEXT PRIMARY KEY, stage TEXT NOT NULL, subject_id INTEGER, password_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS staff (
  id INTEGER PRIMARY KEY, login TEXT NOT NULL UNIQUE, password TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS review (
  id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customer(id), message TEXT NOT NULL,
  state TEXT NOT NULL, reason TEXT NOT NULL, asked_ms INTEGER NOT NULL, decided_ms INTEGER, decided_by INTEGER
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS one_open_review ON review(customer_id) WHERE state = 'open';
CREATE TABLE IF NOT EXISTS audit (
  id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, actor TEXT NOT NULL, act TEXT NOT NULL, customer_id INTEGER,
  detail TEXT NOT NULL
) STRICT;
CREATE TRIGGER IF NOT EXISTS audit_is_final_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER IF NOT EXISTS audit_is_final_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
`;

// Drift is recorded; one counter serves codes and passwords; secrets out of force are kept to recognise their codes.
const secondSchema = `
ALTER TABLE second_factor ADD COLUMN drift_steps INTEGER NOT NULL DEFAULT 0;
CREATE TABLE attempt (subject TEXT PRIMARY KEY, failures INTEGER NOT NULL, last_failure_ms INTEGER NOT NULL) STRICT;
CREATE TABLE failure (id INTEGER PRIMARY KEY, subject TEXT NOT NULL, at_ms INTEGER NOT NULL) STRICT;
CREATE INDEX failure_of ON failure(subject, at_ms);
INSERT INTO attempt SELECT 'second factor ' || id, failures, last_failure_ms FROM customer WHERE failures > 0;
ALTER TABLE customer DROP COLUMN failures;
ALTER TABLE customer DROP COLUMN last_failure_ms;
CREATE TABLE retired_secret (
  id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customer(id), secret BLOB NOT NULL
) STRICT;
`;

/** What each version of the file adds to the one before; its number is SQLite's `user_version`. */
const schemas = [firstSchema, secondSchema];

const bringUpToDate = (database: DatabaseSync): void => {
  const row = database.prepare('PRAGMA user_version').get();
  const version = row === undefined ? 0 : integer(row, 'user_version');
  if (version > schemas.length) throw new Error('the database was written by a newer portal');
  for (const schema of schemas.slice(version)) database.exec(schema);
  database.exec(`PRAGMA user_version = ${schemas.length}`);
};

/** Opens (or creates, or brings up to date) the portal's one SQLite file; throws for a newer portal's file; `:memory:` gives a database that dies with the process. */
export const openDatabase = (path: string): DatabaseSync => {
  const database = new DatabaseSync(path);
  // FULL: a replay barrier that a power cut can undo is no barrier.
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;',
  );
  atomically(database, () => bringUpToDate(database));
  return database;
};

/** Runs `work` in one immediate transaction: all of it is kept, or (when it throws) none. `work` must not be async. */
export const atomically = <T>(database: DatabaseSync, work: () => T): T => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
};
