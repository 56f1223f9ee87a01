import { createClipboard } from '../app/clear-clipboard.ts';
import { clearingLater } from './clear-later.ts';

function once(target: EventTarget, types: readonly string[], run: () => void): () => void {
  const listening = new AbortController();
  for (const type of types)
    target.addEventListener(
      type,
      () => {
        listening.abort();
        run();
      },
      // Not while it is captured: a focus that only moves within the page is a blur too.
      { signal: listening.signal },
    );
  return () => listening.abort();
}

/** What pages of ours copy by. */
export const clipboard = createClipboard({
  write: (text) => navigator.clipboard.writeText(text),
  // Firefox wants a press of the last five seconds.
  mayWriteUnasked: !import.meta.env.FIREFOX,
  after(seconds, run) {
    const timer = setTimeout(run, seconds * 1_000);
    return () => clearTimeout(timer);
  },
  onLeft: (run) => once(globalThis, ['blur'], run),
  onCopied: (run) => once(globalThis, ['copy', 'cut'], run),
  onPress: (run) => once(globalThis, ['pointerup', 'keyup'], run),
  later: clearingLater,
});
