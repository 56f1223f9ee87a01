import type { Grey } from './grey.ts';

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

/** Thresholds the picture, cuts it to the box of its dark pixels and gives that box a white margin; null when nothing is dark. */
export function trimmed({ width, height, data }: Grey): Grey | null {
  const threshold = otsu(data);
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[y * width + x] ?? 255) > threshold) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const [boxWidth, boxHeight] = [right - left + 1, bottom - top + 1];
  if (boxWidth < 21 || boxHeight < 21) return null;
  // Four modules of a version-1 symbol: never less than the quiet zone of ISO/IEC 18004 §5.3.8.
  const margin = Math.ceil((4 * Math.max(boxWidth, boxHeight)) / 21);
  const trimmedWidth = boxWidth + 2 * margin;
  const result = new Uint8ClampedArray(trimmedWidth * (boxHeight + 2 * margin)).fill(255);
  for (let y = 0; y < boxHeight; y += 1) {
    for (let x = 0; x < boxWidth; x += 1) {
      const dark = (data[(y + top) * width + x + left] ?? 255) <= threshold;
      if (dark) result[(y + margin) * trimmedWidth + x + margin] = 0;
    }
  }
  return { width: trimmedWidth, height: boxHeight + 2 * margin, data: result };
}

/** Resamples with bilinear interpolation; `factor` above or below 1. */
export function scaled({ width, height, data }: Grey, factor: number): Grey {
  const [toWidth, toHeight] = [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))];
  const result = new Uint8ClampedArray(toWidth * toHeight);
  const at = (x: number, y: number): number =>
    data[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] ?? 255;
  for (let y = 0; y < toHeight; y += 1) {
    const fromY = (y + 0.5) / factor - 0.5;
    const [y0, fy] = [Math.floor(fromY), fromY - Math.floor(fromY)];
    for (let x = 0; x < toWidth; x += 1) {
      const fromX = (x + 0.5) / factor - 0.5;
      const [x0, fx] = [Math.floor(fromX), fromX - Math.floor(fromX)];
      const upper = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
      const lower = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
      result[y * toWidth + x] = upper * (1 - fy) + lower * fy;
    }
  }
  return { width: toWidth, height: toHeight, data: result };
}

/** A box blur of one pixel's radius, which mends dotted and noisy modules. */
export function blurred({ width, height, data }: Grey): Grey {
  const result = new Uint8ClampedArray(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      let count = 0;
      for (let dy = Math.max(0, y - 1); dy <= Math.min(height - 1, y + 1); dy += 1) {
        for (let dx = Math.max(0, x - 1); dx <= Math.min(width - 1, x + 1); dx += 1) {
          sum += data[dy * width + dx] ?? 0;
          count += 1;
        }
      }
      result[y * width + x] = sum / count;
    }
  }
  return { width, height, data: result };
}
