import type { Grey } from './grey.ts';

const LOBES = 3;
const TAPS = 2 * LOBES;

/** Lanczos' kernel of three lobes. */
function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= LOBES) return 0;
  const angle = Math.PI * x;
  return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle);
}

/** Enlarges every row and turns the picture on its side, so that a second call enlarges the columns and turns it back. */
function enlargedRows(data: Float32Array, width: number, height: number, factor: number): Float32Array {
  const toWidth = width * factor;
  const result = new Float32Array(toWidth * height);
  const weights = new Float32Array(TAPS);
  const columns = new Int32Array(TAPS);
  for (let x = 0; x < toWidth; x += 1) {
    const from = (x + 0.5) / factor - 0.5;
    const first = Math.floor(from) - LOBES + 1;
    let sum = 0;
    for (let tap = 0; tap < TAPS; tap += 1) {
      columns[tap] = Math.min(width - 1, Math.max(0, first + tap));
      weights[tap] = lanczos(from - first - tap);
      sum += weights[tap] ?? 0;
    }
    for (let y = 0; y < height; y += 1) {
      let value = 0;
      for (let tap = 0; tap < TAPS; tap += 1) {
        value += (weights[tap] ?? 0) * (data[y * width + (columns[tap] ?? 0)] ?? 0);
      }
      result[x * height + y] = value / sum;
    }
  }
  return result;
}

/**
 * Enlarges a picture with Lanczos' kernel, which brings a decoder the modules of a code of one or two pixels a module.
 * @param factor a whole number.
 */
export function enlarged({ width, height, data }: Grey, factor: number): Grey {
  const turned = enlargedRows(new Float32Array(data), width, height, factor);
  const values = enlargedRows(turned, height, width * factor, factor);
  return { width: width * factor, height: height * factor, data: new Uint8ClampedArray(values) };
}

/** Half the size, each pixel the mean of four; an odd last row or column is dropped. */
export function halved({ width, height, data }: Grey): Grey {
  const [toWidth, toHeight] = [width >> 1, height >> 1];
  const result = new Uint8ClampedArray(toWidth * toHeight);
  for (let y = 0; y < toHeight; y += 1) {
    for (let x = 0; x < toWidth; x += 1) {
      const at = 2 * y * width + 2 * x;
      const sum = (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + width] ?? 0) + (data[at + width + 1] ?? 0);
      result[y * toWidth + x] = sum / 4;
    }
  }
  return { width: toWidth, height: toHeight, data: result };
}
