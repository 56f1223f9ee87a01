import { type AccountEdit, editProblem } from '../../lib/app/edit-account.ts';
import type { EditModel, EditUndo } from './account-model.ts';
import type { Core, PopupPorts } from './core.ts';
import { editProblemOf } from './problems.ts';

/** The form of an account: opening it, saving it by one press or two, and taking back what changed codes. */
export function editActs({ act, change, current, refresh }: Core, { ask }: PopupPorts) {
  const onEdit = (edit: EditModel | 'left'): void => {
    const { account } = current();
    if (account !== null) change({ account: { ...account, edit } });
  };

  /** Shows the account as it is stored now. */
  async function open(meanwhile: boolean): Promise<boolean> {
    const { account } = current();
    if (account === null) return false;
    const answer = await ask({ kind: 'show-editable', entryId: account.entryId });
    if (answer.kind !== 'editable' || current().account?.entryId !== account.entryId) return false;
    // One thing at a time: a picture of the key has no place beside the form.
    const calm = { move: null, backup: null, removing: false };
    const edit: EditModel = { shown: answer.account, problem: null, meanwhile, warned: null };
    change({ account: { ...account, ...calm, edit } });
    return true;
  }

  async function save(edit: AccountEdit, despiteCodes: boolean): Promise<boolean> {
    const form = current().account?.edit ?? null;
    if (form === null || form === 'left') return false;
    // Judged here first: what no message can carry would only come back as not understood.
    const problem = editProblem(edit);
    if (problem !== null) onEdit({ ...form, problem, warned: null });
    if (problem !== null) return true;
    const { id: entryId, updatedUnixMs: shownUnixMs } = form.shown;
    const answer = await ask({ kind: 'edit-entry', entryId, shownUnixMs, edit, despiteCodes });
    switch (answer.kind) {
      case 'would-change-codes':
        onEdit({ ...form, problem: null, warned: { edit, changes: answer.changes } });
        return true;
      case 'unchanged':
        onEdit('left');
        change({ success: { kind: 'edit-unchanged' } });
        return true;
      case 'edited': {
        const { keptId, updatedUnixMs } = answer;
        // Before the form goes: the screen behind it would show the old names for a moment.
        await refresh();
        onEdit('left');
        change({ success: { kind: 'edited', undo: keptId === null ? null : { entryId, keptId, updatedUnixMs } } });
        return true;
      }
      case 'failed': {
        if (answer.reason === 'changed-meanwhile') return open(true);
        const told = editProblemOf(answer.reason);
        if (told !== null) onEdit({ ...form, problem: told, warned: null });
        return told !== null;
      }
      default:
        return false;
    }
  }

  return {
    openEdit: () => act(() => open(false)),
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
    undoEdit: ({ entryId, keptId, updatedUnixMs }: EditUndo) =>
      act(async () => {
        const answer = await ask({ kind: 'undo-edit', entryId, keptId, shownUnixMs: updatedUnixMs });
        const late = answer.kind === 'failed' && answer.reason === 'changed-meanwhile';
        if (late) change({ success: { kind: 'edit-not-undone' } });
        if (answer.kind !== 'done') return late;
        await refresh();
        change({ success: { kind: 'edit-undone' } });
        return true;
      }),
  };
}
