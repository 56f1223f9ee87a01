import type { Grey } from './grey.ts';

/** The side of the smallest symbol, version 1, in modules (ISO/IEC 18004 §5.3.1). */
export const SMALLEST_SIDE_MODULES = 21;

const MODULE_PX = 4;
/** The quiet zone, in modules (ISO/IEC 18004 §5.3.8). */
export const QUIET_MODULES = 4;
/** The middle module of a finder, counted from the symbol's corner. */
export const FINDER_MIDDLE = 3;
const TIMING_LINE = 6;

/** Rings of squares around a middle, as finder and alignment patterns are: dark where the ring's number is even. */
const ringOf = (x: number, y: number): number => Math.max(Math.abs(x), Math.abs(y));

/**
 * What a module must be in every symbol of `side` modules: 1 dark, -1 light, 0 not told. Finders with their separators,
 * timing patterns, and the last alignment pattern (ISO/IEC 18004 §5.3).
 */
export function mustBe(x: number, y: number, side: number): number {
  const far = side - 1 - FINDER_MIDDLE;
  for (const [middleX, middleY] of [
    [FINDER_MIDDLE, FINDER_MIDDLE],
    [far, FINDER_MIDDLE],
    [FINDER_MIDDLE, far],
  ] as const) {
    const ring = ringOf(x - middleX, y - middleY);
    if (ring <= FINDER_MIDDLE + 1) return ring === 3 || ring <= 1 ? 1 : -1;
  }
  if (x === TIMING_LINE || y === TIMING_LINE) return (x + y) % 2 === 0 ? 1 : -1;
  const ring = ringOf(x - (side - 7), y - (side - 7));
  return side > SMALLEST_SIDE_MODULES && ring <= 2 ? (ring === 1 ? -1 : 1) : 0;
}

/** The share of finder and timing patterns that modules agree with; their ink is from 0 to 1. */
export function functionAgreement(modules: Float64Array, side: number): number {
  let [right, all] = [0, 0];
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const wanted = Math.min(x, y) < side - 9 || side === SMALLEST_SIDE_MODULES ? mustBe(x, y, side) : 0;
      if (wanted === 0) continue;
      all += 1;
      if ((modules[y * side + x] ?? 0) > 0.5 === wanted > 0) right += 1;
    }
  }
  return right / all;
}

/** Draws modules in black and white with a quiet zone, as the decoders like them best. */
export function drawnModules(modules: Float64Array, side: number): Grey {
  const width = (side + 2 * QUIET_MODULES) * MODULE_PX;
  const data = new Uint8ClampedArray(width * width).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if ((modules[y * side + x] ?? 0) <= 0.5) continue;
      const left = (x + QUIET_MODULES) * MODULE_PX;
      for (let line = 0; line < MODULE_PX; line += 1) {
        const at = ((y + QUIET_MODULES) * MODULE_PX + line) * width + left;
        data.fill(0, at, at + MODULE_PX);
      }
    }
  }
  return { width, height: width, data };
}
