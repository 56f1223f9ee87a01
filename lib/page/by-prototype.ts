// A box stands in for the property of its form that it is called like (HTML §4.10.3), for scripts of ours too. So what may be a form is
// asked by its prototype.

/** An element's attribute; null where it has none. */
export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

/** The nearest element around another one, itself among them, that fits a selector. */
export const closestTo = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

/** The first element inside of another one that fits a selector. */
export const firstIn = (element: Element, selector: string): Element | null =>
  Element.prototype.querySelector.call(element, selector);

/** Every element inside of another one that fits a selector. */
export const allIn = (element: Element, selector: string): readonly Element[] =>
  Array.from(Element.prototype.querySelectorAll.call(element, selector));

/** Every input inside of an element that fits a selector. */
export const inputsIn = (element: Element, selector: string): readonly HTMLInputElement[] =>
  allIn(element, selector).filter((one) => one instanceof HTMLInputElement);

/** All text inside of an element, seen or not. */
export const textIn = (element: Element): string => Reflect.get(Element.prototype, 'textContent', element) ?? '';
