import type { OtpAccount } from '../otp/parameters.ts';
import type { Entry, VaultContent } from '../vault/entry.ts';
import { compareAccount } from './compare-accounts.ts';
import { changeEntry, withOrigin } from './entry-changes.ts';

/** What the customer chose where the same account exists with another secret. */
export type SaveChoice = 'new' | 'replace' | 'keep-both';

/** The vault after saving, and the entry that now stands for the account; after `choose` none does yet. */
export type Saved =
  | { readonly kind: 'saved' | 'already-here'; readonly content: VaultContent; readonly entryId: string }
  | { readonly kind: 'choose'; readonly content: VaultContent };

/** Where and when the account was found, the id that a new entry gets, and for `replace` the entry that the customer was shown. */
export type SaveContext = {
  readonly origin: string | null;
  readonly nowUnixMs: number;
  readonly newId: string;
  readonly replaces?: string | null;
};

/**
 * Adds an account to the vault's content as a pending entry; nothing stored is changed without a choice.
 * @returns `choose`, with the content untouched, when the account exists with another secret and `choice` is `new`, or is to replace
 * an entry that it cannot stand for
 */
export function saveAccount(content: VaultContent, found: OtpAccount, choice: SaveChoice, context: SaveContext): Saved {
  const { origin, nowUnixMs, newId, replaces = null } = context;
  const status = compareAccount(found, content.entries, origin);
  if (status.kind === 'already-here') {
    // Finding the same code again on one of the customer's pages is how an imported entry gets its site; one that has a
    // site gets no other by this, since a code may also be looked at in a mail or in notes.
    const next = changeEntry(content, status.entryId, (entry) =>
      origin !== null && entry.origins.length === 0 ? withOrigin(entry, origin) : entry,
    );
    return { kind: 'already-here', content: next, entryId: status.entryId };
  }
  // Of two namesakes one is in force: which one, only the customer knows.
  const isNamed = choice !== 'replace' || (status.kind === 'other-secret' && status.entryIds.includes(replaces ?? ''));
  if (status.kind === 'other-secret' && (choice === 'new' || !isNamed)) return { kind: 'choose', content };
  const old = choice === 'replace' ? content.entries.find(({ id }) => id === replaces) : undefined;
  const entry: Entry = {
    id: newId,
    issuer: found.issuer,
    account: found.account,
    parameters: found.parameters,
    origins: origin === null ? [] : [origin],
    state: 'pending',
    backupCodes: [],
    // The site takes the old codes until it has accepted a new one, so both are kept until then.
    replaces: status.kind === 'other-secret' && choice === 'replace' ? replaces : null,
    createdUnixMs: nowUnixMs,
    updatedUnixMs: nowUnixMs,
    // The customer looks for it where the other one stood.
    ...(old?.pinned === true ? { pinned: true } : {}),
    ...(old?.group === undefined ? {} : { group: old.group }),
  };
  return { kind: 'saved', content: { ...content, entries: [...content.entries, entry] }, entryId: newId };
}
