import fc from 'fast-check';
import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../lib/qr/decoders.ts';
import { readCodes } from '../../../lib/qr/read-codes.ts';
import { BLACK, draw, type Look, paste, plain, WHITE } from './draw.ts';

const URI = 'otpauth://totp/Example:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example';
const read = (picture: Parameters<typeof readCodes>[0]) => readCodes(picture, { scope: 'code' }).texts;

describe('a picture of one code', () => {
  it.each([2, 3, 4, 6, 8])('is read by the quicker reader first, at %i pixels a module', (scale) => {
    for (const text of ['a', 'https://apps.example/get', URI]) {
      expect(read(draw(text, { scale }))).toEqual([{ text, stage: 'qr' }]);
    }
  });

  it.each<[number, Look]>([
    [1.4, { shift: 0.2 }],
    [1.45, { shift: 0.4 }],
    [1.5, {}],
  ])('is read by jsQR where the quicker one reads nothing, at %d pixels a module', (scale, look) => {
    expect(read(draw(URI, { scale, ...look }))).toEqual([{ text: URI, stage: 'jsqr' }]);
  });

  it('is read by jsQR light on dark, even after a call of jsQR that switched inversion off', () => {
    const picture = draw(URI, { scale: 1.4, shift: 0.2, dark: WHITE, light: BLACK });
    jsqr(picture.data, picture.width, picture.height, { inversionAttempts: 'dontInvert' });
    expect(read(picture)).toEqual([{ text: URI, stage: 'jsqr' }]);
  });

  it.each<[string, Look]>([
    ['grey on grey', { dark: [90, 90, 90], light: [170, 170, 170] }],
    ['dark on dark', { dark: BLACK, light: [40, 44, 52] }],
    ['blue on yellow', { dark: [20, 40, 160], light: [255, 230, 90] }],
    ['red on white', { dark: [220, 20, 60], light: WHITE }],
    ['light green on violet', { dark: [150, 240, 170], light: [60, 20, 90] }],
    ['without a quiet zone', { quiet: 0 }],
    ['light on dark without a quiet zone', { quiet: 0, dark: WHITE, light: BLACK }],
    ['on transparent ground', { light: [0, 0, 0, 0] }],
    ['white on transparent ground', { dark: WHITE, light: [255, 255, 255, 0] }],
    ['half transparent', { dark: [0, 0, 0, 128], light: [0, 0, 0, 0] }],
    ['larger than jsQR is given', { scale: 20 }],
  ])('is read %s', (_name, look) => {
    expect(read(draw(URI, look)).map(({ text }) => text)).toEqual([URI]);
  });

  it.each<[string, Look, Look['dark']]>([
    ['dark', { dark: BLACK, light: WHITE }, BLACK],
    ['light', { dark: WHITE, light: BLACK }, WHITE],
  ])('that runs into a %s surround is read when the surround is cut away', (_name, look, surround) => {
    const symbol = draw(URI, { ...look, quiet: 0, scale: 6 });
    const side = symbol.width + 48;
    const picture = paste(plain(side, side, surround ?? BLACK), [symbol, 24, 24]);
    expect(read(picture)).toEqual([{ text: URI, stage: 'trimmed' }]);
  });

  it('that is too small for both decoders is read enlarged', () => {
    expect(read(draw(URI, { scale: 1.25 }))).toEqual([{ text: URI, stage: 'upscaled' }]);
  });

  it('of one pixel a module is read wherever its modules fall between the pixels', () => {
    for (const [index, scale] of [1, 1.03, 1.08, 1.13, 1.2].entries()) {
      for (const ink of [
        { dark: BLACK, light: WHITE },
        { dark: WHITE, light: BLACK },
      ]) {
        const text = `${URI}&digits=${index}`;
        expect(read(draw(text, { scale, shift: 0.2 + index / 8, ...ink })).map((one) => one.text)).toEqual([text]);
      }
    }
  });

  it.each([25, 33, 50, 67, 80, 90, 110, 125, 150, 175, 200, 300, 400, 500])('is read at %i %% zoom', (percent) => {
    for (const ink of [
      { dark: BLACK, light: WHITE },
      { dark: [222, 222, 222] as const, light: [24, 26, 27] as const },
    ]) {
      const picture = draw(URI, { scale: (4 * percent) / 100, shift: percent / 130, ...ink });
      expect(read(picture).map(({ text }) => text)).toEqual([URI]);
    }
  });

  it('is read with a logo on its middle, and white on transparent over a dark page', () => {
    const picture = draw(URI, { scale: 5 });
    const [logo, at] = [plain(28, 28, [220, 60, 60]), Math.round(picture.width / 2) - 14];
    expect(read(paste(picture, [logo, at, at])).map(({ text }) => text)).toEqual([URI]);
    const light = draw(URI, { scale: 3, dark: WHITE, light: [255, 255, 255, 0] });
    const over = readCodes(light, { scope: 'code', backdrop: [18, 18, 18] });
    expect(over.texts.map(({ text }) => text)).toEqual([URI]);
  });

  it('of many accounts for another phone is read at 1.3 pixels a module', () => {
    const accounts = `otpauth-migration://offline?data=${'CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoH'.repeat(6)}`;
    expect(read(draw(accounts, { scale: 1.3 })).map(({ text }) => text)).toEqual([accounts]);
  });

  it('is read whatever text it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (text) => {
        expect(read(draw(text)).map((one) => one.text)).toEqual([text]);
      }),
      { numRuns: 30 },
    );
  });

  it('in Japanese bytes of Shift_JIS is read as written', () => {
    // ISO/IEC 18004 §7.3.5 leaves the byte mode's character set open; these bytes are モバイル in JIS X 0208.
    const bytes = [0x83, 0x82, 0x83, 0x6f, 0x83, 0x43, 0x83, 0x8b];
    expect(textOf(new Uint8Array(bytes))).toBe('モバイル');
    expect(textOf(new TextEncoder().encode('Société モバイル'))).toBe('Société モバイル');
  });

  it.each<[string, Look]>([
    ['plain', {}],
    ['light on dark', { dark: WHITE, light: BLACK }],
    ['transparent', { light: [0, 0, 0, 0] }],
    ['small', { scale: 1.25 }],
  ])('keeps its pixels, %s', (_name, look) => {
    const picture = draw(URI, look);
    const before = picture.data.slice();
    for (const scope of ['code', 'page'] as const) readCodes(picture, { scope });
    expect(picture.data).toEqual(before);
  });

  it('is read from the middle of a larger buffer', () => {
    const picture = draw(URI);
    const buffer = new Uint8ClampedArray(picture.data.length + 3);
    buffer.set(picture.data, 3);
    expect(read({ ...picture, data: buffer.subarray(3) })).toEqual([{ text: URI, stage: 'qr' }]);
  });

  it('that holds three codes after all gives each text once', () => {
    const texts = ['https://apps.example/get', URI, URI.replace('ada', 'grace')];
    const [link, key, other] = [
      draw(texts[0] ?? '', { scale: 2 }),
      draw(URI, { scale: 3 }),
      draw(texts[2] ?? '', { scale: 3 }),
    ];
    const ground = plain(500, 500, WHITE);
    const found = read(paste(ground, [link, 0, 0], [key, 150, 0], [other, 300, 300]));
    expect(found.map(({ text }) => text).toSorted()).toEqual(texts.toSorted());
  });
});
