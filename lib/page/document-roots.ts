import { shadowRootOf } from './collect/walk.ts';

/** A document or the root of a shadow tree in it. */
export type Root = Document | ShadowRoot;

// What pages hang a tree into whose own content nobody sees.
const emptyHost = /^(?:div|span|section|main|article|aside)$/;

/**
 * An element's shadow root; a closed one only of custom elements and of blocks without content: to ask every element costs more than
 * all the rest of a look.
 */
export function innerRootOf(element: Element): ShadowRoot | null {
  const open = element.shadowRoot;
  // A form's box may be called so, and hold the form itself.
  if (open !== null) return open instanceof ShadowRoot ? open : null;
  const { localName } = element;
  // So is this, which is not asked by the prototype, as it is asked of every element; a form holds no tree.
  if (typeof localName !== 'string') return null;
  const mayHide = localName.includes('-') || (emptyHost.test(localName) && !element.hasChildNodes());
  return mayHide ? shadowRootOf(element) : null;
}

/** The document and its shadow roots, as `innerRootOf` tells them. */
export function* rootsOf(root: Root): Generator<Root> {
  yield root;
  // A list of all elements takes twice as long.
  const elements = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let node = elements.nextNode(); node !== null; node = elements.nextNode()) {
    const inner = node instanceof Element ? innerRootOf(node) : null;
    if (inner !== null) yield* rootsOf(inner);
  }
}
