import type { Core } from './core.ts';
import type { PopupPorts } from './ports.ts';

/** What the customer wants at the current site: codes that are filled by themselves, and its button pressed too. */
export function siteActs({ act, current, list }: Core, ports: PopupPorts) {
  const { ask, tabId } = ports;

  /** Ends filling by itself at the site that was shown, or the offer of it. */
  async function aboutHere(kind: 'decline-automatic' | 'stop-automatic'): Promise<boolean> {
    const { origin: shown } = current();
    return shown !== null && (await ask({ kind, tabId, shown })).kind === 'done' && list();
  }

  return {
    /** Asks the browser at once, as Firefox refuses the question after an await; the background goes on when it is answered. */
    allowHere(): void {
      const { origin } = current();
      if (origin === null) return;
      const wanted = ask({ kind: 'want-automatic', tabId, shown: origin });
      // Both: a browser that grants at once would else be seen before the wish is kept, and the site be offered again.
      void Promise.all([wanted, ports.requestSite(origin)]).then(() => list());
    },
    declineHere: () => act(() => aboutHere('decline-automatic')),
    /** Whether the site's button is pressed too, at the site that was shown. */
    submitHere: (on: boolean) =>
      act(async () => {
        const { origin: shown } = current();
        return shown !== null && (await ask({ kind: 'set-submit', tabId, shown, on })).kind === 'done' && list();
      }),
    stopHere: () => act(() => aboutHere('stop-automatic')),
  };
}
