import { qrModules } from '../../lib/qr/draw-code.ts';
import type { Picture } from '../../lib/qr/picture.ts';
import { type ReadOptions, readCodes } from '../../lib/qr/read-codes.ts';
import { isRecord } from '../../lib/vault/shape.ts';
import type { Chance } from '../support/chance.ts';
import { fuzz } from './support/fuzz.ts';

type Input = { readonly picture: Picture; readonly scope: ReadOptions['scope'] };

// Reading counts its own work and ends it at about a second, on a computer that does nothing else.
const READING_MS = 5_000;
const stages = ['jsqr', 'qr', 'trimmed', 'upscaled', 'redrawn', 'straightened'];
const isScope = (value: unknown): value is ReadOptions['scope'] =>
  value === 'code' || value === 'photo' || value === 'page';
const texts = [
  'otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ',
  'otpauth://totp/Acme:ada@example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme',
  'HTTPS://EXAMPLE.ORG',
  '\u65e5\u672c\u8a9e',
];

/** A code drawn at so many pixels a module. */
function drawn(text: string, scale: number): Picture {
  const modules = qrModules(text);
  const side = modules.length * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [Math.floor((at % side) / scale), Math.floor(at / side / scale)];
    if (modules[y]?.[x] === true) data.fill(0, 4 * at, 4 * at + 3);
  }
  return { width: side, height: side, data };
}

const whole = texts.flatMap((text) => [1, 2, 3].map((scale) => drawn(text, scale)));

function paint({ width, height, data }: Picture, chance: Chance): void {
  const [left, top] = [chance.below(width), chance.below(height)];
  const [right, bottom] = [left + chance.below(width - left) + 1, top + chance.below(height - top) + 1];
  const kind = chance.below(5);
  const value = chance.pick([0, 127, 255, chance.below(256)]);
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = 4 * (y * width + x);
      const old = data[at] ?? 0;
      const grey =
        [value, 255 - old, chance.below(256), old + chance.below(60) - 30, (x + y) % 2 === 0 ? 0 : 255][kind] ?? 0;
      data.fill(grey, at, at + 3);
      if (value === 127) data[at + 3] = chance.below(256);
    }
}

/** One code's finder patterns and rows put over another place, as made to look like many. */
function copyRows({ width, height, data }: Picture, chance: Chance): void {
  const rows = 1 + chance.below(Math.min(24, height));
  const from = chance.below(height - rows + 1) * width * 4;
  data.copyWithin(chance.below(height - rows + 1) * width * 4, from, from + rows * width * 4);
}

function damaged(picture: Picture, chance: Chance): Picture {
  const other = { ...picture, data: picture.data.slice() };
  for (let faults = 1 + chance.below(3); faults > 0; faults -= 1)
    (chance.below(3) === 0 ? copyRows : paint)(other, chance);
  // A size that is not the pixels' own.
  const turn = chance.below(12);
  if (turn === 0) return { ...other, width: other.width + chance.below(5) - 2 };
  if (turn === 1) return { ...other, width: other.height * 2, height: other.width / 2 };
  if (turn === 2) return { ...other, data: other.data.subarray(0, chance.below(other.data.length)) };
  return other;
}

function take(kept: unknown): Input {
  const { scope, picture } = isRecord(kept) ? kept : {};
  const { width, height, data } = isRecord(picture) ? picture : {};
  if (typeof width !== 'number' || typeof height !== 'number' || !(data instanceof Uint8Array) || !isScope(scope))
    throw new Error('a picture is kept here');
  return { scope, picture: { width, height, data: new Uint8ClampedArray(data) } };
}

function check({ picture, scope }: Input): string | null {
  const before = picture.data.slice();
  const { texts: read, tooLarge } = readCodes(picture, { scope });
  if (tooLarge) return 'a small picture that is too large';
  if (read.some(({ stage }) => !stages.includes(stage))) return 'a step of no known name';
  if (read.some(({ text }) => text === '' || text.length > 8_192)) return 'a text out of bounds';
  if (new Set(read.map(({ text }) => text)).size !== read.length) return 'a text twice';
  return Buffer.from(before).equals(Buffer.from(picture.data)) ? null : 'pixels that are not as they were given';
}

fuzz({
  name: 'qr-pixels',
  counts: { long: 600, short: 10 },
  take,
  source: (chance, kept) => () => {
    const pictures = [...whole, ...kept.map(({ picture }) => picture)];
    return {
      picture: damaged(chance.pick(pictures), chance),
      scope: chance.pick(['code', 'code', 'page', 'photo'] as const),
    };
  },
  check,
  limitMs: () => READING_MS,
});
