import type { CodeField } from './code-field.ts';
import { follow, followByName, type Tracked, track } from './fill/follow.ts';
import { holds, isFree, isRemnant, remember } from './fill/held.ts';
import { type SendingWatch, watchSending } from './fill/sending.ts';
import { settles, stays } from './fill/settle.ts';
import { type TypingWatch, watchTyping } from './fill/typing.ts';
import { isWritable, pasteInto, writeInput } from './fill/write-input.ts';

/**
 * What became of a code: `reverted` when the page did not keep it; `occupied` when something else stood in the box, or the
 * customer began to type while we wrote.
 */
export type FillOutcome =
  | { readonly kind: 'filled' }
  | { readonly kind: 'occupied' }
  | { readonly kind: 'reverted' }
  | { readonly kind: 'not-writable' };

/** Boxes that take one part of the code each: a single box is a row of one part. */
type Row = { readonly places: readonly Tracked[]; readonly parts: readonly string[] };

/**
 * How long to look before saying `filled`: `stayed` also sees a page that resets the box a quarter of a second later, for
 * somebody who waits for the answer; `settled` answers at once, so that what follows (a refusal) is known to follow a code of ours.
 */
export type Patience = 'settled' | 'stayed';

/** What goes on in the page while we write. */
type Watch = {
  readonly view: Window;
  readonly typing: TypingWatch;
  readonly sending: SendingWatch;
  readonly patience: Patience;
};

const boxesOf = ({ places }: Row): HTMLInputElement[] => places.map(follow);

const isComplete = ({ places, parts }: Row, now = follow): boolean =>
  places.every((place, at) => holds(now(place), parts[at] ?? ''));

/** Looks until what was written has settled and stayed, and notes it as ours; takes a mangled rest away again. */
async function confirm(row: Row, { view, typing, sending, patience }: Watch): Promise<FillOutcome> {
  // A page that shuts its boxes, or takes them away, is sending what they hold.
  const taken = (): boolean => row.places.every((place) => !isWritable(followByName(place)));
  const keeps = async (): Promise<boolean> => {
    if (!(await settles(view, () => isComplete(row)))) return false;
    return patience === 'settled' || stays(view, () => isComplete(row, followByName), taken);
  };
  const kept = await Promise.race([sending.sent, keeps()]);
  if (kept) {
    for (const [at, input] of boxesOf(row).entries()) remember(input, row.parts[at] ?? '');
    return { kind: 'filled' };
  }
  if (typing.typed()) return { kind: 'occupied' };
  for (const [at, input] of boxesOf(row).entries()) {
    if (isRemnant(input, row.parts[at] ?? '') && isWritable(input)) writeInput(input, '');
  }
  return { kind: 'reverted' };
}

async function fillSingle(row: Row, input: HTMLInputElement, code: string, watch: Watch): Promise<FillOutcome> {
  if (!isWritable(input)) return { kind: 'not-writable' };
  if (input.maxLength >= 0 && input.maxLength < code.length) return { kind: 'not-writable' };
  if (!isFree(input)) return { kind: 'occupied' };
  // A page that cancels `beforeinput` may write the text itself, so only reading back decides.
  writeInput(input, code);
  remember(input, code);
  return confirm(row, watch);
}

async function fillSplit(
  row: Row,
  inputs: readonly HTMLInputElement[],
  code: string,
  watch: Watch,
): Promise<FillOutcome> {
  const { view, typing } = watch;
  const [first] = inputs;
  // Later boxes are often disabled until the one before them is filled.
  if (first === undefined || inputs.length !== code.length || !isWritable(first)) return { kind: 'not-writable' };
  if (!inputs.every(isFree)) return { kind: 'occupied' };
  if (pasteInto(first, code) && (await settles(view, () => isComplete(row)))) return confirm(row, watch);
  for (const [at, place] of row.places.entries()) {
    const digit = row.parts[at] ?? '';
    if (holds(follow(place), digit)) continue;
    if (!isWritable(follow(place)) && !(await settles(view, () => isWritable(follow(place)))))
      return { kind: typing.typed() ? 'occupied' : 'not-writable' };
    // Waiting gave the customer time: what stands here now and is not ours is theirs.
    if (typing.typed() || !isFree(follow(place))) return { kind: 'occupied' };
    writeInput(follow(place), digit);
    remember(follow(place), digit);
  }
  return confirm(row, watch);
}

/**
 * Writes one code into a box or a row of boxes and reads it back after the page had its turn.
 * What the customer typed is never overwritten; a code written here before may be.
 * @param code the digits or letters, without spaces
 */
export async function fillCodeField(
  field: CodeField,
  code: string,
  patience: Patience = 'stayed',
): Promise<FillOutcome> {
  const inputs = field.kind === 'single' ? [field.input] : field.inputs;
  const view = inputs[0]?.ownerDocument.defaultView;
  if (!view) return { kind: 'not-writable' };
  const row: Row = { places: inputs.map(track), parts: field.kind === 'single' ? [code] : Array.from(code) };
  const trees = [...new Set([view, ...row.places.map(({ root }) => root)])];
  const watch = { view, typing: watchTyping(trees, () => boxesOf(row)), sending: watchSending(trees), patience };
  try {
    return field.kind === 'single'
      ? await fillSingle(row, field.input, code, watch)
      : await fillSplit(row, inputs, code, watch);
  } finally {
    watch.typing.end();
    watch.sending.end();
  }
}

/**
 * Takes a code that was just written out of its boxes, where it still stands there and they can be written to.
 * @returns whether it was taken out; a page that sends it has shut its boxes or changed them
 */
export function takeBack(field: CodeField, code: string): boolean {
  const inputs = field.kind === 'single' ? [field.input] : field.inputs;
  const parts = field.kind === 'single' ? [code] : Array.from(code);
  if (!inputs.every((input, at) => isWritable(input) && holds(input, parts[at] ?? ''))) return false;
  for (const input of inputs) writeInput(input, '');
  return true;
}
