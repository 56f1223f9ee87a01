import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** Removing accounts, and the list of those that were removed. */
export function trashActs({ act, then, change, current }: Core, { ask }: PopupPorts) {
  async function list(): Promise<boolean> {
    const answer = await ask({ kind: 'list-removed' });
    if (answer.kind === 'removed') change({ removed: answer.accounts });
    return answer.kind === 'removed';
  }

  /** Removes an account, says at which sites its two-factor login is still on, and offers to put it back. */
  async function remove(entryId: string): Promise<boolean> {
    const entry = current().entries.find(({ id }) => id === entryId);
    if (entry === undefined || !(await then({ kind: 'remove-entry', entryId }))) return false;
    change({ success: { kind: 'removed', entryId, sites: entry.state === 'stale' ? [] : entry.sites } });
    return true;
  }

  return {
    /** Removes the account whose removal was asked about, its screen with it; not while it is on its way to a phone. */
    removeHere: () =>
      act(async () => {
        const { account } = current();
        if (account === null || !account.removing || !(account.proven || account.move === null)) return false;
        return remove(account.entryId);
      }),
    /** Removes an account that the site ended: nothing has to be proven for it. */
    removeEnded: (entryId: string) =>
      act(
        async () => current().entries.some(({ id, state }) => id === entryId && state === 'stale') && remove(entryId),
      ),
    showRemoved: () =>
      act(async () => {
        const listed = await list();
        if (listed) change({ screen: 'removed' });
        return listed;
      }),
    putBack: (entryId: string) => act(async () => (await then({ kind: 'put-back', entryId })) && list()),
    deleteForGood: (entryId: string) => act(async () => (await then({ kind: 'delete-for-good', entryId })) && list()),
  };
}
