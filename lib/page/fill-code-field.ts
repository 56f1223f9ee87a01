import type { CodeField } from './code-field.ts';
import { settles } from './fill/settle.ts';
import { isWritable, pasteInto, writeInput } from './fill/write-input.ts';

/** What became of a code: `reverted` when the page did not keep it, `occupied` when something else stood in the box. */
export type FillOutcome =
  | { readonly kind: 'filled' }
  | { readonly kind: 'occupied' }
  | { readonly kind: 'reverted' }
  | { readonly kind: 'not-writable' };

/** What we wrote last, read back: only that may be replaced by a fresh code. */
const ours = new WeakMap<HTMLInputElement, string>();

const digitsOf = (text: string): string => text.replace(/[\s\u2013-]/g, '');

// A number box drops a leading zero on its own when the page normalises it; the digits are then still ours.
const holds = (input: HTMLInputElement, text: string): boolean =>
  digitsOf(input.value) === text ||
  (input.type === 'number' && input.value !== '' && Number(input.value) === Number(text));

const isFree = (input: HTMLInputElement): boolean => digitsOf(input.value) === '' || input.value === ours.get(input);

/** Notes a box as ours when it holds our text, in whatever form the page gave it. */
const remember = (input: HTMLInputElement, text: string): void => {
  if (holds(input, text)) ours.set(input, input.value);
};

/** The box that stands where one stood before its page drew it anew: same id, else same name, else same place in its document. */
function follow(input: HTMLInputElement, place: number, page: Document): HTMLInputElement {
  if (input.isConnected) return input;
  const boxes = Array.from(page.querySelectorAll('input'));
  const byId = input.id === '' ? undefined : boxes.find((box) => box.id === input.id);
  const byName = input.name === '' ? undefined : boxes.filter((box) => box.name === input.name);
  return byId ?? (byName?.length === 1 ? byName[0] : undefined) ?? boxes[place] ?? input;
}

async function fillSingle(input: HTMLInputElement, code: string): Promise<FillOutcome> {
  const view = input.ownerDocument.defaultView;
  if (view === null || !isWritable(input)) return { kind: 'not-writable' };
  if (input.maxLength >= 0 && input.maxLength < code.length) return { kind: 'not-writable' };
  if (!isFree(input)) return { kind: 'occupied' };
  const page = input.ownerDocument;
  const place = Array.from(page.querySelectorAll('input')).indexOf(input);
  // A page that cancels `beforeinput` may write the text itself, so only reading back decides.
  writeInput(input, code);
  remember(input, code);
  const kept = await settles(view, () => holds(follow(input, place, page), code));
  if (!kept) return { kind: 'reverted' };
  remember(follow(input, place, page), code);
  return { kind: 'filled' };
}

async function fillSplit(inputs: readonly HTMLInputElement[], code: string): Promise<FillOutcome> {
  const [first] = inputs;
  const view = first?.ownerDocument.defaultView;
  if (first === undefined || !view || inputs.length !== code.length) return { kind: 'not-writable' };
  // Later boxes are often disabled until the one before them is filled.
  if (!isWritable(first)) return { kind: 'not-writable' };
  if (!inputs.every(isFree)) return { kind: 'occupied' };
  const page = first.ownerDocument;
  const all = Array.from(page.querySelectorAll('input'));
  const places = inputs.map((input) => all.indexOf(input));
  const box = (index: number): HTMLInputElement | undefined => {
    const input = inputs[index];
    return input && follow(input, places[index] ?? -1, page);
  };
  const now = (): HTMLInputElement[] => inputs.flatMap((_, index) => box(index) ?? []);
  const complete = (): boolean => now().every((input, index) => holds(input, code[index] ?? ''));

  if (pasteInto(first, code) && (await settles(view, complete))) {
    for (const [index, input] of now().entries()) remember(input, code[index] ?? '');
    return { kind: 'filled' };
  }
  for (const [index, digit] of Array.from(code).entries()) {
    const input = box(index);
    if (input === undefined) return { kind: 'not-writable' };
    if (holds(input, digit)) continue;
    if (!isWritable(input) && !(await settles(view, () => isWritable(box(index) ?? input))))
      return { kind: 'not-writable' };
    writeInput(box(index) ?? input, digit);
    remember(box(index) ?? input, digit);
  }
  if (!(await settles(view, complete))) return { kind: 'reverted' };
  for (const [index, input] of now().entries()) remember(input, code[index] ?? '');
  return { kind: 'filled' };
}

/**
 * Writes one code into a box or a row of boxes and reads it back after the page had its turn.
 * What the customer typed is never overwritten; a code written here before may be.
 * @param code the digits or letters, without spaces
 */
export async function fillCodeField(field: CodeField, code: string): Promise<FillOutcome> {
  return field.kind === 'single' ? fillSingle(field.input, code) : fillSplit(field.inputs, code);
}
