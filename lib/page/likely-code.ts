import { walk } from './collect/walk.ts';
import { isSeen, type Measure, measureLayout } from './detect/visible.ts';

const MOST_ELEMENTS = 20_000;
const LEAST_SIDE_PX = 80;
const MOST_SIDE_PX = 600;

const frame = 'a, header, nav, footer, button, [role=banner], [role=navigation], [role=contentinfo]';
const decoration = /logo|brand|avatar|icon|emblem|badge|banner|flag|illustration/i;

/** A picture that the page uses as its sign, a link or an ornament. */
function isDecoration(element: Element): boolean {
  if (element.closest(frame)?.matches('a[href^="otpauth:" i]') === false) return true;
  const source = element.getAttribute('src') ?? '';
  const said = ['class', 'id', 'alt', 'aria-label', 'title'].map((name) => element.getAttribute(name) ?? '');
  return decoration.test(`${said.join(' ')} ${source.startsWith('data:') ? '' : source}`);
}

/**
 * The first square picture of a code's usual size that is no logo: where a code stands whose element is not known,
 * because it was read from a screenshot or its dialog was drawn anew. Null when there is none.
 */
export function likelyCode(page: Document, measure: Measure = measureLayout): Element | null {
  const isCode = (element: Element): boolean => {
    if (!element.matches('img, canvas, svg, table')) return false;
    const { width, height } = measure(element) ?? element.getBoundingClientRect();
    const square = width >= LEAST_SIDE_PX && width <= MOST_SIDE_PX && Math.abs(width - height) <= 0.1 * width;
    return square && !isDecoration(element) && isSeen(element, measure);
  };
  return walk(page, MOST_ELEMENTS).elements.find(isCode) ?? null;
}
