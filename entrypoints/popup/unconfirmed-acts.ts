import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** Everything about an account of this site that the site never confirmed. */
export function unconfirmedActs({ act, change, current, then }: Core, { ask, tabId }: PopupPorts) {
  const answerOf = (kind: 'keep-unconfirmed' | 'discard-unconfirmed') => (): Promise<void> =>
    act(async () => {
      const { unconfirmed } = current();
      if (unconfirmed === null) return false;
      const done = await then({ kind, entryId: unconfirmed.id });
      // Where the site confirmed it meanwhile, the question is over too.
      change({ unconfirmed: null });
      return done;
    });

  return {
    /** Looks whether an account is to be asked about: only where the page shows nothing that comes first. */
    async lookForUnconfirmed(): Promise<void> {
      const { vault, entries, found, offer } = current();
      const waits = entries.some(({ belongsHere, state }) => belongsHere && state === 'pending');
      const busyPage = found.codes.length > 0 || found.added !== null || offer !== null;
      if (vault?.kind !== 'unlocked' || !waits || busyPage) return change({ unconfirmed: null });
      const answer = await ask({ kind: 'list-unconfirmed', tabId });
      if (answer.kind === 'unconfirmed') change({ unconfirmed: answer.entry });
    },
    keepUnconfirmed: answerOf('keep-unconfirmed'),
    discardUnconfirmed: answerOf('discard-unconfirmed'),
  };
}
