// A box stands in for the property of its form that it is called like (HTML §4.10.3), for scripts of ours too. So what may be a form is
// asked by its prototype.

/** The element around another one in its tree; asked of the element itself, a walk upwards might never end. */
export const aroundOf = (element: Element): Element | null => Reflect.get(Node.prototype, 'parentElement', element);

/** Whether an element fits a selector. */
export const fits = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);

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

/** The document that an element stands in. */
export const documentOf = (element: Element): Document => Reflect.get(Element.prototype, 'ownerDocument', element);

/** Where an element stands in the viewport, in CSS pixels. */
export const rectOf = (element: Element): DOMRect =>
  element instanceof HTMLFormElement
    ? Element.prototype.getBoundingClientRect.call(element)
    : element.getBoundingClientRect();

/** Whether an element is another one, or holds it. */
export const holds = (element: Element, other: Element): boolean => Node.prototype.contains.call(element, other);

/** How far an element is scrolled, in CSS pixels. */
export const scrolledBy = (element: Element): { readonly left: number; readonly top: number } => ({
  left: Reflect.get(Element.prototype, 'scrollLeft', element),
  top: Reflect.get(Element.prototype, 'scrollTop', element),
});

/** What stands directly in a node. */
export const childrenOf = (node: Node): Node[] => Array.from(Reflect.get(Node.prototype, 'childNodes', node));
