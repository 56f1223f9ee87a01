import { bestShift, clearness, NO_SHIFT, type Shifts } from './clearness.ts';
import { type Contrast, contrastAt } from './contrast.ts';
import type { Homography } from './homography.ts';
import { FINDER_MIDDLE, mustBe } from './module-grid.ts';
import type { Point } from './places.ts';

/** Knots are this far apart: near enough for a fold in cloth, far enough to see several modules each. */
const KNOT_MODULES = 3;
/** Shifts of a knot, in modules. */
const KNOT_SHIFTS: Shifts = [
  { step: 0.15, reach: 3 },
  { step: 0.05, reach: 2 },
];
/** What a shift by one module must gain, so that knots on plain ground stay where their neighbours say. */
const RELUCTANCE = 0.1;

/** Where the knots of the mesh are along a side, in modules: from finder to finder. */
function knotsOf(side: number): readonly number[] {
  const cells = Math.max(2, Math.round((side - 7) / KNOT_MODULES));
  return Array.from({ length: cells + 1 }, (_, index) => FINDER_MIDDLE + Math.round((index * (side - 7)) / cells));
}

/**
 * How far each knot of a mesh over the flat view gives way, in modules, to where the picture shows its modules: knots near
 * finders first, the others from their neighbours on. So the mesh follows a lens and folded cloth.
 */
export function knotShifts(contrast: Contrast, view: Homography, side: number): readonly Point[] {
  const knots = knotsOf(side);
  const count = knots.length;
  const shifts: (Point | undefined)[] = Array.from({ length: count * count });
  const nearestFinder = (index: number): number => {
    const [column, row] = [index % count, Math.floor(index / count)];
    return Math.min(column + row, count - 1 - column + row, column + count - 1 - row);
  };
  const order = [...shifts.keys()].toSorted((a, b) => nearestFinder(a) - nearestFinder(b));
  for (const index of [...order, ...order]) {
    const [column, row] = [index % count, Math.floor(index / count)];
    const known = [-1, 0, 1]
      .flatMap((down) => [-1, 0, 1].map((across) => [column + across, row + down] as const))
      .filter(([x, y]) => x >= 0 && y >= 0 && x < count && y < count)
      .flatMap(([x, y]) => shifts[y * count + x] ?? []);
    const mean = {
      x: known.reduce((sum, { x }) => sum + x, 0) / Math.max(1, known.length),
      y: known.reduce((sum, { y }) => sum + y, 0) / Math.max(1, known.length),
    };
    const [middleX, middleY] = [knots[column] ?? 0, knots[row] ?? 0];
    const best = bestShift(KNOT_SHIFTS, (right, below) => {
      let sum = 0;
      for (let y = middleY - 2; y <= middleY + 2; y += 1) {
        for (let x = middleX - 2; x <= middleX + 2; x += 1) {
          const must = mustBe(x, y, side);
          const place = { x: x + mean.x + right, y: y + mean.y + below };
          sum += 2 * clearness(contrast, view(place.x, place.y), must);
          for (const [dx, dy] of [
            [-0.25, -0.25],
            [0.25, -0.25],
            [-0.25, 0.25],
            [0.25, 0.25],
          ] as const)
            sum += clearness(contrast, view(place.x + dx, place.y + dy), must);
        }
      }
      return sum * (1 - RELUCTANCE * (right ** 2 + below ** 2));
    });
    shifts[index] = { x: mean.x + best.x, y: mean.y + best.y };
  }
  return shifts.map((shift) => shift ?? NO_SHIFT);
}

/** The ink of every module, row by row, 1 for dark, as seen in a view whose knots are shifted. */
export function sampled(
  contrast: Contrast,
  view: Homography,
  side: number,
  shifts: readonly Point[] = [],
): Float64Array {
  const knots = knotsOf(side);
  const shiftAt = (column: number, row: number): Point => shifts[row * knots.length + column] ?? NO_SHIFT;
  const cellOf = (module: number): readonly [number, number] => {
    const cell = knots.slice(1, -1).filter((knot) => knot <= module).length;
    const [from, to] = [knots[cell] ?? 0, knots[cell + 1] ?? 1];
    return [cell, Math.min(1, Math.max(0, (module - from) / (to - from)))];
  };
  const modules = new Float64Array(side * side);
  for (let y = 0; y < side; y += 1) {
    const [row, down] = cellOf(y);
    for (let x = 0; x < side; x += 1) {
      const [column, across] = cellOf(x);
      const mixed = (axis: 'x' | 'y'): number =>
        (shiftAt(column, row)[axis] * (1 - across) + shiftAt(column + 1, row)[axis] * across) * (1 - down) +
        (shiftAt(column, row + 1)[axis] * (1 - across) + shiftAt(column + 1, row + 1)[axis] * across) * down;
      const place = view(x + mixed('x'), y + mixed('y'));
      modules[y * side + x] = contrastAt(contrast, place.x, place.y) > 0 ? 1 : 0;
    }
  }
  return modules;
}
