import { describe, expect, it } from 'vitest';
import { readCodes } from '../../../lib/qr/read-codes.ts';
import { draw, paste, plain } from './draw.ts';
import { photographed, type Shot } from './photograph.ts';

const URI = 'otpauth://totp/Example:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example';
const read = (picture: Parameters<typeof readCodes>[0], scope: 'code' | 'photo' = 'photo') =>
  readCodes(picture, { scope }).texts;

describe('a photograph of a code', () => {
  it.each<[string, Shot]>([
    ['turned by 20°', { degrees: 20, noise: 8 }],
    ['turned by 45°', { degrees: 45, noise: 8 }],
    ['lying back', { degrees: 8, tilt: 0.5, noise: 8 }],
    ['in light that fades', { degrees: 5, shade: 0.7, noise: 8 }],
    ['with the noise of a dark room', { degrees: 5, noise: 40 }],
  ])('is read %s', (_name, shot) => {
    expect(read(photographed(draw(URI, { scale: 8 }), shot)).map(({ text }) => text)).toEqual([URI]);
  });

  it('on folded cloth is read along the folds, where neither decoder reads it', () => {
    for (const degrees of [-15, -10, 10]) {
      const shot = photographed(draw(URI, { scale: 8 }), { degrees, foldPx: 4, noise: 8 });
      expect(read(shot, 'code'), `${degrees}°`).toEqual([]);
      expect(read(shot), `${degrees}°`).toEqual([{ text: URI, stage: 'straightened' }]);
    }
  });

  it('of many accounts for another phone is read, turned and lying back', () => {
    const accounts = `otpauth-migration://offline?data=${'CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoH'.repeat(6)}`;
    const shot = photographed(draw(accounts, { scale: 6 }), { degrees: 12, tilt: 0.25, noise: 8 });
    expect(read(shot).map(({ text }) => text)).toEqual([accounts]);
  });

  it('that shows finder patterns and no code gives nothing', () => {
    const ground = plain(300, 300, [200, 200, 200]);
    for (const [x, y] of [
      [40, 40],
      [200, 40],
      [40, 200],
    ] as const) {
      paste(ground, [plain(42, 42, [20, 20, 20]), x, y], [plain(30, 30, [220, 220, 220]), x + 6, y + 6]);
      paste(ground, [plain(18, 18, [20, 20, 20]), x + 12, y + 12]);
    }
    expect(read(photographed(ground, { degrees: 7, foldPx: 4, noise: 20 }))).toEqual([]);
  });
});
