import { findCodeField } from './find-code-field.ts';

/** What a look at the document gave: a challenge that was not reported yet, or none. */
export type Sighting = 'challenge-seen' | 'no-challenge';

const SETTLE_MS = 150;

/**
 * Watches a document of an allowed site for a code box: looks at once, and again whenever the page has changed and come to rest.
 * @param report called for each box once, and once at the start where there is none; it gets no text of the page
 * @returns ends the watch
 */
export function watchChallenge(page: Document, report: (sighting: Sighting) => void): () => void {
  const reported = new WeakSet<HTMLInputElement>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (): boolean => {
    timer = undefined;
    const finding = findCodeField(page, { mode: 'automatic', enrolledHere: true, anchor: null });
    if (finding.kind !== 'found' || finding.purpose !== 'challenge') return false;
    const { field } = finding;
    const box = field.kind === 'single' ? field.input : field.inputs[0];
    if (box === undefined || reported.has(box)) return true;
    reported.add(box);
    report('challenge-seen');
    return true;
  };

  if (!look()) report('no-challenge');
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(look, SETTLE_MS);
  });
  observer.observe(page, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden', 'type', 'disabled', 'readonly'],
  });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
