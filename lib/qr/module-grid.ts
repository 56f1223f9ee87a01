import type { Grey } from './grey.ts';

/** The side of the smallest symbol, version 1, in modules (ISO/IEC 18004 §5.3.1). */
export const SMALLEST_SIDE_MODULES = 21;

const MODULE_PX = 4;
const QUIET_MODULES = 4;
const FINDER_MODULES = 7;

/** Whether a finder pattern is dark at a place told from its corner; light around it (ISO/IEC 18004 §5.3.2.1). */
function isFinderDark(x: number, y: number): boolean {
  const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
  return ring === 3 || ring <= 1;
}

/** The share of finder and timing patterns that modules agree with; their ink is from 0 to 1. */
export function functionAgreement(modules: Float64Array, side: number): number {
  let [right, all] = [0, 0];
  const compare = (x: number, y: number, dark: boolean): void => {
    if (x < 0 || y < 0 || x >= side || y >= side) return;
    all += 1;
    if ((modules[y * side + x] ?? 0) > 0.5 === dark) right += 1;
  };
  const far = side - FINDER_MODULES;
  for (const [left, top] of [
    [0, 0],
    [far, 0],
    [0, far],
  ] as const) {
    for (let y = -1; y <= FINDER_MODULES; y += 1)
      for (let x = -1; x <= FINDER_MODULES; x += 1) compare(left + x, top + y, isFinderDark(x, y));
  }
  for (let at = FINDER_MODULES + 1; at < far - 1; at += 1) {
    compare(at, FINDER_MODULES - 1, at % 2 === 0);
    compare(FINDER_MODULES - 1, at, at % 2 === 0);
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
