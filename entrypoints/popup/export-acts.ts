import { exportCopy } from '../../lib/app/export-copy.ts';
import { createProofQuestion } from '../../lib/app/proof-question.ts';
import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** Saving a copy as a file: the passphrase of Doorcode is asked for first, and then one for the copy. */
export function exportActs({ act, change, current, refresh }: Core, ports: PopupPorts) {
  const question = createProofQuestion(ports, {
    current: () => current().exporting,
    change: (exporting) => change({ exporting }),
  });

  /** Goes back where Doorcode is not open any more. */
  async function backIfShut(outcome: unknown): Promise<void> {
    if (outcome !== 'shut') return;
    change({ screen: 'codes', failed: true });
    await refresh();
  }

  async function goOn(passphrase: string): Promise<boolean> {
    const outcome = await question.answer(passphrase);
    if (outcome === 'wrong') change({ wrongPassphrase: true });
    await backIfShut(outcome);
    return outcome === 'proven' || outcome === 'left';
  }

  async function save(passphrase: string): Promise<boolean> {
    const outcome = await question.use((proof) => exportCopy(ports, passphrase, proof));
    await backIfShut(outcome);
    if (outcome !== 'saved') return false;
    change({ screen: 'settings', exporting: null, success: { kind: 'backup-saved' } });
    return true;
  }

  return {
    leaveExport: question.leave,
    /** Finds out what has to be asked for before a copy is saved. */
    askForProof: async (): Promise<void> => backIfShut(await question.begin()),
    proveExport: (passphrase: string) => act(() => goOn(passphrase)),
    exportBackup: (passphrase: string) => act(() => save(passphrase)),
  };
}
