import { qrModules } from '../../../lib/qr/draw-code.ts';

// Codes of eight bits, so that each pixel is a byte: what compresses grows the codes, and is told to begin anew before it does.
const BITS = 7;
const CLEAR = 1 << BITS;
const END = CLEAR + 1;
const MOST_BEFORE_CLEAR = 100;

const runs = (bytes: readonly number[], most: number): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(bytes.length / most) }, (_, index) => bytes.slice(index * most, (index + 1) * most));

const words = (...numbers: readonly number[]): readonly number[] =>
  numbers.flatMap((number) => [number % 256, Math.floor(number / 256)]);

/** A picture of a text's symbol as a GIF in black and white, so many pixels a module. */
export function gifOf(text: string, scale = 6): Buffer {
  const modules = qrModules(text);
  const side = modules.length * scale;
  const lines = Array.from({ length: side }, (_, y) => modules[Math.floor(y / scale)] ?? []);
  const pixels = lines.flatMap((line) => line.flatMap((dark) => Array<number>(scale).fill(dark ? 0 : 1)));
  const palette = [0, 0, 0, ...Array<number>(3 * (CLEAR - 1)).fill(255)];
  const codes = [...runs(pixels, MOST_BEFORE_CLEAR).flatMap((run) => [CLEAR, ...run]), END];
  return Buffer.from([
    ...Buffer.from('GIF89a'),
    ...words(side, side),
    ...[0xf0 + BITS - 1, 0, 0, ...palette],
    ...[0x2c, ...words(0, 0, side, side), 0, BITS],
    ...runs(codes, 255).flatMap((block) => [block.length, ...block]),
    ...[0, 0x3b],
  ]);
}
