import { shadowRootOf } from './collect/walk.ts';

/** A document or the root of a shadow tree in it. */
export type Root = Document | ShadowRoot;

/** The document and its shadow roots. Of closed ones only those of custom elements: to ask for them costs more than all the rest. */
export function* rootsOf(root: Root): Generator<Root> {
  yield root;
  for (const element of root.querySelectorAll('*')) {
    const inner = element.shadowRoot ?? (element.localName.includes('-') ? shadowRootOf(element) : null);
    if (inner !== null) yield* rootsOf(inner);
  }
}
