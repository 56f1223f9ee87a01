import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../portal/store/database.ts';
import { askForReview, listReviews, untoldReviews } from '../../../portal/store/reviews.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'portal-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** The first version's tables that changed since, frozen, with one enrolled customer who had failed seven times. */
const firstVersion = `
CREATE TABLE customer (
  id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, password TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0, last_failure_ms INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE second_factor (
  customer_id INTEGER PRIMARY KEY REFERENCES customer(id), secret BLOB NOT NULL, last_step INTEGER NOT NULL,
  backup_hash TEXT NOT NULL, enabled_ms INTEGER NOT NULL
) STRICT;
INSERT INTO customer VALUES (1, 'a@example.com', 'Ann', 'scrypt$x$y', 7, 1000), (2, 'b@example.com', 'Bo', 'scrypt$x$y', 0, 0);
INSERT INTO second_factor VALUES (1, x'0102', 59, 'scrypt$b$c', 5);
`;

test('a file of the first version keeps its customers, secrets and failures, and opens again', () => {
  const path = join(directory, 'portal.sqlite');
  const old = new DatabaseSync(path);
  old.exec(firstVersion);
  old.close();
  for (let n = 0; n < 2; n += 1) {
    const database = openDatabase(path);
    expect(database.prepare('SELECT last_step, drift_steps FROM second_factor').all()).toEqual([
      { last_step: 59, drift_steps: 0 },
    ]);
    expect(database.prepare('SELECT * FROM attempt').all()).toEqual([
      { subject: 'second factor 1', failures: 7, last_failure_ms: 1000 },
    ]);
    expect(database.prepare('SELECT COUNT(*) AS customers FROM customer').get()).toEqual({ customers: 2 });
    database.close();
  }
});

test('a new file, and what SQLite keeps beside it, is read by its owner alone', () => {
  const path = join(directory, 'new.sqlite');
  const database = openDatabase(path);
  database.exec('CREATE TABLE written (x)');
  const rights = readdirSync(directory).map((name) => statSync(join(directory, name)).mode & 0o777);
  database.close();
  expect(rights.length).toBeGreaterThan(1);
  expect(new Set(rights)).toEqual(new Set([0o600]));
});

test("a newer portal's file is left as it is", () => {
  const path = join(directory, 'portal.sqlite');
  const newer = new DatabaseSync(path);
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  expect(() => openDatabase(path)).toThrow('newer portal');
  const again = new DatabaseSync(path);
  expect(again.prepare('SELECT COUNT(*) AS tables FROM sqlite_schema').get()).toEqual({ tables: 0 });
  again.close();
});

/** What the second version kept of requests, frozen, with one that is open and one that was approved and read of long ago. */
const secondVersion = `
CREATE TABLE customer (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, password TEXT NOT NULL) STRICT;
CREATE TABLE review (
  id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customer(id), message TEXT NOT NULL,
  state TEXT NOT NULL, reason TEXT NOT NULL, asked_ms INTEGER NOT NULL, decided_ms INTEGER, decided_by INTEGER
) STRICT;
CREATE UNIQUE INDEX one_open_review ON review(customer_id) WHERE state = 'open';
INSERT INTO customer VALUES (1, 'a@example.com', 'Ann', 'scrypt$x$y');
INSERT INTO review VALUES (1, 1, 'lost', 'approved', 'was right', 5, 6, 1), (2, 1, 'again', 'open', '', 7, NULL, NULL);
PRAGMA user_version = 2;
`;

test('a file of the second version keeps its requests, made with the password, and tells nobody again', () => {
  const path = join(directory, 'portal.sqlite');
  const old = new DatabaseSync(path);
  old.exec(secondVersion);
  old.close();
  const database = openDatabase(path);
  expect(listReviews(database).map(({ id, state, passwordShown }) => [id, state, passwordShown])).toEqual([
    [2, 'open', true],
    [1, 'approved', true],
  ]);
  expect(untoldReviews(database, 1).map(({ id }) => id)).toEqual([2]);
  expect(askForReview(database, 1, 'once more', 8)).toBe(false);
  database.close();
});
