import type { Picture } from './picture.ts';

/** A grey picture: one byte of luminance a pixel, row by row. */
export type Grey = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** An opaque colour, three bytes. */
export type Backdrop = readonly [number, number, number];

/** Luminance weights of ITU-R BT.601, in 256ths. */
const [RED, GREEN, BLUE] = [77, 150, 29];

/** A byte, written to all four of a word. */
const FOUR_TIMES = 0x1010101;

/** Pixels that fit into a processor's nearest memory: read from there, a screenshot takes two thirds of the time. A whole number of fours. */
const PIECE = 4096;

const OPAQUE_BLACK = 0xff000000 | 0;

/** Luminance of a pixel, times 256; the lowest byte is red, as browsers run on little-endian processors only. */
const luminance = (pixel: number): number =>
  RED * (pixel & 255) + GREEN * ((pixel >>> 8) & 255) + BLUE * ((pixel >>> 16) & 255);

/** Gives all pixels, so many at a time, with where they begin and how many they are; the array is the same each time. */
function eachPiece(
  data: Picture['data'],
  size: number,
  act: (pixels: Int32Array, from: number, count: number) => void,
): void {
  const pixels = new Int32Array(PIECE);
  const bytes = new Uint8Array(pixels.buffer);
  for (let from = 0; from < size; from += PIECE) {
    const to = Math.min(size, from + PIECE);
    bytes.set(data.subarray(4 * from, 4 * to));
    act(pixels, from, to - from);
  }
}

/** Writes the luminance of every pixel; gives the bits that all of them have. */
function writeLuminance(data: Picture['data'], grey: Uint8ClampedArray, words: Int32Array): number {
  let everyBit = -1;
  // As if there were an opaque black one before the first: what is like it has all its bits, and a luminance of 0.
  let last = OPAQUE_BLACK;
  let word = 0;
  eachPiece(data, grey.length, (pixels, from, count) => {
    // A screenshot has millions of pixels, most of them like the one before: four are read, compared and written at once.
    const whole = count >> 2;
    const into = from >> 2;
    for (let at = 0; at < whole; at += 1) {
      const first = pixels[4 * at] ?? 0;
      const second = pixels[4 * at + 1] ?? 0;
      const third = pixels[4 * at + 2] ?? 0;
      const fourth = pixels[4 * at + 3] ?? 0;
      if (((first ^ last) | (second ^ last) | (third ^ last) | (fourth ^ last)) !== 0) {
        everyBit &= first & second & third & fourth;
        const middle = (luminance(second) & 0xff00) | ((luminance(third) & 0xff00) << 8);
        words[into + at] = (luminance(first) >> 8) | middle | ((luminance(fourth) & 0xff00) << 16);
        last = fourth;
        word = ((luminance(last) >> 8) * FOUR_TIMES) | 0;
      } else words[into + at] = word;
    }
    for (let at = 4 * whole; at < count; at += 1) {
      const pixel = pixels[at] ?? 0;
      everyBit &= pixel;
      grey[from + at] = luminance(pixel) >> 8;
    }
  });
  return everyBit;
}

/**
 * Luminance of a picture laid over an opaque backdrop.
 * @returns the grey picture, and whether the backdrop shows through anywhere.
 */
export function greyOf(
  { width, height, data }: Picture,
  backdrop: Backdrop,
): { readonly grey: Grey; readonly transparent: boolean } {
  const size = width * height;
  const words = new Int32Array(Math.ceil(size / 4));
  const grey = new Uint8ClampedArray(words.buffer, 0, size);
  const transparent = writeLuminance(data, grey, words) >>> 24 !== 255;
  if (transparent) {
    const under = RED * backdrop[0] + GREEN * backdrop[1] + BLUE * backdrop[2];
    eachPiece(data, size, (pixels, from, count) => {
      for (let at = 0; at < count; at += 1) {
        const pixel = pixels[at] ?? 0;
        const alpha = pixel >>> 24;
        grey[from + at] = (luminance(pixel) * alpha + under * (255 - alpha)) / (255 * 256);
      }
    });
  }
  return { grey: { width, height, data: grey }, transparent };
}

/** The picture as opaque RGBA, as jsQR wants it. */
export function rgbaOf({ width, height, data }: Grey): Picture {
  const rgba = new Uint8ClampedArray(data.length * 4);
  for (let pixel = 0, at = 0; pixel < data.length; pixel += 1, at += 4) {
    const value = data[pixel] ?? 0;
    rgba[at] = value;
    rgba[at + 1] = value;
    rgba[at + 2] = value;
    rgba[at + 3] = 255;
  }
  return { width, height, data: rgba };
}

/** The part of a picture that begins at (`left`, `top`), cut where the picture ends; whole pixels. */
export function cropped(
  { width, height, data }: Grey,
  left: number,
  top: number,
  wantedWidth: number,
  wantedHeight: number,
): Grey {
  const [toWidth, toHeight] = [Math.min(wantedWidth, width - left), Math.min(wantedHeight, height - top)];
  const result = new Uint8ClampedArray(toWidth * toHeight);
  for (let y = 0; y < toHeight; y += 1) {
    const from = (top + y) * width + left;
    result.set(data.subarray(from, from + toWidth), y * toWidth);
  }
  return { width: toWidth, height: toHeight, data: result };
}
