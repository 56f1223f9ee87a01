import { crc32, deflateSync } from 'node:zlib';
import type { Pixels } from './pixels.ts';

// Four bits a pixel: letters need few steps from ink to paper, and what is flat keeps its own colour.
const MOST_COLOURS = 16;
const FLAT_SHARE = 1 / 500;
const LEAST_DISTANCE = 48;
const SEAL = 'screenshot';

const words = (data: Uint8Array): Uint32Array => {
  const copy = data.slice();
  return new Uint32Array(copy.buffer, 0, copy.length / 4);
};

const part = (colour: number, shift: number): number => (colour >> shift) & 255;
const distance = (one: number, two: number): number =>
  Math.hypot(...[0, 8, 16].map((shift) => part(one, shift) - part(two, shift)));

/** The colours that are kept, the most frequent first: each flat one, and of the others only such as are unlike those before. */
function paletteOf(counts: ReadonlyMap<number, number>, pixels: number): readonly number[] {
  const kept: number[] = [];
  for (const [colour, count] of [...counts].toSorted(([one, a], [two, b]) => b - a || one - two)) {
    const isFlat = count / pixels > FLAT_SHARE && kept.length < MOST_COLOURS / 2;
    if (isFlat || kept.every((other) => distance(colour, other) > LEAST_DISTANCE)) kept.push(colour);
    if (kept.length === MOST_COLOURS) break;
  }
  return kept;
}

function nearest(colour: number, kept: readonly number[]): number {
  const distances = kept.map((other) => distance(colour, other));
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/**
 * Writes a picture as a small PNG, of sixteen colours: the same pixels give the same bytes.
 * @param seal what tells one screenshot from another, kept beside the pixels
 */
export function writePng({ width, height, data }: Pixels, seal = ''): Buffer {
  const pixels = words(data);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const kept = paletteOf(counts, pixels.length);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, kept)]));
  const rowLength = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(rowLength * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * rowLength + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | ((places.get(pixels[y * width + x] ?? 0) ?? 0) << (x % 2 === 0 ? 4 : 0));
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(kept.flatMap((colour) => [0, 8, 16].map((shift) => part(colour, shift))))),
    chunk('tEXt', Buffer.from(`${SEAL}\0${seal}`, 'latin1')),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** The seal of the screenshot that a picture was written from; empty where it has none. */
export function sealOf(png: Uint8Array): string {
  const bytes = Buffer.from(png);
  const at = bytes.indexOf(`tEXt${SEAL}\0`);
  if (at < 4) return '';
  const start = at + `tEXt${SEAL}\0`.length;
  return bytes.toString('latin1', start, at + 4 + bytes.readUInt32BE(at - 4));
}
