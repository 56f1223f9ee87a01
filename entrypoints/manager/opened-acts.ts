import { askForSlot } from '../../lib/app/ask-proof.ts';
import { createEditActs } from '../../lib/app/edit-acts.ts';
import { revealKept } from '../../lib/app/kept-codes.ts';
import type { Core, ManagerPorts } from './core.ts';
import type { OpenedAccount } from './model.ts';

/** What is done with the account that is open: its form, and its kept backup codes. */
export function openedActs({ current, change, act, ask, refresh }: Core, { derive }: ManagerPorts) {
  /** Changes what is shown of an account, unless another one is open by now, or none. */
  function show(entryId: string, part: Partial<OpenedAccount>): boolean {
    const { account, vault } = current();
    if (account?.entryId !== entryId || vault?.kind !== 'unlocked') return false;
    change({ account: { ...account, ...part } });
    return true;
  }
  const opened = (): string => current().account?.entryId ?? '';

  async function reveal(passphrase: string): Promise<boolean> {
    const { account } = current();
    if (account?.backup?.kind !== 'asking') return false;
    const codes = await revealKept({ ask, derive }, account.entryId, passphrase, account.backup.slot);
    if (codes === 'wrong') change({ wrong: true });
    // Whoever went back meanwhile, or locked, is shown nothing.
    if (typeof codes === 'string' || current().account?.backup?.kind !== 'asking') return false;
    return show(account.entryId, { backup: { kind: 'shown', codes } });
  }

  return {
    ...createEditActs({
      ...{ ask, act, refresh, change },
      opened: () => current().account,
      show: (entryId, edit) => show(entryId, edit === 'left' ? { edit } : { edit, backup: null }),
      // Whoever opened another one meanwhile is told nothing beside that.
      say: (entryId, said) => {
        if (opened() === entryId) change({ said });
      },
    }),
    /** Asks before the account goes; what was said before that is over. */
    askToRemove(): void {
      change({ said: null });
      show(opened(), { removing: true });
    },
    keepHere: (): void => void show(opened(), { removing: false }),
    /** Takes back that the site ended it. */
    revive: (entryId: string) => act(async () => (await ask({ kind: 'revive-entry', entryId })).kind === 'done'),
    /** Finds out what has to be asked for before the backup codes are shown. */
    askForBackupCodes: () =>
      act(async () => {
        const entryId = opened();
        const slot = await askForSlot(ask);
        return slot !== 'not-open' && show(entryId, { backup: { kind: 'asking', slot }, removing: false });
      }),
    revealBackupCodes: (passphrase: string) => act(() => reveal(passphrase)),
    hideBackupCodes(): void {
      change({ wrong: false, failed: false });
      show(opened(), { backup: null });
    },
    /** Hands over those that are not used, then opens the page that prints them. */
    printKept: (open: () => void) =>
      act(async () => {
        const { account } = current();
        if (account?.backup?.kind !== 'shown') return false;
        const codes = account.backup.codes.filter(({ used }) => !used).map(({ code }) => code);
        const answer = await ask({ kind: 'print-codes', entryId: account.entryId, site: null, codes });
        if (answer.kind === 'done') open();
        return answer.kind === 'done';
      }),
  };
}
