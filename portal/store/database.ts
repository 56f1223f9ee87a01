import { DatabaseSync } from 'node:sqlite';

const schema = `
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

/** Opens (or creates) the portal's one SQLite file; `:memory:` gives a database that dies with the process. */
export const openDatabase = (path: string): DatabaseSync => {
  const database = new DatabaseSync(path);
  // FULL: a replay barrier that a power cut can undo is no barrier.
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;',
  );
  database.exec(schema);
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
