// Time for a page's own scripts to draw what they show, as both browsers leave before they call a document idle.
const DRAWING_MS = 200;

/**
 * Resolves when a document was read to its end and drew its first picture, at the latest after `patienceMs`: some never end,
 * and the browser would then keep an injected script waiting for ever.
 */
export async function whenRead(page: Document, patienceMs = 1_500): Promise<void> {
  if (page.readyState === 'complete') return;
  await new Promise<void>((resolve) => {
    const soon = (): void => void setTimeout(resolve, DRAWING_MS);
    if (page.readyState === 'loading') page.addEventListener('DOMContentLoaded', soon, { once: true });
    else soon();
    setTimeout(resolve, patienceMs);
  });
}
