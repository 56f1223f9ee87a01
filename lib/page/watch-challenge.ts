import { type Measure, measureLayout } from './detect/visible.ts';
import { enrolmentPictures } from './enrolment-picture.ts';
import { findCodeField } from './find-code-field.ts';
import { boxAttributes } from './watched-attributes.ts';
import { whenChanged } from './when-changed.ts';

/** What a look at the document gave: a challenge that was not reported yet, or none. */
export type Sighting = 'challenge-seen' | 'no-challenge';

/**
 * Watches a document of an allowed site for a code box: looks at once, and again whenever the page has changed and come to rest.
 * The box of an enrolment is none: it waits for a code of the new key, and one of the old key must not get into it.
 * @param report called for each box once, and once at the start where there is none; it gets no text of the page
 * @param measure where elements stand, for documents without layout
 * @returns ends the watch
 */
export function watchChallenge(
  page: Document,
  report: (sighting: Sighting) => void,
  measure: Measure = measureLayout,
): () => void {
  const reported = new WeakSet<HTMLInputElement>();

  const look = (): boolean => {
    const finding = findCodeField(page, { mode: 'automatic', enrolledHere: true, anchor: null, measure });
    if (finding.kind !== 'found') return false;
    const { field } = finding;
    const box = field.kind === 'single' ? field.input : field.inputs[0];
    if (box === undefined || reported.has(box)) return true;
    if (enrolmentPictures(page, measure).length > 0) return false;
    reported.add(box);
    report('challenge-seen');
    return true;
  };

  if (!look()) report('no-challenge');
  return whenChanged(page, { attributes: boxAttributes }, () => void look());
}
