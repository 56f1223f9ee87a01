/** Where modules lie along one side of a picture: `modules` of them between two places in pixels. */
export type Span = { readonly from: number; readonly to: number; readonly modules: number };

/**
 * How a browser drew the pixels: `area`, each the mean of what lies under it; `halved`, the same twice over, as when a
 * picture is drawn from one of its halves; `linear`, a picture of one pixel a module that was enlarged a little.
 */
export type Kernel = 'area' | 'halved' | 'linear';

/** Tikhonov's regularisation: without it noise would blow up where two modules share their pixels. */
const DAMPING = 2e-3;
/** Modules farther apart than this share no pixel, at a pixel a module and more. */
const REACH = 4;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const rampTo = (place: number): number => (place <= 0 ? 0 : place ** 2 / 2);

/** How much of a pixel's weight lies left of a place, told in pixels from the pixel's middle. */
const weightBefore = (place: number, kernel: Kernel): number =>
  kernel === 'area' ? clamp(place + 0.5) : rampTo(place + 1) - 2 * rampTo(place) + rampTo(place - 1);

/** What every module gives to every pixel: a matrix of one row a pixel. */
function shares({ from, to, modules }: Span, pixels: number, kernel: Kernel): Float64Array {
  const pitch = (to - from) / modules;
  const matrix = new Float64Array(pixels * modules);
  for (let module = 0; module < modules; module += 1) {
    const [start, end] = [from + module * pitch, from + (module + 1) * pitch];
    const last = Math.min(pixels - 1, Math.ceil(end + pitch));
    for (let pixel = Math.max(0, Math.floor(start - pitch)); pixel <= last; pixel += 1) {
      const middle = pixel + 0.5;
      matrix[pixel * modules + module] =
        kernel === 'linear'
          ? Math.max(0, 1 - Math.abs(middle - (start + end) / 2) / pitch)
          : weightBefore(end - middle, kernel) - weightBefore(start - middle, kernel);
    }
  }
  return matrix;
}

/** The matrix that gives the modules back: the damped least squares of `shares`, by Gauss within the band of its square. */
export function unmixing(span: Span, pixels: number, kernel: Kernel): Float64Array {
  const { modules } = span;
  const matrix = shares(span, pixels, kernel);
  const square = new Float64Array(modules * modules);
  const result = new Float64Array(modules * pixels);
  const nearTo = (row: number): readonly [number, number] => [
    Math.max(0, row - REACH),
    Math.min(modules - 1, row + REACH),
  ];
  for (let row = 0; row < modules; row += 1) {
    const [first, last] = nearTo(row);
    for (let pixel = 0; pixel < pixels; pixel += 1) {
      const share = matrix[pixel * modules + row] ?? 0;
      result[row * pixels + pixel] = share;
      for (let column = first; share !== 0 && column <= last; column += 1) {
        const at = row * modules + column;
        square[at] = (square[at] ?? 0) + share * (matrix[pixel * modules + column] ?? 0);
      }
    }
    square[row * modules + row] = (square[row * modules + row] ?? 0) + DAMPING;
  }
  const clear = (row: number, pivot: number): void => {
    const factor = (square[row * modules + pivot] ?? 0) / (square[pivot * modules + pivot] ?? 1);
    const [first, last] = nearTo(pivot);
    for (let column = first; column <= last; column += 1) {
      const at = row * modules + column;
      square[at] = (square[at] ?? 0) - factor * (square[pivot * modules + column] ?? 0);
    }
    for (let pixel = 0; pixel < pixels; pixel += 1) {
      const at = row * pixels + pixel;
      result[at] = (result[at] ?? 0) - factor * (result[pivot * pixels + pixel] ?? 0);
    }
  };
  for (let pivot = 0; pivot < modules; pivot += 1)
    for (let row = pivot + 1; row <= nearTo(pivot)[1]; row += 1) clear(row, pivot);
  for (let pivot = modules - 1; pivot >= 0; pivot -= 1) {
    for (let row = nearTo(pivot)[0]; row < pivot; row += 1) clear(row, pivot);
    const divisor = square[pivot * modules + pivot] ?? 1;
    for (let pixel = 0; pixel < pixels; pixel += 1) {
      const at = pivot * pixels + pixel;
      result[at] = (result[at] ?? 0) / divisor;
    }
  }
  return result;
}
