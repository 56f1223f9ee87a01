import { describe, expect, it } from 'vitest';
import { readCodes } from '../../../lib/qr/read-codes.ts';
import { BLACK, draw, paste, plain, WHITE } from './draw.ts';

const uriOf = (name: string): string =>
  `otpauth://totp/Example:${name}%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example`;
const read = (picture: Parameters<typeof readCodes>[0]) =>
  readCodes(picture, { scope: 'page' }).texts.map(({ text }) => text);

describe('a picture of a page', () => {
  it('gives every code on it, whatever their sizes, colours and shades', () => {
    const names = ['ada', 'grace', 'alan', 'edsger', 'barbara'];
    const page = paste(
      plain(1280, 720, WHITE),
      [draw(uriOf('ada'), { scale: 6 }), 40, 40],
      [draw(uriOf('grace'), { scale: 3 }), 400, 60],
      [draw(uriOf('alan'), { scale: 2 }), 700, 300],
      [draw(uriOf('edsger'), { scale: 4, dark: WHITE, light: BLACK }), 900, 40],
      [draw(uriOf('barbara'), { scale: 3, dark: [30, 60, 160] }), 100, 420],
      [draw('https://apps.example/authenticator', { scale: 3 }), 500, 450],
    );
    expect(read(page).toSorted()).toEqual([...names.map(uriOf), 'https://apps.example/authenticator'].toSorted());
  });

  it('of 3840 × 2160 pixels is read', { timeout: 30_000 }, () => {
    expect(read(paste(plain(3840, 2160, WHITE), [draw(uriOf('ada')), 2900, 1500]))).toEqual([uriOf('ada')]);
  });

  it('that is wider than the decoder takes is read', () => {
    expect(read(paste(plain(5120, 400, WHITE), [draw(uriOf('ada'), { scale: 6 }), 4500, 50]))).toEqual([uriOf('ada')]);
  });

  it('gives a code that is too small to be read at its own size', () => {
    const page = paste(plain(1280, 720, WHITE), [draw(uriOf('ada'), { scale: 1.5 }), 700, 300]);
    expect(readCodes(page, { scope: 'page' }).texts).toEqual([{ text: uriOf('ada'), stage: 'upscaled' }]);
  });

  it('gives the small key beside a large link', () => {
    const link = draw('https://apps.example/authenticator', { scale: 5 });
    const page = paste(plain(1280, 720, WHITE), [link, 40, 40], [draw(uriOf('ada'), { scale: 1.5 }), 700, 300]);
    expect(read(page)).toContain(uriOf('ada'));
  });
});

describe('a picture without a code', () => {
  const noise = plain(240, 240, WHITE);
  for (let at = 0; at < noise.data.length; at += 1) if (at % 4 !== 3) noise.data[at] = (at * 7919) % 251;
  const stripes = plain(240, 240, WHITE);
  for (let x = 0; x < 240; x += 12) paste(stripes, [plain(6, 240, BLACK), x, 0]);
  const finders = plain(240, 240, WHITE);
  for (const [x, y] of [
    [20, 20],
    [180, 20],
    [20, 180],
  ] as const) {
    paste(finders, [plain(35, 35, BLACK), x, y], [plain(25, 25, WHITE), x + 5, y + 5]);
    paste(finders, [plain(15, 15, BLACK), x + 10, y + 10]);
  }

  it.each([
    ['noise', noise],
    ['stripes', stripes],
    ['three finder patterns around nothing', finders],
    ['one colour', plain(300, 200, BLACK)],
    ['nothing but transparency', plain(300, 200, [0, 0, 0, 0])],
    ['a single pixel', plain(1, 1, BLACK)],
    ['a thin line', plain(8192, 1, BLACK)],
    ['no pixels', plain(0, 0, BLACK)],
    ['fewer pixels than its size says', { width: 50, height: 50, data: new Uint8ClampedArray(16) }],
    ['a size of half a pixel', { width: 60, height: 22.5, data: new Uint8ClampedArray(60 * 22.5 * 4) }],
    ['more pixels than its size says', { width: 30, height: 30, data: new Uint8ClampedArray(30 * 31 * 4) }],
  ])('gives nothing: %s', (_name, picture) => {
    for (const scope of ['code', 'page'] as const) {
      expect(readCodes(picture, { scope })).toEqual({ texts: [], tooLarge: false });
    }
  });
});

describe('a picture that is too large to be read', () => {
  it('says so, and does not look like a picture without a code', () => {
    for (const [width, height] of [
      [8193, 30],
      [30, 8193],
    ] as const) {
      const picture = plain(width, height, WHITE);
      expect(readCodes(picture, { scope: 'page' })).toEqual({ texts: [], tooLarge: true });
    }
  });
});
