const SETTLE_MS = 150;

// Pictures arrive, and dialogs fade in, without a change of the DOM.
const later = ['load', 'transitionend', 'animationend'] as const;

/**
 * Calls back when the document has changed, at most once in a moment: a page that changes without end is looked at no more often.
 * @param attributes whose changes count beside those of elements
 * @returns ends the watch
 */
export function whenChanged(page: Document, attributes: readonly string[], look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, SETTLE_MS);
  };
  const observer = new MutationObserver(soon);
  observer.observe(page, { subtree: true, childList: true, attributes: true, attributeFilter: [...attributes] });
  for (const event of later) page.addEventListener(event, soon, { capture: true });
  return () => {
    observer.disconnect();
    for (const event of later) page.removeEventListener(event, soon, { capture: true });
    clearTimeout(timer);
  };
}
