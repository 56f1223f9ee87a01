import { type Root, rootsOf } from './document-roots.ts';

const SETTLE_MS = 150;

// Pictures arrive, and dialogs fade in, without a change of the DOM.
const later = ['load', 'transitionend', 'animationend'] as const;

/**
 * Calls back when the document has changed, shadow trees included, at most once in a moment: a page that changes without end is
 * looked at no more often.
 * @param attributes whose changes count beside those of elements
 * @param look given all roots of that moment
 * @param known the roots of now, from who has walked the document already
 * @returns ends the watch
 */
export function whenChanged(
  page: Document,
  attributes: readonly string[],
  look: (roots: readonly Root[]) => void,
  known: readonly Root[] = [...rootsOf(page)],
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      const roots = [...rootsOf(page)];
      observeAll(roots);
      look(roots);
    }, SETTLE_MS);
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
      observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: [...attributes] });
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
