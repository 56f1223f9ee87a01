import encodeQR from 'qr';
import type { Picture } from '../../../lib/qr/picture.ts';

/** A colour as red, green, blue and, where it is not opaque, alpha. */
export type Colour = readonly [number, number, number, number?];

/** How to draw a symbol: `scale` in pixels a module, also broken; `quiet` in modules; `shift` in pixels, right and down. */
export type Look = {
  readonly scale?: number;
  readonly quiet?: number;
  readonly shift?: number;
  readonly dark?: Colour;
  readonly light?: Colour;
};

export const BLACK: Colour = [0, 0, 0];
export const WHITE: Colour = [255, 255, 255];

/** A picture of one colour. */
export function plain(width: number, height: number, [red, green, blue, alpha = 255]: Colour): Picture {
  const data = new Uint8ClampedArray(width * height * 4);
  data.set([red, green, blue, alpha].slice(0, data.length));
  // Doubling what is there already draws a page of 15 million pixels in milliseconds.
  for (let done = 4; done < data.length; done *= 2) data.copyWithin(done, 0, done);
  return { width, height, data };
}

/** How much of the stretch from `from` to `to` is dark in a row of modules. */
function darkShare(row: readonly boolean[], from: number, to: number): number {
  let dark = 0;
  for (let module = Math.floor(from); module < to; module += 1) {
    if (row[module] === true) dark += Math.min(to, module + 1) - Math.max(from, module);
  }
  return dark / (to - from);
}

/** Draws a symbol with every pixel the mean of the modules under it, as browsers shrink pictures. */
export function draw(
  text: string,
  { scale = 4, quiet = 4, shift = 0, dark = BLACK, light = WHITE }: Look = {},
): Picture {
  // The encoder draws no symbol without a border, so the border is cut off again.
  const framed = encodeQR(text, 'raw', { border: quiet + 1 });
  const modules = framed.slice(1, -1).map((row) => row.slice(1, -1));
  const side = Math.floor(modules.length * scale);
  const picture = plain(side, side, light);
  for (let y = 0; y < side; y += 1) {
    const [top, bottom] = [(y - shift) / scale, (y + 1 - shift) / scale];
    for (let x = 0; x < side; x += 1) {
      let share = 0;
      for (let row = Math.floor(top); row < bottom; row += 1) {
        const height = Math.min(bottom, row + 1) - Math.max(top, row);
        share +=
          (height / (bottom - top)) * darkShare(modules[row] ?? [], (x - shift) / scale, (x + 1 - shift) / scale);
      }
      for (let channel = 0; channel < 4; channel += 1) {
        const [on, off] = [dark[channel] ?? 255, light[channel] ?? 255];
        picture.data[(y * side + x) * 4 + channel] = share * on + (1 - share) * off;
      }
    }
  }
  return picture;
}

/** Puts pictures onto another, which is changed, and returns it. */
export function paste(ground: Picture, ...pieces: readonly (readonly [Picture, number, number])[]): Picture {
  for (const [{ width, height, data }, left, top] of pieces) {
    for (let y = 0; y < height; y += 1) {
      ground.data.set(data.subarray(y * width * 4, (y + 1) * width * 4), ((y + top) * ground.width + left) * 4);
    }
  }
  return ground;
}
