import { cropped, type Grey } from './grey.ts';
import { QUIET_MODULES, SMALLEST_SIDE_MODULES } from './module-grid.ts';

/** Otsu's threshold: the grey value that parts a histogram into the two most different halves. */
function otsu(data: Uint8ClampedArray): number {
  const histogram = new Uint32Array(256);
  for (const value of data) histogram[value] = (histogram[value] ?? 0) + 1;
  let sum = 0;
  for (let value = 0; value < 256; value += 1) sum += value * (histogram[value] ?? 0);
  let below = 0;
  let sumBelow = 0;
  let best = 127;
  let bestSpread = -1;
  for (let value = 0; value < 256; value += 1) {
    const count = histogram[value] ?? 0;
    below += count;
    sumBelow += value * count;
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const spread = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (spread > bestSpread) [best, bestSpread] = [value, spread];
  }
  return best;
}

/** Cuts a picture to the box of the pixels lighter than a threshold; null when that box could hold no symbol. */
function lightBox(grey: Grey, threshold: number): Grey | null {
  const { width, height, data } = grey;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[y * width + x] ?? 0) <= threshold) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (top === height) top = y;
      bottom = y;
    }
  }
  const [boxWidth, boxHeight] = [right - left + 1, bottom - top + 1];
  if (boxWidth < SMALLEST_SIDE_MODULES || boxHeight < SMALLEST_SIDE_MODULES) return null;
  return cropped(grey, left, top, boxWidth, boxHeight);
}

/** Sets a picture into a white margin, which is as wide as the quiet zone if the picture is a symbol of any version. */
function padded({ width, height, data }: Grey): Grey {
  const margin = Math.ceil((QUIET_MODULES * Math.max(width, height)) / SMALLEST_SIDE_MODULES);
  const [toWidth, toHeight] = [width + 2 * margin, height + 2 * margin];
  const result = new Uint8ClampedArray(toWidth * toHeight).fill(255);
  for (let y = 0; y < height; y += 1) {
    result.set(data.subarray(y * width, (y + 1) * width), (y + margin) * toWidth + margin);
  }
  return { width: toWidth, height: toHeight, data: result };
}

/**
 * Gives a symbol the quiet zone it lacks: cuts a surround of the modules' own shade away, into which the symbol would
 * run, and puts a white margin in its place.
 * @returns a dark symbol in black and white (Otsu's threshold), the same in its own greys, and a light symbol in black
 * and white; less where the picture has no two shades.
 */
export function trimmed(grey: Grey): readonly Grey[] {
  const threshold = otsu(grey.data);
  const negative = { ...grey, data: grey.data.map((value) => 255 - value) };
  const [dark, light] = [lightBox(grey, threshold), lightBox(negative, 254 - threshold)];
  const blackAndWhite = (box: Grey, above: number): Grey => ({
    ...box,
    data: box.data.map((value) => (value > above ? 255 : 0)),
  });
  return [
    ...(dark === null ? [] : [padded(blackAndWhite(dark, threshold)), padded(dark)]),
    ...(light === null ? [] : [padded(blackAndWhite(light, 254 - threshold))]),
  ];
}
