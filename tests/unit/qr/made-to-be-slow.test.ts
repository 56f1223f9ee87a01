import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../lib/qr/picture.ts';
import { readCodes } from '../../../lib/qr/read-codes.ts';
import { draw, paste, plain, WHITE } from './draw.ts';

const URI = 'otpauth://totp/Example:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example';

/** A picture full of finder patterns of one pixel a module, `gap` pixels apart, on a ground that is not quite opaque. */
function fullOfFinders(side: number, gap: number): Picture {
  const picture = plain(side, side, [255, 255, 255, 254]);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const ring = Math.max(Math.abs((x % (7 + gap)) - 3), Math.abs((y % (7 + gap)) - 3));
      if (ring === 3 || ring <= 1) picture.data.set([0, 0, 0, 255], (y * side + x) * 4);
    }
  }
  return picture;
}

/** The processor's time, in milliseconds: a busy machine is no slow reader. */
function costMs(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  return process.cpuUsage(before).user / 1_000;
}

describe('a picture that is made to be slow', () => {
  it.each(['code', 'page'] as const)('is given up soon, taken for a %s', (scope) => {
    const picture = fullOfFinders(400, 2);
    expect(costMs(() => expect(readCodes(picture, { scope }).texts).toEqual([]))).toBeLessThan(3_000);
  });

  it('with more finders than the decoder has room for gives nothing, and does not break', () => {
    for (const scope of ['code', 'photo', 'page'] as const)
      expect(readCodes(fullOfFinders(400, 1), { scope }).texts).toEqual([]);
  });

  it('does not hide the code beside it', () => {
    const page = paste(plain(1280, 720, WHITE), [draw(URI, { scale: 6 }), 40, 40], [fullOfFinders(400, 1), 700, 200]);
    expect(readCodes(page, { scope: 'page' }).texts.map(({ text }) => text)).toEqual([URI]);
  });
});
