import { keyLinks } from '../setup-links.ts';
import { attributeOf, closestTo, fits, rectOf } from './by-prototype.ts';
import { walk } from './collect/walk.ts';
import { isSeen, type Measure, measureLayout } from './detect/visible.ts';

const LEAST_SIDE_PX = 80;
const MOST_SIDE_PX = 600;

const frame = 'a, header, nav, footer, button, [role=banner], [role=navigation], [role=contentinfo]';
const decoration = /logo|brand|avatar|icon|emblem|badge|banner|flag|illustration/i;

/** A picture that the page uses as its sign, a link or an ornament. */
function isDecoration(element: Element): boolean {
  const around = closestTo(element, frame);
  if (around !== null && !fits(around, keyLinks)) return true;
  const source = attributeOf(element, 'src') ?? '';
  const said = ['class', 'id', 'alt', 'aria-label', 'title'].map((name) => attributeOf(element, name) ?? '');
  return decoration.test(`${said.join(' ')} ${source.startsWith('data:') ? '' : source}`);
}

const drawn = 'img, canvas, svg, table';
/** What may be a code: what draws, and what has one as its background or as a grid of cells, and says so. */
export const calledCode = `${drawn}, [role=img], [class*="qr" i], [id*="qr" i]`;

/** Whether an element is square, of a code's usual size, to be seen, and no ornament; no pixel is looked at. */
export function isLikely(element: Element, measure: Measure): boolean {
  const { width, height } = measure(element) ?? rectOf(element);
  const square = width >= LEAST_SIDE_PX && width <= MOST_SIDE_PX && Math.abs(width - height) <= 0.1 * width;
  return square && !isDecoration(element) && isSeen(element, measure);
}

/**
 * The first square picture of a code's usual size that is no logo: where a code stands whose element is not known,
 * because it was read from a screenshot or its dialog was drawn anew. Null when there is none.
 */
export const likelyCode = (page: Document, measure: Measure = measureLayout): Element | null =>
  walk(page).elements.find((element) => fits(element, drawn) && isLikely(element, measure)) ?? null;

/** All such pictures in document order, backgrounds that are called a picture or a code too; at most `most`. */
export function likelyCodes(page: Document, most: number, measure: Measure = measureLayout): readonly Element[] {
  const found: Element[] = [];
  for (const element of walk(page).elements) {
    if (!fits(element, calledCode) || !isLikely(element, measure)) continue;
    found.push(element);
    if (found.length >= most) break;
  }
  return found;
}
