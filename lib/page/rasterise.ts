import type { Picture } from '../qr/picture.ts';
import { isBoundedSource } from './bounded-drawing.ts';
import type { QrCandidate } from './collect-qr-candidates.ts';

const GRID_MODULE_PX = 4;
const GRID_QUIET_MODULES = 4;
// What the reader takes (`readCodes`).
const MAX_SIDE_PX = 8192;

function context2d(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d canvas');
  return context;
}

/** Loads a data URL and reads its pixels; null when it is no picture or absurdly large. */
export async function pictureOf(dataUrl: string): Promise<Picture | null> {
  const image = new Image();
  image.src = dataUrl;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const { naturalWidth: width, naturalHeight: height } = image;
  if (width === 0 || height === 0 || width > MAX_SIDE_PX || height > MAX_SIDE_PX) return null;
  const context = context2d(width, height);
  context.drawImage(image, 0, 0);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

function pictureOfGrid(rows: readonly string[]): Picture {
  const modules = Math.max(rows.length, ...rows.map((row) => row.length));
  const side = (modules + 2 * GRID_QUIET_MODULES) * GRID_MODULE_PX;
  const context = context2d(side, side);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.fillStyle = '#000';
  for (const [y, row] of rows.entries()) {
    for (const [x, cell] of [...row].entries()) {
      if (cell !== '1') continue;
      const [left, top] = [x + GRID_QUIET_MODULES, y + GRID_QUIET_MODULES];
      context.fillRect(left * GRID_MODULE_PX, top * GRID_MODULE_PX, GRID_MODULE_PX, GRID_MODULE_PX);
    }
  }
  return { width: side, height: side, data: context.getImageData(0, 0, side, side).data };
}

/** Turns what the page reported into pixels; null when it cannot be drawn. Scripts in an SVG do not run in an `img`. */
export async function rasterise(candidate: QrCandidate): Promise<Picture | null> {
  if (candidate.kind === 'picture') return pictureOf(candidate.dataUrl);
  if (candidate.kind === 'grid') return pictureOfGrid(candidate.rows);
  if (!isBoundedSource(candidate.source)) return null;
  // Half a surrogate pair in some text of the page cannot be escaped.
  return pictureOf(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(candidate.source.toWellFormed())}`);
}
