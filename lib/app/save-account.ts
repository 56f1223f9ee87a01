import type { OtpAccount } from '../otp/parameters.ts';
import type { Entry, VaultContent } from '../vault/entry.ts';
import { compareAccount } from './compare-accounts.ts';
import { changeEntry, withOrigin } from './entry-changes.ts';

/** What the customer chose where the same account exists with another secret. */
export type SaveChoice = 'new' | 'replace' | 'keep-both';

/** The vault after saving, and the entry that now stands for the account. */
export type Saved = {
  readonly kind: 'saved' | 'already-here' | 'choose';
  readonly content: VaultContent;
  readonly entryId: string;
};

/** Where and when the account was found, and the id that a new entry gets. */
export type SaveContext = { readonly origin: string | null; readonly nowUnixMs: number; readonly newId: string };

/**
 * Adds an account to the vault's content as a pending entry; nothing stored is changed without a choice.
 * @returns `choose`, with the content untouched, when the account exists with another secret and `choice` is `new`
 */
export function saveAccount(content: VaultContent, found: OtpAccount, choice: SaveChoice, context: SaveContext): Saved {
  const { origin, nowUnixMs, newId } = context;
  const status = compareAccount(found, content.entries, origin);
  if (status.kind === 'already-here') {
    // Finding the same code again on one of the customer's pages is how an imported entry gets its site; one that has a
    // site gets no other by this, since a code may also be looked at in a mail or in notes.
    const next = changeEntry(content, status.entryId, (entry) =>
      origin !== null && entry.origins.length === 0 ? withOrigin(entry, origin) : entry,
    );
    return { kind: 'already-here', content: next, entryId: status.entryId };
  }
  if (status.kind === 'other-secret' && choice === 'new') return { kind: 'choose', content, entryId: status.entryId };
  // The site takes the old codes until it has accepted a new one, so both are kept until then.
  const replaces = status.kind === 'other-secret' && choice === 'replace' ? status.entryId : null;
  const entry: Entry = {
    id: newId,
    issuer: found.issuer,
    account: found.account,
    parameters: found.parameters,
    origins: origin === null ? [] : [origin],
    state: 'pending',
    backupCodes: [],
    replaces,
    createdUnixMs: nowUnixMs,
    updatedUnixMs: nowUnixMs,
  };
  return { kind: 'saved', content: { ...content, entries: [...content.entries, entry] }, entryId: newId };
}
