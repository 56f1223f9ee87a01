import { seenText } from './detect/context.ts';
import { parentOf } from './shadow-tree.ts';

// A challenge's card with its heading, its words and its buttons; more is the rest of the page, with what others may write there.
const NEAR_TEXT = 1_500;

/** What stands around a box: its form, and wider as long as that has at most 1500 characters of rendered text. */
export function nearBox(box: Element): Element {
  const form = box instanceof HTMLInputElement ? box.form : null;
  let near = form ?? parentOf(box) ?? box;
  for (let up = parentOf(near); up !== null && seenText(up).length <= NEAR_TEXT; up = parentOf(near)) near = up;
  return near;
}
