import { cropped, type Grey } from './grey.ts';

/** A place in a picture, in pixels. */
export type Point = { readonly x: number; readonly y: number };

/** How far two places are apart. */
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** One symbol that was read, and the corners of the place where it stands. */
export type FoundSymbol = { readonly text: string; readonly corners: readonly Point[] };

/** The side of a window in pixels. A small code of half that side is whole in it, whichever of its finders is the middle. */
const WINDOW_SIDE_PX = 400;
const MAX_WINDOWS = 16;
/** Finders closer than this are one finder, seen at several sizes of the picture. */
const SAME_FINDER_PX = 8;

/** Whether a place lies in the upright box around a symbol. */
export function covers({ corners }: FoundSymbol, { x, y }: Point): boolean {
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return x >= Math.min(...xs) && x <= Math.max(...xs) && y >= Math.min(...ys) && y <= Math.max(...ys);
}

/** The middle of a symbol. */
export const centreOf = ({ corners }: FoundSymbol): Point => ({
  x: corners.reduce((sum, { x }) => sum + x, 0) / corners.length,
  y: corners.reduce((sum, { y }) => sum + y, 0) / corners.length,
});

const isNear = (a: Point, b: Point, distancePx: number): boolean =>
  Math.abs(a.x - b.x) < distancePx && Math.abs(a.y - b.y) < distancePx;

/**
 * The parts of a page where a small code may stand: around finders that have a second finder near.
 * @returns windows of at most 400 px a side, at most 16 of them.
 */
export function windowsAround(page: Grey, finders: readonly Point[]): readonly Grey[] {
  const distinct = finders.filter(
    (finder, index) => !finders.slice(0, index).some((earlier) => isNear(finder, earlier, SAME_FINDER_PX)),
  );
  const windows: Grey[] = [];
  const middles: Point[] = [];
  for (const finder of distinct) {
    if (windows.length === MAX_WINDOWS) break;
    if (middles.some((middle) => isNear(finder, middle, WINDOW_SIDE_PX / 4))) continue;
    const company = distinct.filter((other) => isNear(finder, other, WINDOW_SIDE_PX / 2));
    if (company.length < 2) continue;
    middles.push(finder);
    const start = (middle: number): number => Math.max(0, Math.round(middle - WINDOW_SIDE_PX / 2));
    windows.push(cropped(page, start(finder.x), start(finder.y), WINDOW_SIDE_PX, WINDOW_SIDE_PX));
  }
  return windows;
}
