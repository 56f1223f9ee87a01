import { type ManualForm, manualAccount } from '../../lib/app/manual-account.ts';
import { unlockRequest } from '../../lib/app/new-keys.ts';
import { passphraseSlot } from '../../lib/vault/passphrase-slot.ts';
import type { Core } from './core.ts';
import type { Screen } from './model.ts';
import type { PopupPorts } from './ports.ts';
import { manualProblemOf } from './problems.ts';

/** Everything about the vault as a whole: unlocking, locking, settings, backups, typing an account. */
export function vaultActs({ act, then, change, current, refresh }: Core, ports: PopupPorts) {
  const { ask } = ports;

  async function unlock(passphrase: string): Promise<boolean> {
    const vault = current().vault;
    const slots = vault?.kind === 'locked' ? vault.slots : [];
    const slot = passphraseSlot(slots);
    if (slot === null) return then({ kind: 'unlock-with-computer' });
    const request = await unlockRequest(ports, slot, passphrase);
    return request !== null && then(request);
  }

  return {
    retry: () => act(async () => refresh().then(() => true)),
    unlock,
    /** Locks at once, whatever is under way. */
    async lock(): Promise<void> {
      change({ success: null, fillProblem: null, failed: !(await then({ kind: 'lock' })) });
    },
    /** Goes to a screen, whatever is under way; settings are asked for when they are shown. */
    async show(screen: Screen): Promise<void> {
      change({
        screen,
        leftId: null,
        clock: null,
        offerSeconds: null,
        manualProblem: null,
        restoreProblem: null,
        preview: null,
        success: null,
        failed: false,
      });
      if (screen !== 'settings') return;
      const answer = await ask({ kind: 'settings' });
      if (answer.kind !== 'settings') return change({ failed: true });
      const { autoLockMinutes, reminder, sharedComputer } = answer;
      change({ autoLockMinutes, reminder, sharedComputer });
    },
    setAutoLock: (minutes: number) =>
      act(async () => {
        const set = await then({ kind: 'set-auto-lock', minutes });
        if (set) change({ autoLockMinutes: minutes });
        return set;
      }),
    addManual: (form: ManualForm) =>
      act(async () => {
        // Judged here first: what no message can carry would only come back as not understood.
        const judged = manualAccount(form);
        if (!judged.ok) change({ manualProblem: judged.error });
        if (!judged.ok) return true;
        const answer = await ask({ kind: 'add-manual', form });
        const manualProblem = answer.kind === 'failed' ? manualProblemOf(answer.reason) : null;
        change({ manualProblem });
        if (answer.kind !== 'done') return manualProblem !== null;
        change({ screen: 'codes' });
        await refresh();
        return true;
      }),
  };
}
