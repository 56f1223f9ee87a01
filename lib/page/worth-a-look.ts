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

// Until the detector has come and looks, a page has had another frame or more.
const FRAME_MS = 16;

// Words are heard twice a second at most: they stand there for longer, and a lively page would be read without end.
const WORDS_MS = 500;

// A background that has gone, as after an update of the extension, is not called without end.
const MOST_CALLS = 5;

/**
 * Watches a document of an allowed site, as cheaply as can be, for anything that the detector should look at: a box to type in, a
 * picture that might be a code; and for words that should be read.
 * @param report called with `worth-a-look` until it answers that the detector came; before it once with `no-challenge` where the
 *   document had nothing; with `page-changed` when it has something to say, until it answers that it was read
 * @param says whether the document has; null where its words are nobody's
 * @param measure where elements stand, for documents without layout
 * @returns ends the watch, which ends by itself once the detector came and the document was read
 */
export function watchForMore(
  page: Document,
  report: (sighting: 'no-challenge' | 'worth-a-look' | 'page-changed') => Promise<boolean>,
  says: ((roots: readonly Root[]) => boolean) | null,
  measure: Measure = measureLayout,
): () => void {
  const calls = { look: 0, words: 0 };
  const open = { look: true, words: says !== null };
  let isCalling = false;
  let end = (): void => {};
  const close = (what: keyof typeof open): void => {
    open[what] = false;
    if (!open.look && !open.words) end();
  };
  const look = async (roots: readonly Root[]): Promise<void> => {
    if (!open.look || isCalling || !isWorthALook(roots, measure)) return;
    isCalling = true;
    calls.look += 1;
    if ((await report('worth-a-look')) || calls.look >= MOST_CALLS) close('look');
    isCalling = false;
  };
  // The walk is most of what this costs a page.
  let latest: readonly Root[] = [...rootsOf(page)];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = async (): Promise<void> => {
    timer = undefined;
    if (says?.(latest) !== true) return;
    calls.words += 1;
    if ((await report('page-changed')) || calls.words >= MOST_CALLS) close('words');
  };
  // Later: whoever waits for a code in the same page comes first.
  const listenSoon = (): void => {
    if (open.words) timer ??= setTimeout(() => void listen(), WORDS_MS);
  };
  const watching = whenChanged(
    page,
    { attributes: watchedAttributes, texts: open.words, restMs: FRAME_MS },
    (roots) => {
      latest = roots;
      void look(roots);
      listenSoon();
    },
    latest,
  );
  end = () => {
    clearTimeout(timer);
    watching();
  };
  void look(latest);
  if (!isCalling) void report('no-challenge');
  listenSoon();
  return () => end();
}
