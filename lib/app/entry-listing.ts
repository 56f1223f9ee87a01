import { codeAt } from '../otp/code.ts';
import type { Entry, EntryState } from '../vault/entry.ts';

/** An entry as our own pages see it: codes, never the secret. `endsUnixMs` is when `code` gives way to `nextCode`. */
export type ListedEntry = {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  readonly code: string;
  readonly nextCode: string;
  readonly endsUnixMs: number;
  readonly periodSeconds: number;
  readonly state: EntryState;
  readonly belongsHere: boolean;
  readonly kind: 'totp' | 'hotp' | 'steam';
};

function listEntry(entry: Entry, origin: string | null, nowUnixMs: number): ListedEntry {
  const { id, issuer, account, state, parameters } = entry;
  const now = codeAt(parameters, nowUnixMs);
  const counted = parameters.type === 'hotp';
  return {
    id,
    issuer,
    account,
    state,
    kind: parameters.type,
    code: now.code,
    nextCode: counted ? '' : codeAt(parameters, now.endsUnixMs).code,
    // A counter-based code ends when it is used; Infinity would not survive a message.
    endsUnixMs: counted ? 0 : now.endsUnixMs,
    periodSeconds: parameters.type === 'totp' ? parameters.periodSeconds : 30,
    belongsHere: origin !== null && entry.origins.includes(origin),
  };
}

/**
 * Lists all entries with their codes, those of the current site first, each group in stored order.
 * @param origin exact origin of the current tab, or null where none is known
 */
export function listEntries(
  entries: readonly Entry[],
  origin: string | null,
  nowUnixMs: number,
): readonly ListedEntry[] {
  const listed = entries.map((entry) => listEntry(entry, origin, nowUnixMs));
  return [...listed.filter((entry) => entry.belongsHere), ...listed.filter((entry) => !entry.belongsHere)];
}
