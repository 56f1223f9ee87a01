import type { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Surroundings } from '../surroundings.ts';
import { endFailures, passwordOf, type Target, takeAttempt } from './attempts.ts';
import { atomically } from './database.ts';
import { integer, text } from './row.ts';
import { matchesSlowHash, slowHash } from './slow-hash.ts';

/** A customer as pages show one. */
export type Customer = { readonly id: number; readonly email: string; readonly name: string };

/** What the registration form gives. */
export type Registration = { readonly email: string; readonly name: string; readonly password: string };

/** Why a registration is refused. */
export type RegistrationError = 'email-invalid' | 'email-taken' | 'name-missing' | 'password-short' | 'password-long';

/** An e-mail address as it is kept and compared: nothing around it, small letters. */
export const foldEmail = (email: string): string => email.trim().toLowerCase();

/** Whether a folded text can be an e-mail address. */
export const isEmail = (folded: string): boolean => /^[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]{1,190}$/u.test(folded);

const problemWith = ({ email, name, password }: Registration): RegistrationError | undefined => {
  if (!isEmail(foldEmail(email))) return 'email-invalid';
  if (name.replace(/\p{Cc}+/gu, ' ').trim() === '' || name.length > 100) return 'name-missing';
  if (password.length < 10) return 'password-short';
  return password.length > 1000 ? 'password-long' : undefined;
};

/** Creates a customer (e-mail addresses are compared without case; passwords take 10 to 1000 characters). */
export const addCustomer = async (
  database: DatabaseSync,
  surroundings: Surroundings,
  registration: Registration,
): Promise<Result<Customer, RegistrationError>> => {
  const problem = problemWith(registration);
  if (problem !== undefined) return err(problem);
  const email = foldEmail(registration.email);
  const name = registration.name.replace(/\p{Cc}+/gu, ' ').trim();
  const password = await slowHash(registration.password, surroundings);
  const row = database
    .prepare('INSERT INTO customer (email, name, password) VALUES (?, ?, ?) ON CONFLICT(email) DO NOTHING RETURNING id')
    .get(email, name, password);
  return row === undefined ? err('email-taken') : ok({ id: integer(row, 'id'), email, name });
};

/** The customer with this number; one that a session names but the table lacks is a bug and throws. */
export const customerById = (database: DatabaseSync, id: number): Customer => {
  const row = database.prepare('SELECT id, email, name FROM customer WHERE id = ?').get(id);
  if (row === undefined) throw new Error('no such customer');
  return { id: integer(row, 'id'), email: text(row, 'email'), name: text(row, 'name') };
};

type PasswordRow = Record<string, unknown>;

/** The row when the password fits its hash, and an attempt could be taken before the comparison. */
const rowByPassword = async (
  database: DatabaseSync,
  surroundings: Surroundings,
  target: Target,
  row: PasswordRow | undefined,
  password: string,
): Promise<PasswordRow | undefined> => {
  if (!atomically(database, () => takeAttempt(database, target, surroundings.clock()))) return undefined;
  const fits = await matchesSlowHash(password.slice(0, 1001), row && text(row, 'password'), surroundings);
  if (row === undefined || !fits) return undefined;
  atomically(database, () => endFailures(database, target, surroundings.clock()));
  return row;
};

/**
 * The customer whom e-mail address and password fit; `undefined` also while the address waits after failures, which an
 * unknown address does too. Takes the same time for an unknown address.
 */
export const customerByPassword = async (
  database: DatabaseSync,
  surroundings: Surroundings,
  email: string,
  password: string,
): Promise<Customer | undefined> => {
  const row = database.prepare('SELECT * FROM customer WHERE email = ?').get(foldEmail(email));
  const found = await rowByPassword(database, surroundings, passwordOf('customer', foldEmail(email)), row, password);
  return found && { id: integer(found, 'id'), email: text(found, 'email'), name: text(found, 'name') };
};

/** Gives or renews the billing desk's login. */
export const setStaffPassword = async (
  database: DatabaseSync,
  surroundings: Surroundings,
  login: string,
  password: string,
): Promise<void> => {
  const hashed = await slowHash(password, surroundings);
  database
    .prepare(
      'INSERT INTO staff (login, password) VALUES (?, ?) ON CONFLICT(login) DO UPDATE SET password = excluded.password',
    )
    .run(login, hashed);
};

/** The member of staff whom login and password fit, under the same throttle as customers. */
export const staffByPassword = async (
  database: DatabaseSync,
  surroundings: Surroundings,
  login: string,
  password: string,
): Promise<{ readonly id: number; readonly login: string } | undefined> => {
  const row = database.prepare('SELECT * FROM staff WHERE login = ?').get(login);
  const found = await rowByPassword(database, surroundings, passwordOf('staff', login), row, password);
  return found && { id: integer(found, 'id'), login: text(found, 'login') };
};

/** The login of a member of staff; an unknown number is a bug and throws. */
export const staffLogin = (database: DatabaseSync, id: number): string => {
  const row = database.prepare('SELECT login FROM staff WHERE id = ?').get(id);
  if (row === undefined) throw new Error('no such member of staff');
  return text(row, 'login');
};
