import { treeOf } from '../shadow-tree.ts';

/** A box, the tree it stands in and its place there, so that the one its page draws in its stead can be found. */
export type Tracked = {
  readonly input: HTMLInputElement;
  readonly root: Document | ShadowRoot;
  readonly place: number;
};

/** Notes where a box stands among the boxes of its tree. */
export function track(input: HTMLInputElement): Tracked {
  const root = treeOf(input);
  return { input, root, place: Array.from(root.querySelectorAll('input')).indexOf(input) };
}

/**
 * The box that stands where one stood before its page drew it anew: same id, else same name, else same place in its tree.
 * @returns the box itself, out of the document, when nothing took its place
 */
export function follow(tracked: Tracked): HTMLInputElement {
  const { input, root, place } = tracked;
  if (input.isConnected) return input;
  const named = followByName(tracked);
  return named === input ? (root.querySelectorAll('input')[place] ?? input) : named;
}

/** As `follow`, by id and name only: once a code is in, another box at the same place is another view's. */
export function followByName({ input, root }: Tracked): HTMLInputElement {
  if (input.isConnected) return input;
  const boxes = Array.from(root.querySelectorAll('input'));
  const byId = input.id === '' ? undefined : boxes.find((box) => box.id === input.id);
  const byName = input.name === '' ? undefined : boxes.filter((box) => box.name === input.name);
  return byId ?? (byName?.length === 1 ? byName[0] : undefined) ?? input;
}
