import type { ReadOptions } from './read-codes.ts';

/** One look at a photograph: its longest side in pixels, and what it is taken for. */
export type PhotoStep = { readonly longestPx: number } & Pick<ReadOptions, 'scope'>;

// A photograph of a screen reads best when its noise and the screen's own grid are averaged away, a distant code when
// nothing is; smaller ones are trimmed and thresholded, and the smallest are read by jsQR, which bears uneven light.
const steps: readonly PhotoStep[] = [
  { longestPx: 1600, scope: 'page' },
  { longestPx: 4096, scope: 'page' },
  { longestPx: 1200, scope: 'photo' },
  { longestPx: 512, scope: 'photo' },
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

const AREA_LARGEST_PX = 2_048;

/**
 * The looks that a part of a screenshot gets where somebody said that a code is: as it is, then enlarged, as a small code has
 * too few pixels a module, and last as a page, for a part that holds more than the code.
 * @param longestPx its longest side
 */
export function areaSteps(longestPx: number): readonly PhotoStep[] {
  const enlarged = [2, 3].map((times) => longestPx * times).filter((side) => side <= AREA_LARGEST_PX);
  return [
    { longestPx, scope: 'code' },
    ...enlarged.map((side) => ({ longestPx: side, scope: 'code' }) as const),
    { longestPx: Math.max(longestPx, ...enlarged), scope: 'page' },
  ];
}
