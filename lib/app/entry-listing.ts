import { codeAt } from '../otp/code.ts';
import type { Entry, EntryState } from '../vault/entry.ts';
import { pinnedFirst } from './arrange.ts';
import type { CodeTime } from './code-clock.ts';
import { type SiteName, siteName } from './look-alike/site-name.ts';

/** An entry as our own pages see it: codes, never the secret. `endsUnixMs` is when `code` gives way to `nextCode` by this computer's clock. */
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
  /** The sites that may receive its code; an account without one can be given the current site. */
  readonly sites: readonly SiteName[];
  /** Whether the current code was filled already, so that a site will take the next one only (RFC 6238 §5.2). */
  readonly used: boolean;
  readonly kind: 'totp' | 'hotp' | 'steam';
  /** How many backup codes of the site are kept, used and not. */
  readonly backup: { readonly fresh: number; readonly used: number };
};

/** An entry with where it stands: above the others, and in a group; an empty name for none. */
export type ArrangedEntry = ListedEntry & { readonly pinned: boolean; readonly group: string };

/** Where, when and how many entries are listed; `used`: the code that was filled last, by entry id. */
export type ListingContext = {
  readonly origin: string | null;
  readonly time: CodeTime;
  readonly used: ReadonlyMap<string, string>;
  readonly most: number;
};

function listEntry(entry: Entry, { origin, time, used }: ListingContext): ListedEntry {
  const { id, issuer, account, state, parameters } = entry;
  const now = codeAt(parameters, time.nowUnixMs());
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
    endsUnixMs: counted ? 0 : time.onThisClock(now.endsUnixMs),
    periodSeconds: parameters.type === 'totp' ? parameters.periodSeconds : 30,
    belongsHere: origin !== null && entry.origins.includes(origin),
    sites: entry.origins.map(siteName),
    backup: {
      fresh: entry.backupCodes.filter(({ used }) => !used).length,
      used: entry.backupCodes.filter(({ used }) => used).length,
    },
    used: !counted && used.get(id) === now.code,
  };
}

/**
 * Lists entries with their codes, those of the current site first; of each part the pinned ones first, in the customer's order.
 */
export function listEntries(entries: readonly Entry[], context: ListingContext): readonly ListedEntry[] {
  const { origin, most } = context;
  const isHere = (entry: Entry): boolean => origin !== null && entry.origins.includes(origin);
  // Computing codes is what takes long, so only those that are asked for are made.
  const arranged = pinnedFirst(entries);
  const ordered = [...arranged.filter(isHere), ...arranged.filter((entry) => !isHere(entry))];
  return ordered.slice(0, most).map((entry) => listEntry(entry, context));
}
