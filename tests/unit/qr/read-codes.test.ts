import fc from 'fast-check';
import encodeQR from 'qr';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../lib/qr/decoders.ts';
import type { Picture } from '../../../lib/qr/picture.ts';
import { readCodes } from '../../../lib/qr/read-codes.ts';

type Look = { scale?: number; quiet?: number; dark?: number; light?: number; alphaLight?: number };

/** Draws a symbol as RGBA pixels. */
function draw(text: string, { scale = 4, quiet = 4, dark = 0, light = 255, alphaLight = 255 }: Look = {}): Picture {
  // The encoder draws no symbol without a border, so the border is cut off again.
  const framed = encodeQR(text, 'raw', { border: quiet + 1 });
  const modules = framed.slice(1, -1).map((row) => row.slice(1, -1));
  const side = modules.length * scale;
  const data = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const on = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true;
      data.set(on ? [dark, dark, dark, 255] : [light, light, light, alphaLight], (y * side + x) * 4);
    }
  }
  return { width: side, height: side, data };
}

/** Sets pictures side by side on white. */
function beside(pictures: readonly Picture[]): Picture {
  const height = Math.max(...pictures.map((picture) => picture.height));
  const width = pictures.reduce((sum, picture) => sum + picture.width, 0);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  let left = 0;
  for (const picture of pictures) {
    for (let y = 0; y < picture.height; y += 1) {
      data.set(picture.data.subarray(y * picture.width * 4, (y + 1) * picture.width * 4), (y * width + left) * 4);
    }
    left += picture.width;
  }
  return { width, height, data };
}

const URI = 'otpauth://totp/Example:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example';
const texts = (picture: Picture, scope: 'code' | 'page' = 'code') =>
  readCodes(picture, { scope }).texts.map(({ text }) => text);

describe('a picture of one code', () => {
  it('is read by jsQR first', () => {
    expect(readCodes(draw(URI), { scope: 'code' }).texts).toEqual([{ text: URI, stage: 'jsqr' }]);
  });

  it.each<[string, Look]>([
    ['light on dark', { dark: 255, light: 0 }],
    ['grey on grey', { dark: 90, light: 170 }],
    ['without a quiet zone', { quiet: 0 }],
    ['with two pixels a module', { scale: 2 }],
    ['on transparent ground', { light: 0, alphaLight: 0 }],
    ['white on transparent ground', { dark: 255, light: 255, alphaLight: 0 }],
  ])('is read %s', (_name, look) => {
    expect(texts(draw(URI, look))).toEqual([URI]);
  });

  it('is read whatever text it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (text) => {
        expect(texts(draw(text))).toEqual([text]);
      }),
      { numRuns: 30 },
    );
  });

  it('is read even where jsQR sees the app-store link beside it first', () => {
    const ground = draw(' ', { scale: 1, quiet: 200, dark: 255 });
    const codes = beside([draw('https://apps.example/get', { scale: 2 }), draw(URI, { scale: 3 })]);
    const both = { ...ground, data: ground.data.slice() };
    for (let y = 0; y < codes.height; y += 1) {
      both.data.set(codes.data.subarray(y * codes.width * 4, (y + 1) * codes.width * 4), y * both.width * 4);
    }
    expect(readCodes(both, { scope: 'code' }).texts).toContainEqual({
      text: 'https://apps.example/get',
      stage: 'jsqr',
    });
    expect(texts(both)).toContain(URI);
  });

  it('in Japanese bytes of Shift_JIS is read as written', () => {
    // ISO/IEC 18004 §7.3.5 leaves the byte mode's character set open; these bytes are モバイル in JIS X 0208.
    const bytes = [0x83, 0x82, 0x83, 0x6f, 0x83, 0x43, 0x83, 0x8b];
    expect(textOf(new Uint8Array(bytes))).toBe('モバイル');
    expect(textOf(new TextEncoder().encode('Société モバイル'))).toBe('Société モバイル');
  });

  it('keeps its pixels', () => {
    const picture = draw(URI, { dark: 255, light: 0 });
    const before = picture.data.slice();
    texts(picture);
    expect(picture.data).toEqual(before);
  });
});

describe('a picture of a page', () => {
  it('gives every code on it', () => {
    const all = ['first code', URI, 'https://apps.example/authenticator'];
    expect(texts(beside(all.map((text) => draw(text))), 'page').toSorted()).toEqual(all.toSorted());
  });
});

describe('a picture without a code', () => {
  it('gives nothing, however noisy, empty or wrongly sized', () => {
    const noise = { width: 120, height: 120, data: new Uint8ClampedArray(120 * 120 * 4) };
    for (let at = 0; at < noise.data.length; at += 1) noise.data[at] = at % 4 === 3 ? 255 : (at * 7919) % 251;
    expect(texts(noise)).toEqual([]);
    expect(texts({ width: 0, height: 0, data: new Uint8ClampedArray() })).toEqual([]);
    expect(texts({ width: 50, height: 50, data: new Uint8ClampedArray(16) })).toEqual([]);
    expect(texts({ width: 5_000, height: 5_000, data: new Uint8ClampedArray(16) }, 'page')).toEqual([]);
  });
});
