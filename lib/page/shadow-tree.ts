/**
 * The element around another one in its tree. Not the element's own word: a box called `parentElement` stands in for that property
 * of its form (HTML §4.10.3), where scripts of ours look too, and a walk upwards would never end.
 */
export const aroundOf = (element: Element): Element | null => Reflect.get(Node.prototype, 'parentElement', element);

/** Whether an element fits a selector; asked of forms too, whose boxes may be called `matches`. */
export const fits = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);

/** The element that holds the shadow tree around another one; null in no such tree. */
export const hostOf = (element: Element): Element | null => {
  const root = Node.prototype.getRootNode.call(element);
  return root instanceof ShadowRoot ? root.host : null;
};

/** The tree that an element stands in: its document, or the shadow tree around it. */
export const treeOf = (element: Element): Document | ShadowRoot => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : element.ownerDocument;
};

/** The element around another one, out of its shadow tree too. */
export const parentOf = (element: Element): Element | null => aroundOf(element) ?? hostOf(element);
