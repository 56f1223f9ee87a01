import type { Ask } from '../../lib/messages/client.ts';

/** How long a sheet of codes stays on the screen, in milliseconds: at all, once it was printed, and between two looks at the vault. */
export const SHEET_MS = { atMost: 120_000, oncePrinted: 30_000, betweenLooks: 3_000 } as const;

/**
 * Takes a sheet of codes off the screen in time: half a minute after it was printed (whoever cancelled by mistake can press again),
 * two minutes after it came, and at once when nobody sees the page or the vault is not open any more.
 * @param view the window that shows it
 * @param empty takes the codes away; called once
 */
export function endSheetInTime(view: Window, ask: Ask, empty: () => void): void {
  const over = new AbortController();
  const { signal } = over;
  const end = (): void => {
    if (signal.aborted) return;
    over.abort();
    empty();
  };
  const endIn = (ms: number): void => {
    const timer = view.setTimeout(end, ms);
    signal.addEventListener('abort', () => view.clearTimeout(timer));
  };
  endIn(SHEET_MS.atMost);
  view.addEventListener('afterprint', () => endIn(SHEET_MS.oncePrinted), { signal });
  view.addEventListener('pagehide', end, { signal });
  const seen = (): void => {
    if (view.document.visibilityState === 'hidden') end();
  };
  view.document.addEventListener('visibilitychange', seen, { signal });
  const look = async (): Promise<void> => {
    const answer = await ask({ kind: 'vault-state' });
    if (answer.kind !== 'vault-state' || answer.state.kind !== 'unlocked') end();
  };
  const looks = view.setInterval(() => void look(), SHEET_MS.betweenLooks);
  signal.addEventListener('abort', () => view.clearInterval(looks));
}
