import { askForSlot, proofOf } from '../../lib/app/ask-proof.ts';
import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** Practising the passphrase now and then, for those who asked for it. */
export function reminderActs({ act, then, change, list }: Core, ports: PopupPorts) {
  return {
    setReminder: (on: boolean) =>
      act(async () => {
        const set = await then({ kind: 'set-reminder', on });
        if (set) change({ reminder: on });
        return set;
      }),
    practise: (passphrase: string) =>
      act(async () => {
        const slot = await askForSlot(ports.ask);
        if (slot === 'not-open' || slot === null) return list();
        const proof = await proofOf(passphrase, slot, ports.derive);
        if (proof === null || proof === 'underivable' || !(await then({ kind: 'practise', proof }))) return false;
        change({ success: { kind: 'practised' } });
        return true;
      }),
    putOffReminder: () => act(() => then({ kind: 'put-off-reminder' })),
    stopReminder: () => act(() => then({ kind: 'set-reminder', on: false })),
  };
}
