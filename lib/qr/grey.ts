import type { Picture } from './picture.ts';

/** A grey picture: one byte of luminance a pixel, row by row. */
export type Grey = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** An opaque colour, three bytes. */
export type Backdrop = readonly [number, number, number];

/** Luminance (ITU-R BT.601 weights) of a picture laid over an opaque backdrop. */
export function greyOf({ width, height, data }: Picture, backdrop: Backdrop): Grey {
  const grey = new Uint8ClampedArray(width * height);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 4) {
    const alpha = (data[at + 3] ?? 255) / 255;
    const over = (channel: 0 | 1 | 2): number => (data[at + channel] ?? 0) * alpha + backdrop[channel] * (1 - alpha);
    grey[pixel] = 0.299 * over(0) + 0.587 * over(1) + 0.114 * over(2);
  }
  return { width, height, data: grey };
}

/** The picture as opaque RGBA, as decoders want it. */
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

/** The negative. */
export const invert = ({ width, height, data }: Grey): Grey => ({
  width,
  height,
  data: data.map((value) => 255 - value),
});
