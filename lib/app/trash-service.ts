import type { RequestOf } from '../messages/protocol.ts';
import type { VaultContent } from '../vault/entry.ts';
import { changeAccounts } from './change-accounts.ts';
import { siteName } from './look-alike/site-name.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import { deleteForGood, isAnyDue, KEPT_MS, putBack, trashEntry } from './trash.ts';
import type { Clock } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** Removes accounts into the trash, lists it, and empties it as far as the customer or the time says so. */
export function createTrashService({ vault, clock }: { readonly vault: VaultRepository; readonly clock: Clock }) {
  const change = (make: (content: VaultContent) => VaultContent) => changeAccounts(vault, make);

  return {
    /** Removes an account from the codes; the site is not told. */
    remove: ({ entryId }: RequestOf<'remove-entry'>) =>
      change((content) => trashEntry(content, entryId, clock.nowUnixMs())),
    putBack: ({ entryId }: RequestOf<'put-back'>) => change((content) => putBack(content, entryId, clock.nowUnixMs())),
    deleteForGood: ({ entryId }: RequestOf<'delete-for-good'>) => change((content) => deleteForGood(content, entryId)),
    /** The removed accounts, the latest first. */
    async list(): Promise<PageAnswer> {
      // A page asks again and again; that is no use of the accounts.
      const content = await vault.read({ use: false });
      if (!content.ok) return failed(content.error);
      const accounts = content.value.trash.map(({ entry, trashedUnixMs }) => ({
        id: entry.id,
        issuer: entry.issuer,
        account: entry.account,
        state: entry.state,
        sites: entry.origins.map(siteName),
        removedUnixMs: trashedUnixMs,
        keptUntilUnixMs: trashedUnixMs + KEPT_MS,
      }));
      return { kind: 'removed', accounts: accounts.toSorted((a, b) => b.removedUnixMs - a.removedUnixMs) };
    },
  };
}

/** Lets the time do its part when the vault opens, so that it does not wait for a change; no use of the vault. */
export async function tidyVault({ vault, clock }: { readonly vault: VaultRepository; readonly clock: Clock }) {
  // A read is at hand when the vault was just opened; a write begins by reading all copies.
  const content = await vault.read({ use: false });
  if (!content.ok || !isAnyDue(content.value, clock.nowUnixMs())) return;
  // The write itself moves and deletes what is due.
  await vault.mutate((stored) => ({ ...stored }), { use: false });
}
