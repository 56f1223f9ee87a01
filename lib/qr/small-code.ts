import type { Grey } from './grey.ts';
import { drawnModules, functionAgreement, SMALLEST_SIDE_MODULES } from './module-grid.ts';
import { type Kernel, unmixing } from './unmix.ts';
import type { Work } from './work.ts';

/** The box of a symbol in a picture, in parts of pixels. */
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
/** How dark each pixel is: 0 like the ground, 1 like the modules. */
type Ink = { readonly width: number; readonly height: number; readonly data: Float32Array };

const KERNELS: readonly Kernel[] = ['area', 'halved', 'linear'];
/** Larger symbols are read by the steps before, or have so many modules that no screen shows them whole. */
const MAX_SIDE_PX = 200;
const MAX_SIDE_MODULES = 97;
const [MIN_PITCH_PX, MAX_PITCH_PX] = [0.9, 2];
/** Less contrast is no picture of a code. */
const MIN_CONTRAST = 24;
const FINDER_PX = 7;
/** Darker than noise and the ringing of a JPEG. */
const FAINTEST_INK = 0.12;
/** Chance agrees with half of the function patterns. */
const MIN_AGREEMENT = 0.72;
const REFINING_STEPS_PX = [0.24, 0.12, 0.06];
/** How many times the modules of a guess are found, until their place is exact. */
const TRIES = 1 + 8 * REFINING_STEPS_PX.length;
const SUMS_A_UNIT = 20;

/** The picture as ink on the given ground. */
function inkOn({ width, height, data }: Grey, ground: number, ink: number): Ink {
  return { width, height, data: Float32Array.from(data, (value) => (value - ground) / (ink - ground)) };
}

/** Where the symbol begins, seen from one side, as a part of a pixel: its finders fill several pixels of the first line alike. */
function edge(length: number, across: number, inkAt: (line: number, place: number) => number): number | null {
  for (let line = 0; line < length; line += 1) {
    const darkest = Array.from({ length: across }, (_, place) => inkAt(line, place))
      .toSorted((a, b) => b - a)
      .slice(2, 2 + FINDER_PX);
    const mean = darkest.reduce((sum, value) => sum + value, 0) / FINDER_PX;
    if (mean > FAINTEST_INK) return line + 1 - Math.min(1, mean);
  }
  return null;
}

function boxOf({ width, height, data }: Ink): Box | null {
  const at = (x: number, y: number): number => data[y * width + x] ?? 0;
  const left = edge(width, height, at);
  const right = edge(width, height, (line, y) => at(width - 1 - line, y));
  const top = edge(height, width, (line, x) => at(x, line));
  const bottom = edge(height, width, (line, x) => at(x, height - 1 - line));
  if (left === null || right === null || top === null || bottom === null) return null;
  const box = { left, right: width - right, top, bottom: height - bottom };
  const [across, down] = [box.right - box.left, box.bottom - box.top];
  const isSquare = Math.abs(across - down) <= 0.06 * across + 1.5;
  return isSquare && across >= SMALLEST_SIDE_MODULES * MIN_PITCH_PX && across <= MAX_SIDE_PX ? box : null;
}

/** The ink of every module of a symbol that fills the box. */
function modulesIn({ width, height, data }: Ink, box: Box, side: number, kernel: Kernel): Float64Array {
  const across = unmixing({ from: box.left, to: box.right, modules: side }, width, kernel);
  const down = unmixing({ from: box.top, to: box.bottom, modules: side }, height, kernel);
  const rows = new Float64Array(height * side);
  // Beyond the box there is no ink.
  const [firstX, lastX] = [Math.max(0, Math.floor(box.left) - 1), Math.min(width - 1, Math.ceil(box.right))];
  const [firstY, lastY] = [Math.max(0, Math.floor(box.top) - 1), Math.min(height - 1, Math.ceil(box.bottom))];
  for (let y = firstY; y <= lastY; y += 1) {
    for (let column = 0; column < side; column += 1) {
      let sum = 0;
      for (let x = firstX; x <= lastX; x += 1) sum += (data[y * width + x] ?? 0) * (across[column * width + x] ?? 0);
      rows[y * side + column] = sum;
    }
  }
  const modules = new Float64Array(side * side);
  for (let row = 0; row < side; row += 1) {
    for (let y = firstY; y <= lastY; y += 1) {
      const weight = down[row * height + y] ?? 0;
      for (let column = 0; column < side; column += 1) {
        const at = row * side + column;
        modules[at] = (modules[at] ?? 0) + weight * (rows[y * side + column] ?? 0);
      }
    }
  }
  return modules;
}

/** How far the modules are from being either dark or light: least where box and kernel are right. */
const doubtOf = (modules: Float64Array): number =>
  modules.reduce((sum, ink) => sum + Math.min(1, ink ** 2, (ink - 1) ** 2), 0) / modules.length;

/** How many modules the symbol has a side: as many as make its finders and timing patterns appear; null where none do. */
function sideOf(ink: Ink, box: Box): number | null {
  const across = box.right - box.left;
  let [side, agreement]: [number | null, number] = [null, MIN_AGREEMENT];
  for (let one = SMALLEST_SIDE_MODULES; one <= Math.min(MAX_SIDE_MODULES, across / MIN_PITCH_PX); one += 4) {
    if (across / one > MAX_PITCH_PX) continue;
    const found = functionAgreement(modulesIn(ink, box, one, 'area'), one);
    if (found > agreement) [side, agreement] = [one, found];
  }
  return side;
}

/** The modules of the symbol, whose exact place is found by trying. */
function solved(ink: Ink, box: Box, side: number, kernel: Kernel): Float64Array {
  let [best, modules] = [box, modulesIn(ink, box, side, kernel)];
  let doubt = doubtOf(modules);
  for (const step of REFINING_STEPS_PX) {
    for (const border of ['left', 'right', 'top', 'bottom'] as const) {
      for (const shift of [-step, step]) {
        const moved = { ...best, [border]: best[border] + shift };
        const others = modulesIn(ink, moved, side, kernel);
        const less = doubtOf(others);
        if (less < doubt) [best, modules, doubt] = [moved, others, less];
      }
    }
  }
  return modules;
}

/**
 * Draws an upright code of one to two pixels a module anew, large and in black and white. Such pixels are sums of
 * neighbouring modules, which can be told apart because a symbol has a known number of them between its borders.
 * @returns guesses, the likeliest first; each costs up to a tenth of a second.
 */
export function* redrawnSmallCodes(grey: Grey, work: Work): Generator<Grey> {
  if (Math.max(grey.width, grey.height) > 2 * MAX_SIDE_PX) return;
  const [darkest, lightest] = grey.data.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [255, 0],
  );
  if (lightest - darkest < MIN_CONTRAST) return;
  for (const ink of [inkOn(grey, lightest, darkest), inkOn(grey, darkest, lightest)]) {
    const box = boxOf(ink);
    const side = box === null ? null : sideOf(ink, box);
    if (box === null || side === null) continue;
    for (const kernel of KERNELS) {
      if (work.isOver()) return;
      work.spend((TRIES * side * MAX_SIDE_PX ** 2) / SUMS_A_UNIT);
      yield drawnModules(solved(ink, box, side, kernel), side);
    }
  }
}
