import type { Picture } from '../../lib/qr/picture.ts';
import { qrModules } from '../../portal/qr-picture.ts';
import { type Chance, chanceFrom } from '../support/chance.ts';

/** A picture, and the text of the code in it. */
export type Drawn = { readonly text: string; readonly picture: Picture };

const keyUri = (index: number): string =>
  `otpauth://totp/Service%20${index}:user${index}@example.com?secret=${'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.slice(index % 8)}${'Q'.repeat(index % 8)}&issuer=Service%20${index}`;

const blank = (width: number, height: number, grey: number): Uint8ClampedArray<ArrayBuffer> => {
  const data = new Uint8ClampedArray(width * height * 4).fill(grey);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return data;
};

const fill = (
  { data, width }: { readonly data: Uint8ClampedArray; readonly width: number },
  [left, top, across, down]: readonly [number, number, number, number],
  grey: number,
): void => {
  for (let y = top; y < top + down; y += 1) {
    for (let x = left; x < left + across; x += 1) data.fill(grey, (y * width + x) * 4, (y * width + x) * 4 + 3);
  }
};

/** How a code looks: pixels a module, the greys of its modules and of what is between, and by how many degrees it is turned. */
type Look = { readonly scale: number; readonly dark: number; readonly light: number; readonly degrees: number };

// Of 5 × 5 points in each pixel, so that edges between pixels are as smooth as a browser draws them.
const POINTS = 5;

function drawCode(
  picture: Picture,
  modules: readonly (readonly boolean[])[],
  middle: readonly [number, number],
  look: Look,
) {
  const { data, width } = picture;
  const half = (modules.length * look.scale) / 2;
  const [cos, sin] = [Math.cos((look.degrees * Math.PI) / 180), Math.sin((look.degrees * Math.PI) / 180)];
  const reach = Math.ceil(half * 1.5);
  const toneAt = (dx: number, dy: number): number | null => {
    const column = Math.floor((cos * dx + sin * dy + half) / look.scale);
    const dark = modules[Math.floor((cos * dy - sin * dx + half) / look.scale)]?.[column];
    return dark === undefined ? null : dark ? look.dark : look.light;
  };
  for (let y = Math.max(0, Math.floor(middle[1]) - reach); y < Math.min(picture.height, middle[1] + reach); y += 1) {
    for (let x = Math.max(0, Math.floor(middle[0]) - reach); x < Math.min(width, middle[0] + reach); x += 1) {
      const at = (y * width + x) * 4;
      let sum = 0;
      for (let point = 0; point < POINTS ** 2; point += 1) {
        const dx = x + ((point % POINTS) + 0.5) / POINTS - middle[0];
        const dy = y + (Math.floor(point / POINTS) + 0.5) / POINTS - middle[1];
        sum += toneAt(dx, dy) ?? data[at] ?? 0;
      }
      data.fill(Math.round(sum / POINTS ** 2), at, at + 3);
    }
  }
}

const looks: readonly Omit<Look, 'scale'>[] = [
  { dark: 0, light: 255, degrees: 0 },
  { dark: 230, light: 20, degrees: 0 },
  { dark: 130, light: 190, degrees: 0 },
  { dark: 30, light: 250, degrees: 12 },
  { dark: 0, light: 255, degrees: 45 },
];

/** An enrolment code by itself, 2½ to 8 pixels a module: plain, light on dark, pale, or turned. */
export function codePicture(index: number): Drawn {
  const text = keyUri(index);
  const modules = qrModules(text);
  const look = {
    scale: 2.5 + (index % 12) / 2,
    ...(looks[index % looks.length] ?? { dark: 0, light: 255, degrees: 0 }),
  };
  const side = Math.ceil(modules.length * look.scale * (look.degrees === 0 ? 1 : 1.45));
  const picture = { width: side, height: side, data: blank(side, side, look.light) };
  drawCode(picture, modules, [side / 2, side / 2], look);
  return { text, picture };
}

function writeLines(picture: Picture, line: number, ink: number, chance: Chance): void {
  const { width, height } = picture;
  for (let top = line * 4; top < height - line; top += line) {
    for (let left = line; left < width - line * 5; ) {
      const word = line + chance.below(line * 3);
      fill(picture, [left, top, word, Math.round(line / 2)], ink + chance.below(80));
      left += word + Math.round(line / 2);
    }
  }
}

/**
 * A page that shows a code among lines of writing: bars of the widths and gaps that words have. Every page has its code elsewhere and in
 * another size; every third one is dark.
 */
export function pagePicture(width: number, height: number, index: number): Drawn {
  const text = keyUri(index);
  const modules = qrModules(text);
  const chance = chanceFrom(width + index * 7919);
  const isDark = index % 3 === 2;
  const picture = { width, height, data: blank(width, height, isDark ? 24 : 250) };
  const line = Math.round(height / (50 + chance.below(20)));
  writeLines(picture, line, isDark ? 150 : 40, chance);
  fill(picture, [0, 0, width, line * 3], isDark ? 60 : 90);
  const scale = (3 + chance.below(4)) * (height / 1080);
  const room = Math.ceil(modules.length * scale);
  const middle = [
    room + chance.below(Math.max(1, width - 2 * room)),
    room + chance.below(Math.max(1, height - 2 * room)),
  ] as const;
  drawCode(picture, modules, middle, { scale, dark: 0, light: 255, degrees: 0 });
  return { text, picture };
}
