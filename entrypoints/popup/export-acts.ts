import { askForSlot, prove } from '../../lib/app/ask-proof.ts';
import { exportCopy } from '../../lib/app/export-copy.ts';
import type { Core, PopupPorts } from './core.ts';

/** Saving a copy as a file: the passphrase of Doorcode is asked for first, and then one for the copy. */
export function exportActs({ act, change, current, refresh }: Core, ports: PopupPorts) {
  const { ask } = ports;

  /** Finds out what has to be asked for before a copy is saved. */
  async function askForProof(): Promise<void> {
    const slot = await askForSlot(ask);
    // Whoever went back meanwhile is asked nothing.
    if (current().screen !== 'export') return;
    if (slot !== 'not-open') return change({ exporting: { kind: 'asking', slot } });
    change({ screen: 'codes', exporting: null, failed: true });
    await refresh();
  }

  async function goOn(passphrase: string): Promise<boolean> {
    const { exporting } = current();
    if (exporting?.kind !== 'asking') return false;
    const proven = await prove(ports, passphrase, exporting.slot);
    if (current().exporting !== exporting) return true;
    if (proven.ok) change({ exporting: { kind: 'proven', proof: proven.value } });
    else if (proven.error === 'wrong') change({ wrongPassphrase: true });
    // Another window may have changed the keys: asking for the same again would fail for ever.
    else await askForProof();
    return proven.ok;
  }

  async function save(passphrase: string): Promise<boolean> {
    const { exporting } = current();
    if (exporting?.kind !== 'proven') return false;
    const outcome = await exportCopy(ports, passphrase, exporting.proof);
    if (outcome === 'proof-over') await askForProof();
    if (outcome !== 'saved') return false;
    change({ screen: 'settings', exporting: null, success: { kind: 'backup-saved' } });
    return true;
  }

  return {
    askForProof,
    proveExport: (passphrase: string) => act(() => goOn(passphrase)),
    exportBackup: (passphrase: string) => act(() => save(passphrase)),
  };
}
