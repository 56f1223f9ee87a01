import { type Root, rootsOf } from './document-roots.ts';

// More than two frames: what a page draws in steps is drawn by then, and who waits for a code waits little.
const REST_MS = 40;
// A page that changes without end is looked at once in so long.
const SETTLE_MS = 150;

// Pictures arrive, and dialogs fade in, without a change of the DOM.
const later = ['load', 'transitionend', 'animationend'] as const;

type Counted = { readonly attributes: readonly string[]; readonly texts?: boolean; readonly restMs?: number };

/**
 * Calls back when the document has changed and come to rest, shadow trees included, or has changed for a moment; at most once in
 * such a moment.
 * @param counted whose changes count beside those of elements; `texts`: those of what stands in an element too; `restMs`: how long
 *   nothing changes in a page at rest
 * @param look given all roots of that moment
 * @param known the roots of now, from who has walked the document already
 * @returns ends the watch
 */
export function whenChanged(
  page: Document,
  { attributes, texts = false, restMs = REST_MS }: Counted,
  look: (roots: readonly Root[]) => void,
  known: readonly Root[] = [...rootsOf(page)],
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [changedMs, lookedMs] = [0, Number.NEGATIVE_INFINITY];
  const lookNow = (): void => {
    timer = undefined;
    lookedMs = performance.now();
    const roots = [...rootsOf(page)];
    observeAll(roots);
    look(roots);
  };
  const soon = (): void => {
    const nowMs = performance.now();
    if (timer === undefined) changedMs = nowMs;
    const restedMs = Math.min(nowMs + restMs, changedMs + SETTLE_MS);
    clearTimeout(timer);
    timer = setTimeout(lookNow, Math.max(restedMs, lookedMs + SETTLE_MS) - nowMs);
  };
  const observer = new MutationObserver(soon);
  const listening = new AbortController();
  // Weakly: a page may make and drop shadow trees without end.
  const observed = new WeakSet<Root>();
  // Neither changes nor events of a shadow tree are seen from outside, and a root that comes says nothing.
  const observeAll = (roots: readonly Root[]): void => {
    for (const root of roots) {
      if (observed.has(root)) continue;
      observed.add(root);
      observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: texts,
        attributes: true,
        attributeFilter: [...attributes],
      });
      for (const event of later) root.addEventListener(event, soon, { capture: true, signal: listening.signal });
    }
  };
  observeAll(known);
  return () => {
    observer.disconnect();
    listening.abort();
    clearTimeout(timer);
  };
}
