import { type Measure, measureLayout } from './detect/visible.ts';
import { enrolmentPictures } from './enrolment-picture.ts';
import { codeAttributes } from './watched-attributes.ts';
import { whenChanged } from './when-changed.ts';

/** What a look gave: the page presents something as an enrolment's code, another one than before, or does no longer. */
export type CodeSighting = 'code-perhaps' | 'code-gone';

// A page that draws new codes without end is not read without end.
const MOST_REPORTS = 40;

// Until it has loaded, a picture was reported to nobody who could read it.
const isLoaded = (element: Element): boolean => !(element instanceof HTMLImageElement) || element.complete;

/** What tells one picture from the next in the same element: its address, its size, or that it is there by now. */
const faceOf = (element: Element): string =>
  [...['src', 'href', 'width', 'height', 'style'].map((name) => element.getAttribute(name)), isLoaded(element)].join(
    '|',
  );

/**
 * Watches a document of an allowed site for an enrolment's code, dialogs and later changes included.
 * @param report called once for each code as far as the DOM tells it apart, and once when none is there any more; it gets no text
 * @param measure where elements stand, for documents without layout
 * @returns ends the watch
 */
export function watchCode(
  page: Document,
  report: (sighting: CodeSighting) => void,
  measure: Measure = measureLayout,
): () => void {
  const faces = new WeakMap<Element, string>();
  let shown = false;
  let left = MOST_REPORTS;

  const look = (): void => {
    const pictures = enrolmentPictures(page, measure);
    const news = pictures.filter((picture) => faces.get(picture) !== faceOf(picture));
    for (const picture of news) faces.set(picture, faceOf(picture));
    if (pictures.length === 0 && shown) report('code-gone');
    shown = pictures.length > 0;
    if (news.length === 0 || left === 0) return;
    left -= 1;
    report('code-perhaps');
  };

  look();
  return whenChanged(page, { attributes: codeAttributes }, look);
}
