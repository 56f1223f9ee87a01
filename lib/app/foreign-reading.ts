import type { ForeignError, UnsupportedReason } from '../backup/foreign/foreign-error.ts';
import type { ForeignReading } from '../backup/foreign/foreign-format.ts';
import { readForeign } from '../backup/foreign/read-foreign.ts';
import type { Bytes } from '../otp/parameters.ts';
import { type ReadFile, sorted } from './read-file.ts';

// A message of Chromium carries 64 MiB; one name in millions of bytes may stand in thousands of accounts.
const MOST_URI_CHARACTERS = 48 * 2 ** 20;

/** Why a file that is known cannot be read. */
export type UnsupportedFile = UnsupportedReason;

/** What is asked of whoever reads a file: `costly`, whether the customer has the time. */
export type ForeignQuestion = {
  readonly bytes: ArrayBuffer;
  readonly passphrase: string | null;
  readonly costly: boolean;
};

/** What came of reading a file. */
export type ForeignAnswer =
  | ReadFile
  /** `guess`: it may as well be another kind of file. */
  | { readonly kind: 'refused'; readonly app: string; readonly guess?: true; readonly error: ForeignError };

/** Reads another app's file; a Worker's work, as keys may take seconds. */
export async function readForeignFile(bytes: Bytes, how: ForeignReading): Promise<ForeignAnswer> {
  const { format, outcome } = await readForeign(bytes, how);
  const app = format?.appShown ?? format?.app ?? '';
  if (!outcome.ok) return { kind: 'refused', app, ...(format?.guess ? { guess: true } : {}), error: outcome.error };
  const { items, others, pictures } = outcome.value;
  const { accounts, leftOut } = sorted(items);
  const characters = accounts.reduce((sum, { uri }) => sum + uri.length, 0);
  if (characters > MOST_URI_CHARACTERS) return { kind: 'refused', app, error: { kind: 'too-large' } };
  return { kind: 'read', app, accounts, leftOut, others, pictures };
}
