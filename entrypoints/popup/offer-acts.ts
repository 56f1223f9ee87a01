import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** The backup codes that the site showed: copied, kept or discarded. */
export function offerActs({ act, change, current, lookBack }: Core, ports: PopupPorts) {
  const { ask, tabId } = ports;

  return {
    copyBackupCodes: () => act(() => ports.copyText(current().offer?.codes.join('\n') ?? '').then(() => true)),
    keepBackupCodes: (entryId: string) =>
      act(async () => {
        const answer = await ask({ kind: 'keep-backup-codes', tabId, entryId, codes: current().offer?.codes ?? [] });
        if (answer.kind !== 'done') return false;
        change({ offer: null, success: { kind: 'backup-codes-kept' } });
        return true;
      }),
    discardBackupCodes: () =>
      act(async () => {
        const answer = await ask({ kind: 'discard-backup-codes', tabId, codes: current().offer?.codes ?? [] });
        if (answer.kind === 'done') await lookBack();
        return answer.kind === 'done';
      }),
  };
}
