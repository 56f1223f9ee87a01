import { bestShift, clearness, type Shifts } from './clearness.ts';
import type { Contrast } from './contrast.ts';
import { type Homography, homography } from './homography.ts';
import { FINDER_MIDDLE, mustBe } from './module-grid.ts';
import type { Point } from './places.ts';

/** The centres of a symbol's three finders. */
export type Corners = { readonly topLeft: Point; readonly topRight: Point; readonly bottomLeft: Point };

/** Shifts of the fourth corner, in legs of the symbol: perspective first, then what is left of it. */
const CORNER_SHIFTS: Shifts = [
  { step: 0.045, reach: 8 },
  { step: 0.012, reach: 4 },
  { step: 0.004, reach: 2 },
];

/**
 * The view of a symbol as if it were flat: its fourth corner is where the modules are clearest.
 * @returns where the middle of a module is in the picture, counted from 0.
 */
export function flatView(contrast: Contrast, { topLeft, topRight, bottomLeft }: Corners, side: number): Homography {
  const legModules = side - 1 - 2 * FINDER_MIDDLE;
  const viewOf = (across: number, below: number): Homography => {
    const along = (axis: 'x' | 'y'): number =>
      topRight[axis] +
      bottomLeft[axis] -
      topLeft[axis] +
      (topRight[axis] - topLeft[axis]) * across +
      (bottomLeft[axis] - topLeft[axis]) * below;
    const view = homography(topLeft, topRight, { x: along('x'), y: along('y') }, bottomLeft);
    return (x, y) => view((x - FINDER_MIDDLE) / legModules, (y - FINDER_MIDDLE) / legModules);
  };
  const looked: { x: number; y: number; must: number }[] = [];
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const must = mustBe(x, y, side);
      // One unknown module in three tells enough.
      if (must !== 0 || (x + y) % 3 === 0) looked.push({ x, y, must });
    }
  }
  const best = bestShift(CORNER_SHIFTS, (across, below) => {
    const view = viewOf(across, below);
    return looked.reduce((sum, { x, y, must }) => sum + clearness(contrast, view(x, y), must), 0);
  });
  return viewOf(best.x, best.y);
}
