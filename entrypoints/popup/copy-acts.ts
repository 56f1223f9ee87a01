import type { CopiesModel } from './copies-model.ts';
import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** Everything about the health of saved copies, and copies into a folder. */
export function copyActs({ act, change, current }: Core, { ask, copies }: PopupPorts) {
  async function folderState(isOn: boolean): Promise<CopiesModel['folder']> {
    if (copies === null) return 'impossible';
    return isOn ? copies.folderState().catch(() => 'none' as const) : 'off';
  }

  /** Learns how the saved copies stand. */
  async function look(): Promise<void> {
    const answer = await ask({ kind: 'copy-health' });
    if (answer.kind !== 'copy-health') return change({ copies: null });
    const { health, ask: isAsked, automatic } = answer;
    change({ copies: { health, ask: isAsked, folder: await folderState(automatic !== null) } });
  }

  return {
    lookAtCopies: look,
    /**
     * Writes a copy into the folder where one is missing, after everything that somebody may wait for; a popup that closes
     * meanwhile leaves the older copies as they are.
     */
    async saveCopyByItself(): Promise<void> {
      if (current().vault?.kind !== 'unlocked') return;
      await look();
      if (copies === null || current().copies?.folder !== 'ready' || current().filling !== null) return;
      const outcome = await copies.save(ask).catch(() => 'failed' as const);
      if (outcome === 'saved') await look();
      const { copies: seen } = current();
      if (outcome === 'failed' && seen !== null) change({ copies: { ...seen, folder: 'failed' } });
    },
    copiesLater: () =>
      act(async () => {
        const answer = await ask({ kind: 'copies-later' });
        await look();
        return answer.kind === 'done';
      }),
    openCopies: async (): Promise<void> => copies?.openPage(),
  };
}
