import { walk } from './collect/walk.ts';

/** A picture that somebody pointed at, by its address, and until when that counts, by the document's own clock. */
export type PointedAt = { readonly address: string; readonly untilMs: number };

/**
 * The pictures of an address, as several may show the same.
 * @returns null where nobody pointed at one just now, or none is there any more
 */
export function pointedPictures(
  page: Document,
  pointed: PointedAt | undefined,
  nowMs = performance.now(),
): readonly Element[] | null {
  if (pointed === undefined || nowMs > pointed.untilMs) return null;
  const pictures = walk(page).elements.filter(
    (element) =>
      element instanceof HTMLImageElement &&
      (element.currentSrc === pointed.address || element.src === pointed.address),
  );
  return pictures.length === 0 ? null : pictures;
}
