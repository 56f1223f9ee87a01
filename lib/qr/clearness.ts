import { type Contrast, contrastAt } from './contrast.ts';
import type { Point } from './places.ts';

/** Steps to the sides: as far as `reach` of them every way. */
export type Shifts = readonly { readonly step: number; readonly reach: number }[];

export const NO_SHIFT: Point = { x: 0, y: 0 };
/** A module that must be dark or light weighs more than one that may be either. */
const KNOWN_WEIGHT = 2;

/** How clear one module is, and how right where it is known. */
export function clearness(contrast: Contrast, { x, y }: Point, must: number): number {
  const ink = contrastAt(contrast, x, y);
  return must === 0 ? Math.abs(ink) : KNOWN_WEIGHT * must * ink;
}

/** The best of the shifts around none, coarse ones first. */
export function bestShift(shifts: Shifts, score: (right: number, below: number) => number): Point {
  let [best, most] = [NO_SHIFT, score(0, 0)];
  for (const { step, reach } of shifts) {
    const from = best;
    for (let row = -reach; row <= reach; row += 1) {
      for (let column = -reach; column <= reach; column += 1) {
        const shift = { x: from.x + column * step, y: from.y + row * step };
        const scored = score(shift.x, shift.y);
        if (scored > most) [best, most] = [shift, scored];
      }
    }
  }
  return best;
}
