import { askForSlot } from '../../lib/app/ask-proof.ts';
import { revealKept } from '../../lib/app/kept-codes.ts';
import type { AccountModel } from './account-model.ts';
import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';
import { fillProblemOf } from './problems.ts';

/** Kept backup codes: the re-unlock before they are shown, and filling one on the page. */
export function rescueActs({ act, change, current, list }: Core, { ask, derive, tabId }: PopupPorts) {
  const onBackup = (backup: AccountModel['backup']): void => {
    const { account } = current();
    if (account !== null) change({ wrongPassphrase: false, failed: false, account: { ...account, backup } });
  };

  async function reveal(passphrase: string): Promise<boolean> {
    const { account } = current();
    if (account?.backup?.kind !== 'asking') return false;
    const codes = await revealKept({ ask, derive }, account.entryId, passphrase, account.backup.slot);
    if (codes === 'wrong') change({ wrongPassphrase: true });
    // Whoever went back meanwhile is shown nothing.
    if (typeof codes === 'string' || current().account?.backup?.kind !== 'asking') return false;
    onBackup({ kind: 'shown', codes });
    return true;
  }

  return {
    /** Finds out what has to be asked for before the codes are shown. */
    askForBackupCodes: () =>
      act(async () => {
        const slot = await askForSlot(ask);
        const { account } = current();
        if (slot === 'not-open' || account === null) return false;
        // One question at a time: two forms would ask the same.
        change({ account: { ...account, move: null } });
        onBackup({ kind: 'asking', slot });
        return true;
      }),
    revealBackupCodes: (passphrase: string) => act(() => reveal(passphrase)),
    hideBackupCodes: () => onBackup(null),
    fillBackupCode: (entryId: string) =>
      act(async () => {
        const answer = await ask({ kind: 'fill-backup-code', tabId, entryId });
        if (answer.kind !== 'fill') return false;
        const { result } = answer;
        if (result.kind === 'written') change({ success: { kind: 'filled' } });
        if (fillProblemOf(result) === 'no-box') onBackup({ kind: 'no-box' });
        await list();
        return result.kind === 'written' || fillProblemOf(result) === 'no-box';
      }),
  };
}
