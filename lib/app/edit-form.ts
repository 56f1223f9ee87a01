import type { Ask } from '../messages/client.ts';
import type { CodesChange } from './codes-changes.ts';
import { type AccountEdit, type EditableAccount, type EditProblem, editProblem } from './edit-account.ts';

/** An edit that can be taken back: the account as the edit left it, and where what it was is kept. */
export type EditUndo = { readonly entryId: string; readonly keptId: string; readonly updatedUnixMs: number };

/** An account's open form; `meanwhile`: it was changed elsewhere since it was shown before; `warned`: what the customer was told. */
export type EditForm = {
  readonly shown: EditableAccount;
  readonly problem: EditProblem | null;
  readonly meanwhile: boolean;
  readonly warned: { readonly edit: AccountEdit; readonly changes: readonly CodesChange[] } | null;
};

/** What came of saving a form: it stays open, it is over, or nothing was done. */
export type EditStep =
  | { readonly kind: 'form'; readonly form: EditForm }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'edited'; readonly undo: EditUndo | null }
  | { readonly kind: 'failed' };

const editProblems: readonly EditProblem[] = ['secret-invalid', 'secret-short', 'issuer-too-long', 'account-too-long'];

/** Shows an account as it is stored now; null where it is gone, or Doorcode locked. */
export async function openForm(ask: Ask, entryId: string, meanwhile: boolean): Promise<EditForm | null> {
  const answer = await ask({ kind: 'show-editable', entryId });
  return answer.kind === 'editable' ? { shown: answer.account, problem: null, meanwhile, warned: null } : null;
}

/** Saves what was made of a form; `despiteCodes`: the second press, after the warning. */
export async function saveForm(ask: Ask, form: EditForm, edit: AccountEdit, despiteCodes: boolean): Promise<EditStep> {
  // Judged here first: what no message can carry would only come back as not understood.
  const problem = editProblem(edit);
  if (problem !== null) return { kind: 'form', form: { ...form, problem, warned: null } };
  const { id: entryId, updatedUnixMs: shownUnixMs } = form.shown;
  const answer = await ask({ kind: 'edit-entry', entryId, shownUnixMs, edit, despiteCodes });
  switch (answer.kind) {
    case 'would-change-codes':
      return { kind: 'form', form: { ...form, problem: null, warned: { edit, changes: answer.changes } } };
    case 'unchanged':
      return { kind: 'unchanged' };
    case 'edited': {
      const { keptId, updatedUnixMs } = answer;
      return { kind: 'edited', undo: keptId === null ? null : { entryId, keptId, updatedUnixMs } };
    }
    case 'failed': {
      const { reason } = answer;
      const anew = reason === 'changed-meanwhile' ? await openForm(ask, entryId, true) : null;
      if (anew !== null) return { kind: 'form', form: anew };
      const told = editProblems.find((one) => one === reason);
      return told === undefined ? { kind: 'failed' } : { kind: 'form', form: { ...form, problem: told, warned: null } };
    }
    default:
      return { kind: 'failed' };
  }
}

/** Makes an account again what it was; `late` where it was changed once more since. */
export async function takeBack(
  ask: Ask,
  { entryId, keptId, updatedUnixMs }: EditUndo,
): Promise<'undone' | 'late' | 'failed'> {
  const answer = await ask({ kind: 'undo-edit', entryId, keptId, shownUnixMs: updatedUnixMs });
  if (answer.kind === 'done') return 'undone';
  return answer.kind === 'failed' && answer.reason === 'changed-meanwhile' ? 'late' : 'failed';
}
