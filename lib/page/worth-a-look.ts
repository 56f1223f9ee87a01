import { keyLinks } from '../setup-links.ts';
import { isVisibleBox } from './detect/boxes.ts';
import { isSeen, type Measure, measureLayout } from './detect/visible.ts';
import { type Root, rootsOf } from './document-roots.ts';
import { calledCode, isLikely } from './likely-code.ts';
import { watchedAttributes } from './watched-attributes.ts';
import { whenChanged } from './when-changed.ts';

/** A box that says of itself that it searches the site, which stands on most of its pages. */
const searches = (input: HTMLInputElement): boolean =>
  input.closest('[role=search], [role=searchbox]') !== null || /^(?:q|s|query|search)$/i.test(input.name);

function isWorthALook(roots: readonly Root[], measure: Measure): boolean {
  for (const root of roots) {
    for (const input of root.querySelectorAll('input'))
      if (isVisibleBox(input, measure) && !searches(input)) return true;
    for (const link of root.querySelectorAll(keyLinks)) if (isSeen(link, measure)) return true;
    for (const picture of root.querySelectorAll(calledCode)) if (isLikely(picture, measure)) return true;
  }
  return false;
}

// Until the detector has come and looks, a page has had as long again.
const FRAME_MS = 16;

// A background that has gone, as after an update of the extension, is not called without end.
const MOST_CALLS = 5;

/**
 * Watches a document of an allowed site, as cheaply as can be, for anything that the detector should look at: a box to type in, a
 * picture that might be a code; and for words that should be read.
 * @param report called with `worth-a-look` until it answers that the detector came; before it once with `no-challenge` where the
 *   document had nothing; once with `page-changed` when it has something to say
 * @param says whether the document has
 * @param measure where elements stand, for documents without layout
 * @returns ends the watch, which ends by itself once the detector came and something was said
 */
export function watchForMore(
  page: Document,
  report: (sighting: 'no-challenge' | 'worth-a-look' | 'page-changed') => Promise<boolean>,
  says: (roots: readonly Root[]) => boolean,
  measure: Measure = measureLayout,
): () => void {
  let calls = 0;
  let isCalling = false;
  const open = { look: true, words: true };
  let end = (): void => {};
  const look = async (roots: readonly Root[]): Promise<void> => {
    if (!open.look || isCalling || !isWorthALook(roots, measure)) return;
    isCalling = true;
    calls += 1;
    open.look = !((await report('worth-a-look')) || calls >= MOST_CALLS);
    isCalling = false;
    if (!open.look && !open.words) end();
  };
  const listen = (roots: readonly Root[]): void => {
    if (!open.words || !says(roots)) return;
    open.words = false;
    void report('page-changed');
    if (!open.look) end();
  };
  // The walk is most of what this costs a page.
  const now = [...rootsOf(page)];
  end = whenChanged(
    page,
    { attributes: watchedAttributes, texts: true, restMs: FRAME_MS },
    (roots) => {
      void look(roots);
      listen(roots);
    },
    now,
  );
  void look(now);
  if (!isCalling) void report('no-challenge');
  // In a task of its own, so that the page's tasks wait for half as long.
  const first = setTimeout(() => listen(now));
  return () => {
    clearTimeout(first);
    end();
  };
}
