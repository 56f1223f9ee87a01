import { aroundOf, childrenOf, closestTo, textIn } from '../by-prototype.ts';

/** What a page says in one place: the element and its own rendered text, at most 300 characters. */
export type Statement = { readonly element: Element; readonly text: string };

const LONGEST = 300;
// A page of prose is no answer to a form; nothing is looked for behind so many places.
const MOST = 2_000;

const silent = 'script, style, noscript, template, textarea, select, option, button, a, label, svg, nav, footer';

const shownByStyle = (element: Element): boolean => {
  const view = element.ownerDocument.defaultView;
  for (let up: Element | null = element; up !== null && view !== null; up = aroundOf(up)) {
    const { display, visibility } = view.getComputedStyle(up);
    if (display === 'none' || (up === element && visibility === 'hidden')) return false;
  }
  return true;
};

/** Whether an element is rendered, see-through ones aside. */
export function isShown(element: Element): boolean {
  if (typeof element.checkVisibility !== 'function') return shownByStyle(element);
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
}

const hasOwnText = (element: Element): boolean =>
  childrenOf(element).some((node) => node instanceof Text && node.data.trim() !== '');

/** The text as people read it, on one line. */
export const plainText = (element: Element): string => textIn(element).replace(/\s+/g, ' ').trim();

/** Every place of a document that has words of its own and is shown, open shadow trees included, in the order of the page. */
export function statementsOf(root: Document | ShadowRoot | Element): readonly Statement[] {
  const found: Statement[] = [];
  const walk = (from: Document | ShadowRoot | Element): void => {
    for (const element of [...(from instanceof Element ? [from] : []), ...from.querySelectorAll('*')]) {
      if (found.length >= MOST) return;
      if (element.shadowRoot instanceof ShadowRoot) walk(element.shadowRoot);
      if (!hasOwnText(element) || closestTo(element, silent) !== null) continue;
      const text = plainText(element);
      if (text !== '' && text.length <= LONGEST && isShown(element)) found.push({ element, text });
    }
  };
  walk(root);
  return found;
}
