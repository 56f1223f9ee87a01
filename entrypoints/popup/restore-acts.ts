import { askUndo } from '../../lib/app/ask-undo.ts';
import type { PageAnswer } from '../../lib/app/page-answers.ts';
import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';
import { faultOf, type OpenFile, openRestoreFile, type RestoreFault } from './restore-file.ts';

/** Looking through a backup file, adding what is accepted of it, and taking back what was added together. */
export function restoreActs({ act, change, current, refresh, subscribe }: Core, ports: PopupPorts) {
  const { ask } = ports;
  let held: (OpenFile & { readonly shown: string }) | null = null;

  // However the list is left, the file and its key are not kept behind it.
  subscribe(({ preview }) => {
    if (preview === null) held = null;
  });

  function show(
    file: OpenFile,
    { rows, shown, changed, intact }: Extract<PageAnswer, { kind: 'restore-preview' }>,
  ): void {
    change({ preview: { rows, shown, changed, intact } });
    held = { ...file, shown };
  }

  /** Says what is wrong with a file; a vault that is not open shows itself, with what to do first. */
  async function tell(fault: RestoreFault): Promise<boolean> {
    if (fault === 'not-open') await refresh();
    else change({ restoreProblem: fault });
    return fault !== null;
  }

  return {
    /** Shows what a backup file would bring; nothing is written. */
    previewRestore: (file: Pick<File, 'size' | 'text'>, passphrase: string) =>
      act(async () => {
        change({ restoreProblem: null });
        const opened = await openRestoreFile(file, passphrase, ports);
        if (!opened.ok) return tell(opened.error);
        // Left meanwhile: nothing comes up over another screen.
        if (current().screen === 'restore') show(opened.value.file, opened.value.preview);
        return true;
      }),
    /** Adds what was shown, and beside ours those differing accounts that were chosen. */
    acceptRestore: (beside: readonly number[]) =>
      act(async () => {
        if (held === null) return false;
        const file = held;
        const answer = await ask({ kind: 'accept-restore', ...file, beside });
        if (answer.kind === 'restore-preview') show(file, answer);
        if (answer.kind === 'restore-preview') return true;
        if (answer.kind !== 'restored') return tell(faultOf(answer));
        const { added, skipped, undo } = answer;
        change({ screen: 'codes', preview: null, success: { kind: 'restored', added, skipped, undo } });
        await refresh();
        return true;
      }),
    /** Takes back what was added together, as far as it was neither used nor changed since. */
    undoAdded: (undo: string) =>
      act(async () => {
        const success = await askUndo(ask, undo);
        if (success === null) return false;
        await refresh();
        change({ success });
        return true;
      }),
  };
}
