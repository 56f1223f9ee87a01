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

// A request may come without a login, says who was recognised how, and its outcome is told to the customer; tries are counted by day.
const thirdSchema = `
ALTER TABLE review ADD COLUMN password_shown INTEGER NOT NULL DEFAULT 1;
ALTER TABLE review ADD COLUMN identity_notes TEXT NOT NULL DEFAULT '';
ALTER TABLE review ADD COLUMN told_ms INTEGER;
UPDATE review SET told_ms = decided_ms WHERE state = 'approved';
DROP INDEX IF EXISTS one_open_review;
CREATE UNIQUE INDEX one_open_review ON review(customer_id, password_shown) WHERE state = 'open';
CREATE TABLE help_request (id INTEGER PRIMARY KEY, address_hash TEXT NOT NULL, at_ms INTEGER NOT NULL) STRICT;
CREATE TABLE attempt_count (
  day TEXT NOT NULL, kind TEXT NOT NULL, tried INTEGER NOT NULL DEFAULT 0, accepted INTEGER NOT NULL DEFAULT 0,
  held_back INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (day, kind)
) STRICT;
`;

/** What each version of the file adds to the one before; its number is SQLite's `user_version`. */
export const schemas: readonly string[] = [firstSchema, secondSchema, thirdSchema];
