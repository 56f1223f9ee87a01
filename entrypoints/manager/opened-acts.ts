import { askForSlot } from '../../lib/app/ask-proof.ts';
import type { AccountEdit } from '../../lib/app/edit-account.ts';
import { type EditUndo, openForm, saveForm, takeBack } from '../../lib/app/edit-form.ts';
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

  async function save(edit: AccountEdit, despiteCodes: boolean): Promise<boolean> {
    const form = current().account?.edit ?? null;
    if (form === null || form === 'left') return false;
    const step = await saveForm(ask, form, edit, despiteCodes);
    if (step.kind === 'failed') return false;
    if (step.kind === 'form') return show(form.shown.id, { edit: step.form });
    // Before the form goes: what is behind it would show the old names for a moment.
    if (step.kind === 'edited') await refresh();
    if (show(form.shown.id, { edit: 'left' }))
      change({ said: step.kind === 'edited' ? step : { kind: 'edit-unchanged' } });
    return true;
  }

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
    openEdit: () =>
      act(async () => {
        const entryId = opened();
        const edit = await openForm(ask, entryId, false);
        return edit !== null && show(entryId, { edit, backup: null });
      }),
    saveEdit: (edit: AccountEdit) => act(() => save(edit, false)),
    /** The second press: what the warning told is done, and nothing else. */
    confirmEdit: () =>
      act(async () => {
        const edit = current().account?.edit;
        if (edit == null || edit === 'left' || edit.warned === null) return false;
        return save(edit.warned.edit, true);
      }),
    returnToEdit(): void {
      const edit = current().account?.edit;
      if (edit != null && edit !== 'left') show(opened(), { edit: { ...edit, warned: null } });
    },
    closeEdit(): void {
      change({ failed: false });
      show(opened(), { edit: 'left' });
    },
    /** Makes the account again what it was; not where it was changed once more since. */
    undoEdit: (undo: EditUndo) =>
      act(async () => {
        const taken = await takeBack(ask, undo);
        if (taken !== 'failed') change({ said: { kind: taken === 'late' ? 'edit-not-undone' : 'edit-undone' } });
        return taken !== 'failed';
      }),
    /** Takes back that the site ended it. */
    revive: (entryId: string) => act(async () => (await ask({ kind: 'revive-entry', entryId })).kind === 'done'),
    /** Finds out what has to be asked for before the backup codes are shown. */
    askForBackupCodes: () =>
      act(async () => {
        const entryId = opened();
        const slot = await askForSlot(ask);
        return slot !== 'not-open' && show(entryId, { backup: { kind: 'asking', slot } });
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
