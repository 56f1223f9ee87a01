/** A part of a picture, in shares of its width and height. */
export type AreaBox = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** A place in a picture, likewise. */
export type AreaPoint = { readonly x: number; readonly y: number };

/** The part that is chosen before the customer chooses one. */
export const firstBox: AreaBox = { left: 0.3, top: 0.3, width: 0.4, height: 0.4 };

const STEP = 0.02;
const LEAST = 0.02;

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** The part between two places, as large as the least one at any rate. */
export function boxBetween(from: AreaPoint, to: AreaPoint): AreaBox {
  const [left, top] = [within(Math.min(from.x, to.x), 0, 1 - LEAST), within(Math.min(from.y, to.y), 0, 1 - LEAST)];
  return {
    left,
    top,
    width: within(within(Math.max(from.x, to.x), 0, 1) - left, LEAST, 1 - left),
    height: within(within(Math.max(from.y, to.y), 0, 1) - top, LEAST, 1 - top),
  };
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** The part after a key: an arrow moves it, with Shift its lower right corner, Escape starts anew; null for any other key. */
export function boxAfterKey(box: AreaBox, key: string, isResizing: boolean): AreaBox | null {
  if (key === 'Escape') return firstBox;
  const direction = directions[key];
  if (direction === undefined) return null;
  const [x, y] = direction;
  const { left, top, width, height } = box;
  return isResizing
    ? { ...box, width: within(width + x, LEAST, 1 - left), height: within(height + y, LEAST, 1 - top) }
    : { ...box, left: within(left + x, 0, 1 - width), top: within(top + y, 0, 1 - height) };
}
