import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { integer } from './row.ts';
import { schemas } from './schemas.ts';

const bringUpToDate = (database: DatabaseSync): void => {
  const row = database.prepare('PRAGMA user_version').get();
  const version = row === undefined ? 0 : integer(row, 'user_version');
  if (version > schemas.length) throw new Error('the database was written by a newer portal');
  for (const schema of schemas.slice(version)) database.exec(schema);
  database.exec(`PRAGMA user_version = ${schemas.length}`);
};

/** Opens (or creates, or brings up to date) the portal's one SQLite file; throws for a newer portal's file; `:memory:` gives a database that dies with the process. */
export const openDatabase = (path: string): DatabaseSync => {
  // It holds every customer's secret; what SQLite keeps beside it has its rights.
  if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
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
