import { isKeyLink } from '../setup-links.ts';
import type { QrCandidate } from './collect/candidate.ts';
import { keyUrisOf } from './collect/page-texts.ts';
import { type Looked, readElement } from './collect/read-element.ts';
import { enrolmentPictures } from './enrolment-picture.ts';

/** What the code pictures of one document hold: key URIs, and whether one of them may not be read by any script. */
export type EnrolmentReading = { readonly origin: string; readonly keys: readonly string[]; readonly perhaps: boolean };

const BACKGROUND_WAIT_MS = 500;

/**
 * Reads what a document presents as an enrolment's code, and nothing else in it.
 * @param texts the codes in a picture; null where it could not be drawn
 */
export async function readEnrolment(
  page: Document,
  texts: (candidate: QrCandidate) => Promise<readonly string[] | null>,
): Promise<EnrolmentReading> {
  const looked: Looked = { images: 0, canvases: 0, svgs: 0, backgrounds: 0, grids: 0, shadowRoots: 0 };
  const keys = new Set<string>();
  let perhaps = false;
  for (const picture of enrolmentPictures(page)) {
    const carried = keyUrisOf(picture).filter(isKeyLink);
    for (const key of carried) keys.add(key);
    if (carried.length > 0) continue;
    const reading = await readElement(picture, looked, BACKGROUND_WAIT_MS);
    if (reading === null) continue;
    const found = typeof reading === 'string' ? null : await texts(reading).catch(() => null);
    if (found === null) perhaps = true;
    for (const text of found ?? []) if (isKeyLink(text)) keys.add(text);
  }
  return { origin: page.defaultView?.origin ?? 'null', keys: [...keys], perhaps };
}
