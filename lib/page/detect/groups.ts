import { holds } from '../by-prototype.ts';
import { parentOf } from '../shadow-tree.ts';
import { isEditable } from './boxes.ts';
import type { Measure } from './visible.ts';

const LEAST_BOXES = 4;
const MOST_BOXES = 8;
const WIDEST_BOX_PX = 88;
const ROW_TOLERANCE_PX = 12;

/** The nearest ancestors, within which boxes of one code stand. */
const near = (one: Element, other: Element): boolean => {
  let around: Element | null = one;
  for (let steps = 0; around !== null && steps < 5; steps += 1) {
    if (holds(around, other)) return true;
    around = parentOf(around);
  }
  return false;
};

/** Whether a box says, or looks like, one character. */
function isShort(input: HTMLInputElement, measure: Measure): boolean {
  if (input.maxLength === 1) return true;
  const width = measure(input)?.width ?? Number.POSITIVE_INFINITY;
  return width <= WIDEST_BOX_PX && (input.maxLength === -1 || input.maxLength >= LEAST_BOXES);
}

function follows(previous: HTMLInputElement, input: HTMLInputElement, measure: Measure): boolean {
  if (previous.form !== input.form || previous.type !== input.type || !near(previous, input)) return false;
  const [one, other] = [measure(previous), measure(input)];
  if (one === null || other === null) return true;
  if (Math.abs(one.height - other.height) > ROW_TOLERANCE_PX) return false;
  // Zoomed in, a row goes on in the next line.
  const wraps = previous.maxLength === 1 && input.maxLength === 1 && other.y > one.y && other.x < one.x;
  return wraps || Math.abs(one.y - other.y) <= ROW_TOLERANCE_PX;
}

/**
 * Rows of 4 to 8 one-character boxes that together take one code, in document order.
 * The first box may be longer (it takes a pasted code), later ones may be disabled until their turn.
 * @param inputs visible inputs in document order
 */
export function groupsOf(
  inputs: readonly HTMLInputElement[],
  measure: Measure,
): readonly (readonly HTMLInputElement[])[] {
  const rows: HTMLInputElement[][] = [];
  for (const input of inputs) {
    const row = rows.at(-1);
    const previous = row?.at(-1);
    const joins = previous !== undefined && isShort(input, measure) && follows(previous, input, measure);
    // A longer first box without layout is recognised by what follows it.
    const opens =
      row === undefined ||
      row.length > 1 ||
      previous === undefined ||
      isShort(previous, measure) ||
      previous.maxLength === -1;
    if (joins && opens) row?.push(input);
    else rows.push([input]);
  }
  return rows.filter((row) => {
    const [first] = row;
    const single = row.filter((input) => input.maxLength === 1).length;
    const narrow = row.every((input) => isShort(input, measure));
    const fits = row.length >= LEAST_BOXES && row.length <= MOST_BOXES;
    return fits && first !== undefined && isEditable(first) && !first.readOnly && (single >= row.length - 1 || narrow);
  });
}
