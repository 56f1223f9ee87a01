import type { CodeField } from './code-field.ts';
import { follow, followByName, type Tracked, track } from './fill/follow.ts';
import { holds, isFree, isRemnant, remember } from './fill/held.ts';
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

const boxesOf = ({ places }: Row): HTMLInputElement[] => places.map(follow);

const isComplete = ({ places, parts }: Row, now = follow): boolean =>
  places.every((place, at) => holds(now(place), parts[at] ?? ''));

/** Looks until what was written has settled and stayed, and notes it as ours; takes a mangled rest away again. */
async function confirm(view: Window, row: Row, typing: TypingWatch): Promise<FillOutcome> {
  // A page that shuts its boxes, or takes them away, is sending what they hold.
  const taken = (): boolean => row.places.every((place) => !isWritable(followByName(place)));
  const kept =
    (await settles(view, () => isComplete(row))) && (await stays(view, () => isComplete(row, followByName), taken));
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

async function fillSingle(input: HTMLInputElement, code: string, view: Window): Promise<FillOutcome> {
  if (!isWritable(input)) return { kind: 'not-writable' };
  if (input.maxLength >= 0 && input.maxLength < code.length) return { kind: 'not-writable' };
  if (!isFree(input)) return { kind: 'occupied' };
  const row: Row = { places: [track(input)], parts: [code] };
  const typing = watchTyping(view, () => boxesOf(row));
  try {
    // A page that cancels `beforeinput` may write the text itself, so only reading back decides.
    writeInput(input, code);
    remember(input, code);
    return await confirm(view, row, typing);
  } finally {
    typing.end();
  }
}

async function fillSplit(inputs: readonly HTMLInputElement[], code: string, view: Window): Promise<FillOutcome> {
  const [first] = inputs;
  // Later boxes are often disabled until the one before them is filled.
  if (first === undefined || inputs.length !== code.length || !isWritable(first)) return { kind: 'not-writable' };
  if (!inputs.every(isFree)) return { kind: 'occupied' };
  const row: Row = { places: inputs.map(track), parts: Array.from(code) };
  const typing = watchTyping(view, () => boxesOf(row));
  try {
    if (pasteInto(first, code) && (await settles(view, () => isComplete(row)))) return await confirm(view, row, typing);
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
    return await confirm(view, row, typing);
  } finally {
    typing.end();
  }
}

/**
 * Writes one code into a box or a row of boxes and reads it back after the page had its turn.
 * What the customer typed is never overwritten; a code written here before may be.
 * @param code the digits or letters, without spaces
 */
export async function fillCodeField(field: CodeField, code: string): Promise<FillOutcome> {
  const view = (field.kind === 'single' ? field.input : field.inputs[0])?.ownerDocument.defaultView;
  if (!view) return { kind: 'not-writable' };
  return field.kind === 'single' ? fillSingle(field.input, code, view) : fillSplit(field.inputs, code, view);
}
