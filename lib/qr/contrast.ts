import type { Grey } from './grey.ts';

/** How much darker than its surroundings every pixel is: above 0 for dark, and even where a photograph's light is not. */
export type Contrast = { readonly width: number; readonly height: number; readonly data: Float32Array };

/** Compares every pixel with the mean of the square of `window` pixels a side around it (Bradley and Roth). */
export function contrastOf({ width, height, data }: Grey, window: number): Contrast {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += data[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  const sumTo = (x: number, y: number): number => sums[y * stride + x] ?? 0;
  const reach = Math.max(1, Math.round(window / 2));
  const result = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      const sum = sumTo(right, bottom) - sumTo(left, bottom) - sumTo(right, top) + sumTo(left, top);
      result[y * width + x] = sum / ((right - left) * (bottom - top)) - (data[y * width + x] ?? 0);
    }
  }
  return { width, height, data: result };
}

/** The contrast at a place between pixels, bilinear; the nearest pixel's outside the picture. */
export function contrastAt({ width, height, data }: Contrast, x: number, y: number): number {
  const [u, v] = [Math.min(width - 1.001, Math.max(0, x - 0.5)), Math.min(height - 1.001, Math.max(0, y - 0.5))];
  const [left, top] = [Math.floor(u), Math.floor(v)];
  const [right, down] = [u - left, v - top];
  const at = top * width + left;
  const upper = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
  const lower = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
  return upper * (1 - down) + lower * down;
}
