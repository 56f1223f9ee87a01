import { closestTo, documentOf, rectOf, scrolledBy } from '../by-prototype.ts';
import { hostOf, parentOf, treeOf } from '../shadow-tree.ts';

/** A box on the screen, in CSS pixels from the viewport's corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** How an element is measured; null where there is no layout to ask (a test's document). */
export type Measure = (element: Element) => Box | null;

// Nobody can see, or click into, less than this.
const LEAST_WIDTH_PX = 8;
const LEAST_HEIGHT_PX = 8;
const LEAST_OPACITY = 0.1;

/**
 * The browser's own measure; null in a document without layout, which has nothing to ask for what stands at a point. Its root's size
 * tells nothing: a page may give that none, and draw beyond it.
 */
export const measureLayout: Measure = (element) => ('elementsFromPoint' in Document.prototype ? rectOf(element) : null);

/** What an element is drawn in: the slot that shows it, else the element around it; of a form too, whose boxes may be called so. */
const drawnIn = (element: Element): Element | null =>
  Reflect.get(Element.prototype, 'assignedSlot', element) ?? parentOf(element);

/** Four or more drawn squares under a see-through box: the one real input of a library that draws its own slots. */
export function isOverSlots(input: HTMLInputElement, measure: Measure): boolean {
  const box = measure(input);
  const around = input.parentElement?.parentElement ?? input.parentElement;
  if (box === null || !around) return false;
  const slots = Array.from(around.querySelectorAll('*')).filter((element) => {
    const slot = measure(element);
    if (slot === null || element.childElementCount > 2 || slot.width < 16 || slot.width > 96) return false;
    const middle = { x: slot.x + slot.width / 2, y: slot.y + slot.height / 2 };
    const within =
      middle.x > box.x && middle.x < box.x + box.width && middle.y > box.y - 4 && middle.y < box.y + box.height + 4;
    return within && slot.height >= 16 && slot.height <= 120;
  });
  return slots.length >= 4;
}

/** How much of an element is to be seen by its own style: its opacity, and what filters leave of it. */
function shownBy({ opacity, filter }: CSSStyleDeclaration): number {
  const shares = [...filter.matchAll(/\bopacity\(([\d.]+)(%?)\)/g)].map(
    ([, share, per]) => Number(share) / (per ? 100 : 1),
  );
  return [opacity === '' ? 1 : Number(opacity), ...shares].reduce(
    (left, share) => left * (Number.isNaN(share) ? 1 : share),
  );
}

/** An element's opacity and the product of all above it; 0 where it or something above is not displayed or not visible. */
function opacityOf(seen: Element): { own: number; above: number } {
  const view = documentOf(seen).defaultView;
  if (view === null) return { own: 0, above: 0 };
  const style = view.getComputedStyle(seen);
  if (style.display === 'none' || style.visibility === 'hidden' || style.visibility === 'collapse')
    return { own: 0, above: 0 };
  let above = 1;
  for (let element = drawnIn(seen); element !== null; element = drawnIn(element)) {
    const around = view.getComputedStyle(element);
    if (around.display === 'none' || around.contentVisibility === 'hidden') return { own: 0, above: 0 };
    above *= shownBy(around);
  }
  return { own: shownBy(style), above };
}

/** Whether a click on the box lands in it: something drawn over it would make it another page's trap. Unknown outside the viewport. */
function isCovered(input: HTMLInputElement, { x, y, width, height }: Box): boolean {
  const page = input.ownerDocument;
  if (typeof page.elementFromPoint !== 'function') return false;
  const labels = Array.from(input.labels ?? []);
  const hitsIn = (tree: Document | ShadowRoot): (Element | null)[] =>
    [0.5, 0.2, 0.8].map((part) => tree.elementFromPoint(x + width * part, y + height / 2));
  if (hitsIn(page).every((hit) => hit === null)) return false;
  // In each tree around it: Firefox tells in a shadow tree of no element outside that lies over it.
  for (let at: Element | null = input; at !== null; at = hostOf(at)) {
    const target = at;
    const lands = hitsIn(treeOf(at)).some((hit) => hit === target || labels.some((label) => label.contains(hit)));
    if (!lands) return true;
  }
  return false;
}

/**
 * Whether a mask lies on a box or on something around it. It may leave nothing of the box and still let every press through, and what
 * it leaves no style tells: a fading edge looks the same as a box that nobody sees.
 */
export function isMasked(input: HTMLInputElement): boolean {
  const view = input.ownerDocument.defaultView;
  for (let at: Element | null = input; at !== null; at = drawnIn(at)) {
    const mask = view?.getComputedStyle(at).getPropertyValue('mask-image') ?? '';
    if (!['', 'none'].includes(mask)) return true;
  }
  return false;
}

/** Whether it stands in a part of the page that answers nothing, or its shadow tree does. */
const isInert = (element: Element): boolean => {
  const host = hostOf(element);
  return closestTo(element, '[inert]') !== null || (host !== null && isInert(host));
};

/**
 * Whether a person can see the box and type into it.
 * @param measure asked for every box; where it answers null only styles decide
 */
export function isVisible(input: HTMLInputElement, measure: Measure): boolean {
  const { own, above } = opacityOf(input);
  if (above < LEAST_OPACITY) return false;
  if (own < LEAST_OPACITY && !isOverSlots(input, measure)) return false;
  if (isInert(input)) return false;
  const box = measure(input);
  if (box === null) return input.closest('[hidden]') === null;
  return isOnPage(input, box) && !isCovered(input, box);
}

/** Whether some of a box is large enough and on the page, where scrolling can bring it into sight. */
function isOnPage(element: Element, { x, y, width, height }: Box): boolean {
  if (width < LEAST_WIDTH_PX || height < LEAST_HEIGHT_PX) return false;
  let [right, bottom] = [x + width, y + height];
  for (let at = drawnIn(element); at !== null; at = drawnIn(at)) {
    const { left, top } = scrolledBy(at);
    right += left;
    bottom += top;
  }
  return right > 0 && bottom > 0;
}

/**
 * Whether a person can see an element: displayed, not see-through, of some size and on the page.
 * @param measure where it answers null only styles decide
 */
export function isSeen(element: Element, measure: Measure): boolean {
  const { own, above } = opacityOf(element);
  if (own * above < LEAST_OPACITY) return false;
  const box = measure(element);
  return box === null ? closestTo(element, '[hidden]') === null : isOnPage(element, box);
}
