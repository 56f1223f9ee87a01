import type { AccountEdit } from '../../lib/app/edit-account.ts';
import { type EditForm, type EditUndo, openForm, saveForm, takeBack } from '../../lib/app/edit-form.ts';
import type { Core, PopupPorts } from './core.ts';

/** The form of an account: opening it, saving it by one press or two, and taking back what changed codes. */
export function editActs({ act, change, current, refresh }: Core, { ask }: PopupPorts) {
  const onEdit = (edit: EditForm | 'left'): void => {
    const { account } = current();
    if (account !== null) change({ account: { ...account, edit } });
  };

  /** Shows the account as it is stored now. */
  async function open(): Promise<boolean> {
    const { account } = current();
    if (account === null) return false;
    const edit = await openForm(ask, account.entryId, false);
    if (edit === null || current().account?.entryId !== account.entryId) return false;
    // One thing at a time: a picture of the key has no place beside the form.
    change({ account: { ...account, ...{ move: null, backup: null, removing: false }, edit } });
    return true;
  }

  async function save(edit: AccountEdit, despiteCodes: boolean): Promise<boolean> {
    const form = current().account?.edit ?? null;
    if (form === null || form === 'left') return false;
    const step = await saveForm(ask, form, edit, despiteCodes);
    if (step.kind === 'failed') return false;
    if (step.kind === 'form') {
      if (current().account?.entryId === step.form.shown.id) onEdit(step.form);
      return true;
    }
    // Before the form goes: the screen behind it would show the old names for a moment.
    if (step.kind === 'edited') await refresh();
    onEdit('left');
    change({ success: step.kind === 'edited' ? step : { kind: 'edit-unchanged' } });
    return true;
  }

  return {
    openEdit: () => act(open),
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
      if (edit != null && edit !== 'left') onEdit({ ...edit, warned: null });
    },
    closeEdit(): void {
      change({ failed: false });
      onEdit('left');
    },
    /** Makes the account again what it was; not where it was changed once more since. */
    undoEdit: (undo: EditUndo) =>
      act(async () => {
        const taken = await takeBack(ask, undo);
        if (taken === 'late') change({ success: { kind: 'edit-not-undone' } });
        if (taken !== 'undone') return taken === 'late';
        await refresh();
        change({ success: { kind: 'edit-undone' } });
        return true;
      }),
  };
}
