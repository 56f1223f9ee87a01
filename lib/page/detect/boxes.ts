import { innerRootOf } from '../document-roots.ts';
import { isVisible, type Measure } from './visible.ts';

const types = new Set(['text', 'tel', 'number', 'password']);
// More boxes than any page with a challenge has; a page beyond that is a table of inputs.
const MOST_INPUTS = 400;

function* inputsOf(root: Document | ShadowRoot): Generator<HTMLInputElement> {
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLInputElement) yield element;
    const inner = innerRootOf(element);
    if (inner !== null) yield* inputsOf(inner);
  }
}

/** Whether it is a box for a line of text, and to be seen. */
export const isVisibleBox = (input: HTMLInputElement, measure: Measure): boolean =>
  types.has(input.type) && isVisible(input, measure);

/** All text-like inputs that a person sees, in document order, those in shadow roots too; disabled and read-only ones are among them. */
export function visibleInputs(page: Document, measure: Measure): readonly HTMLInputElement[] {
  const inputs: HTMLInputElement[] = [];
  for (const input of inputsOf(page)) {
    if (!isVisibleBox(input, measure)) continue;
    inputs.push(input);
    if (inputs.length >= MOST_INPUTS) break;
  }
  return inputs;
}

/** Whether a person may type into it now. */
export const isEditable = (input: HTMLInputElement): boolean =>
  !input.disabled && !input.readOnly && !input.matches(':disabled, fieldset[disabled] *');
