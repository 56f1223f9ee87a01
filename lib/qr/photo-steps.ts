import type { ReadOptions } from './read-codes.ts';

/** One look at a photograph: its longest side in pixels, and what it is taken for. */
export type PhotoStep = { readonly longestPx: number } & Pick<ReadOptions, 'scope'>;

// A photograph of a screen reads best when its noise and the screen's own grid are averaged away, a distant code when
// nothing is; smaller ones are trimmed and thresholded, and the smallest are read by jsQR, which bears uneven light.
const steps: readonly PhotoStep[] = [
  { longestPx: 1600, scope: 'page' },
  { longestPx: 4096, scope: 'page' },
  { longestPx: 1200, scope: 'code' },
  { longestPx: 512, scope: 'code' },
];

/**
 * The looks that a screenshot, a photograph or a camera's frame gets, the likeliest and cheapest first; none enlarges it.
 * @param longestPx its longest side
 */
export function photoSteps(longestPx: number): readonly PhotoStep[] {
  const fitting = steps.map((step) => ({ ...step, longestPx: Math.min(longestPx, step.longestPx) }));
  return fitting.filter(
    (step, index) => fitting.findIndex((one) => one.scope === step.scope && one.longestPx === step.longestPx) === index,
  );
}
