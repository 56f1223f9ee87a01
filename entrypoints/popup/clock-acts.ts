import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** The clock that codes are made by: compared with the site's, and corrected. */
export function clockActs({ act, change, current, list }: Core, { ask, tabId }: PopupPorts) {
  return {
    /** Compares the clock with the current site's; only ever called from a press on the button that says so. */
    checkClock: () =>
      act(async () => {
        change({ clock: null, offerSeconds: null });
        const answer = await ask({ kind: 'check-clock', tabId });
        if (answer.kind !== 'clock') return false;
        change({ clock: answer.result, offerSeconds: answer.offerSeconds });
        return list();
      }),
    /** Corrects the codes by what was measured here, or is known of a refusal. */
    correctCodes: () =>
      act(async () => {
        const { offerSeconds, refused } = current();
        const seconds = offerSeconds ?? refused?.offerSeconds ?? null;
        if (seconds === null || (await ask({ kind: 'correct-codes', seconds })).kind !== 'done') return false;
        change({ clock: null, offerSeconds: null });
        return list();
      }),
    stopCorrecting: () =>
      act(async () => (await ask({ kind: 'stop-correcting' })).kind === 'done' && list().then(() => true)),
  };
}
