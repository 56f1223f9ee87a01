import { withoutMask } from '../without-mask.ts';

/** What we wrote last, read back: only that may be replaced by a fresh code. */
const ours = new WeakMap<HTMLInputElement, string>();

/** Whether a box holds a text, however the page groups it; a dropped leading zero makes another code. */
export const holds = (input: HTMLInputElement, text: string): boolean => withoutMask(input.value) === withoutMask(text);

/** Whether a box may be written: empty, or as we left it. */
export const isFree = (input: HTMLInputElement): boolean =>
  withoutMask(input.value) === '' || input.value === ours.get(input);

/** Notes a box as ours when it holds our text, in whatever form the page gave it. */
export function remember(input: HTMLInputElement, text: string): void {
  if (holds(input, text)) ours.set(input, input.value);
}

/** Whether a box holds only a part of a code that was just written there, which nobody could use. */
export function isRemnant(input: HTMLInputElement, code: string): boolean {
  const left = withoutMask(input.value);
  const whole = withoutMask(code);
  return left !== '' && left !== whole && whole.includes(left);
}
