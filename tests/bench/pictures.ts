import type { Picture } from '../../lib/qr/picture.ts';
import { qrModules } from '../../portal/qr-picture.ts';
import { chanceFrom } from '../support/chance.ts';

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

const drawCode = (picture: Picture, text: string, left: number, top: number, scale: number): void => {
  qrModules(text).forEach((row, y) => {
    row.forEach((dark, x) => {
      fill(picture, [left + x * scale, top + y * scale, scale, scale], dark ? 0 : 255);
    });
  });
};

/** An enrolment code by itself, 3 to 8 pixels a module. */
export function codePicture(index: number): { readonly text: string; readonly picture: Picture } {
  const text = keyUri(index);
  const scale = 3 + (index % 6);
  const side = qrModules(text).length * scale;
  const picture = { width: side, height: side, data: blank(side, side, 255) };
  drawCode(picture, text, 0, 0, scale);
  return { text, picture };
}

/** A page that shows a code among lines of writing: bars of the widths and gaps that words have. */
export function pagePicture(width: number, height: number): { readonly text: string; readonly picture: Picture } {
  const text = keyUri(1);
  const chance = chanceFrom(width);
  const picture = { width, height, data: blank(width, height, 250) };
  const line = Math.round(height / 60);
  for (let top = line * 4; top < height - line; top += line) {
    for (let left = line; left < width - line * 5; ) {
      const word = line + chance.below(line * 3);
      fill(picture, [left, top, word, Math.round(line / 2)], 40 + chance.below(80));
      left += word + Math.round(line / 2);
    }
  }
  fill(picture, [0, 0, width, line * 3], 90);
  drawCode(picture, text, Math.round(width / 2), Math.round(height / 3), Math.round(height / 270));
  return { text, picture };
}
