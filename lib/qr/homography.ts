import type { Point } from './places.ts';

/** Maps the unit square to a quadrangle, as a flat thing is seen from anywhere (Heckbert 1989, §2.2.3). */
export type Homography = (across: number, down: number) => Point;

/** The view in which the unit square's corners, clockwise from its origin, are these four. */
export function homography(origin: Point, right: Point, opposite: Point, below: Point): Homography {
  const sumX = origin.x - right.x + opposite.x - below.x;
  const sumY = origin.y - right.y + opposite.y - below.y;
  const [x1, y1] = [right.x - opposite.x, right.y - opposite.y];
  const [x2, y2] = [below.x - opposite.x, below.y - opposite.y];
  const area = x1 * y2 - x2 * y1;
  const g = (sumX * y2 - x2 * sumY) / area;
  const h = (x1 * sumY - sumX * y1) / area;
  const [a, b] = [right.x - origin.x + g * right.x, below.x - origin.x + h * below.x];
  const [d, e] = [right.y - origin.y + g * right.y, below.y - origin.y + h * below.y];
  return (across, down) => {
    const depth = g * across + h * down + 1;
    return {
      x: (a * across + b * down + origin.x) / depth,
      y: (d * across + e * down + origin.y) / depth,
    };
  };
}
