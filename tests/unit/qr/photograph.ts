import type { Picture } from '../../../lib/qr/picture.ts';
import { chanceFrom } from '../../support/chance.ts';
import { plain } from './draw.ts';

/** How a flat picture is photographed: turned, lying back, folded by some pixels, in light that fades, with noise. */
export type Shot = {
  readonly degrees?: number;
  readonly tilt?: number;
  readonly foldPx?: number;
  readonly shade?: number;
  readonly noise?: number;
};

/** A photograph of a picture upon a grey table, twice as large as the picture. */
export function photographed(
  picture: Picture,
  { degrees = 0, tilt = 0, foldPx = 0, shade = 0, noise = 0 }: Shot,
): Picture {
  const side = Math.round(1.5 * picture.width);
  const shot = plain(side, side, [120, 120, 120]);
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const chance = chanceFrom(7);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const foldedX = x - side / 2 + foldPx * Math.sin((y / side) * 9);
      const foldedY = y - side / 2 + foldPx * Math.sin((x / side) * 7);
      // What lies farther back is smaller.
      const depth = 1 + (tilt * foldedY) / side;
      const [u, v] = [(foldedX * cosine + foldedY * sine) / depth, (foldedY * cosine - foldedX * sine) / depth];
      const [column, row] = [Math.floor(u + picture.width / 2), Math.floor(v + picture.height / 2)];
      const inside = column >= 0 && row >= 0 && column < picture.width && row < picture.height;
      const value = inside ? (picture.data[(row * picture.width + column) * 4] ?? 0) : 120;
      const lit = value * (1 - (shade * x) / side) + chance.below(2 * noise + 1) - noise;
      shot.data.fill(lit, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return shot;
}
