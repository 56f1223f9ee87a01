import { aroundOf } from './by-prototype.ts';

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
