import { fits } from './by-prototype.ts';
import { type Box, boxOf } from './collect/candidate.ts';
import { walk } from './collect/walk.ts';
import { isSeen, type Measure, measureLayout } from './detect/visible.ts';

/** What the scanner leaves for the other script of the same isolated world: the elements of its last scan, and which one held the code. */
export type ScanMemory = {
  /**
   * Notes that a candidate of the last scan held the code.
   * @param index of the candidate in that scan
   * @returns false when there is no such element any more
   */
  mark(index: number): boolean;
  /** The element that held the code, or the one that took its place; null when nothing was marked or neither is shown. */
  anchor(): Element | null;
};

// A picture drawn anew in the same dialog keeps its size; the text above it may have moved it.
const SIZE_TOLERANCE = 0.15;

const pictures = 'img, canvas, svg, table, div';

const isLike = (one: Box, other: Box): boolean =>
  Math.abs(one.width - other.width) <= SIZE_TOLERANCE * one.width &&
  Math.abs(one.height - other.height) <= SIZE_TOLERANCE * one.height;

const distance = (one: Box, other: Box): number => Math.hypot(one.x - other.x, one.y - other.y);

/**
 * Makes the memory of one scan. Elements are held weakly: a page may drop them.
 * @param elements where the scan's candidates came from, index by index
 * @param earlier the memory of the scan before, whose mark stays until a new one is made
 * @param measure where elements stand, for documents without layout
 */
export function createScanMemory(
  page: Document,
  elements: readonly Element[],
  earlier?: ScanMemory,
  measure: Measure = measureLayout,
): ScanMemory {
  const found = elements.map((element) => new WeakRef(element));
  const place = (element: Element): Box => measure(element) ?? boxOf(element);
  const marking = (element: Element) => ({ element: new WeakRef(element), tag: element.tagName, box: place(element) });
  const inherited = earlier?.anchor() ?? null;
  let marked = inherited === null ? null : marking(inherited);

  /** The nearest picture of the same kind and size that was not there at the scan: what was there has been looked at. */
  function successor({ tag, box }: NonNullable<typeof marked>): Element | null {
    const known = new Set(found.map((reference) => reference.deref()));
    const [nearest] = walk(page)
      .elements.filter((element) => fits(element, pictures) && element.tagName === tag && !known.has(element))
      .filter((element) => isLike(box, place(element)) && isSeen(element, measure))
      .sort((one, other) => distance(box, place(one)) - distance(box, place(other)));
    return nearest ?? null;
  }

  return {
    mark(index) {
      const element = found[index]?.deref();
      if (!element?.isConnected) return false;
      marked = marking(element);
      return true;
    },
    anchor() {
      if (marked === null) return null;
      const element = marked.element.deref();
      return element?.isConnected && isSeen(element, measure) ? element : successor(marked);
    },
  };
}
