import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from './base64.ts';
import { utf8 } from './bytes.ts';
import type { Entry } from './entry.ts';
import { encodeParameters } from './entry-codec.ts';
import type { SavedAccount } from './saved-copies.ts';

const MARK_BYTES = 8;

/**
 * 16 hexadecimal digits that change with what of an account would be lost for good: its names, how its codes are made, and the
 * site's own backup codes.
 */
export function markOf({ issuer, account, parameters, backupCodes }: Entry): string {
  // A counter moves at every use, and a copy's older one catches up by asking for further codes. Sites, state and times come
  // back by using the account once, and a struck-out code is only refused. Counted, they would make every copy look outdated.
  const { counter: _moves, ...made } = encodeParameters(parameters);
  const lasting = [issuer, account, made, backupCodes.map(({ code }) => code)];
  return toHex(sha256(utf8(JSON.stringify(lasting))).subarray(0, MARK_BYTES));
}

/** Accounts as a saved copy of them is remembered. */
export const savedAccountsOf = (entries: readonly Entry[]): readonly SavedAccount[] =>
  entries.map((entry) => ({ id: entry.id, mark: markOf(entry) }));
