import type { Ask } from '../messages/client.ts';
import type { AccountEdit } from './edit-account.ts';
import { type EditForm, type EditUndo, openForm, saveForm, takeBack } from './edit-form.ts';

/** What a page shows of an account's form; `left`: it was open and is not any more; null before. */
export type ShownForm = EditForm | 'left' | null;

/** What is said once a form was saved, or a change taken back; `undo` is there where codes changed. */
export type EditSaid =
  | { readonly kind: 'edited'; readonly undo: EditUndo | null }
  | { readonly kind: 'edit-unchanged' }
  | { readonly kind: 'edit-undone' }
  | { readonly kind: 'edit-not-undone' };

/** A page that shows one account at a time, with its form. */
export type EditPage = {
  readonly ask: Ask;
  /** Runs one act; it failed where that gives false. */
  readonly act: (run: () => Promise<boolean>) => Promise<void>;
  /** Shows the accounts as they are stored now. */
  readonly refresh: () => Promise<void>;
  /** The account that is open; null for none. */
  readonly opened: () => { readonly entryId: string; readonly edit: ShownForm } | null;
  /** Shows the form of an account, or that it was left; false where that account is not open any more. */
  readonly show: (entryId: string, edit: EditForm | 'left') => boolean;
  readonly say: (entryId: string, said: EditSaid) => void;
  readonly change: (part: { readonly failed: false }) => void;
};

/** The form of an account: opening it, saving it by one press or two, and taking back what changed codes. */
export function createEditActs({ ask, act, refresh, opened, show, say, change }: EditPage) {
  const formNow = (): EditForm | null => {
    const edit = opened()?.edit ?? null;
    return edit === 'left' ? null : edit;
  };

  async function save(edit: AccountEdit, despiteCodes: boolean): Promise<boolean> {
    const form = formNow();
    if (form === null) return false;
    const { id } = form.shown;
    const step = await saveForm(ask, form, edit, despiteCodes);
    if (step.kind === 'failed') return false;
    if (step.kind === 'form') {
      show(id, step.form);
      return true;
    }
    // Before the form goes: what is behind it would show the old names for a moment.
    if (step.kind === 'edited') await refresh();
    show(id, 'left');
    say(id, step.kind === 'edited' ? step : { kind: 'edit-unchanged' });
    return true;
  }

  return {
    /** Shows the account as it is stored now. */
    openEdit: () =>
      act(async () => {
        const account = opened();
        const edit = account && (await openForm(ask, account.entryId, false));
        return account !== null && edit !== null && show(account.entryId, edit);
      }),
    saveEdit: (edit: AccountEdit) => act(() => save(edit, false)),
    /** The second press: what the warning told is done, and nothing else. */
    confirmEdit: () =>
      act(async () => {
        const warned = formNow()?.warned ?? null;
        return warned !== null && save(warned.edit, true);
      }),
    returnToEdit(): void {
      const form = formNow();
      if (form !== null) show(form.shown.id, { ...form, warned: null });
    },
    closeEdit(): void {
      change({ failed: false });
      const account = opened();
      if (account !== null) show(account.entryId, 'left');
    },
    /** Makes the account again what it was; not where it was changed once more since. */
    undoEdit: (undo: EditUndo) =>
      act(async () => {
        const taken = await takeBack(ask, undo);
        if (taken === 'failed') return false;
        if (taken === 'undone') await refresh();
        say(undo.entryId, { kind: taken === 'late' ? 'edit-not-undone' : 'edit-undone' });
        return true;
      }),
  };
}
