import { describe, expect, it } from 'vitest';
import { readLooks } from '../../../entrypoints/from-phone/read-looks.ts';
import type { PictureSource } from '../../../lib/page/picture-source.ts';
import { photoSteps } from '../../../lib/qr/photo-steps.ts';
import type { Picture } from '../../../lib/qr/picture.ts';
import { type ReadOptions, readCodes } from '../../../lib/qr/read-codes.ts';
import { draw, paste, plain } from '../qr/draw.ts';

const key = 'otpauth://totp/Harbour:ada?secret=JBSWY3DPEHPK3PXP&issuer=Harbour';

/** What a canvas does: every pixel the mean of those under it. */
function smaller({ width, height, data }: Picture, longestPx: number): Picture {
  const factor = Math.max(width, height) / longestPx;
  const [w, h] = [Math.round(width / factor), Math.round(height / factor)];
  const out = plain(w, h, [0, 0, 0]);
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1)
      for (let channel = 0; channel < 3; channel += 1) {
        let [sum, count] = [0, 0];
        for (let row = Math.floor(y * factor); row < Math.min(height, Math.ceil((y + 1) * factor)); row += 1)
          for (
            let column = Math.floor(x * factor);
            column < Math.min(width, Math.ceil((x + 1) * factor));
            column += 1
          ) {
            sum += data[(row * width + column) * 4 + channel] ?? 0;
            count += 1;
          }
        out.data[(y * w + x) * 4 + channel] = sum / count;
      }
  return out;
}

function photo(picture: Picture) {
  const looks: string[] = [];
  const source: PictureSource = {
    longestPx: Math.max(picture.width, picture.height),
    at: (longestPx) => smaller(picture, longestPx),
  };
  const read = async (given: Picture, options: ReadOptions) => {
    looks.push(`${options.scope} ${Math.max(given.width, given.height)}`);
    return readCodes(given, options).texts.map(({ text }) => text);
  };
  return { looks, texts: () => readLooks(source, photoSteps(source.longestPx), read) };
}

describe('a picture of a phone', () => {
  it('gives its code at the first look where it is a screenshot', async () => {
    const { looks, texts } = photo(paste(plain(1080, 2000, [250, 250, 250]), [draw(key, { scale: 12 }), 300, 700]));
    expect(await texts()).toEqual([key]);
    expect(looks).toEqual(['page 1600']);
  });

  it('is looked at more closely where its code is small', async () => {
    const { looks, texts } = photo(paste(plain(4000, 600, [90, 90, 90]), [draw(key, { scale: 2 }), 1500, 200]));
    expect(await texts()).toEqual([key]);
    expect(looks).toEqual(['page 1600', 'page 4000']);
  });

  it('is looked at again for an account where it shows another code first', async () => {
    const link = 'https://a.example/app';
    const { looks, texts } = photo(paste(plain(700, 500, [255, 255, 255]), [draw(link), 10, 10]));
    expect(await texts()).toEqual([link]);
    expect(looks).toEqual(['page 700', 'photo 700', 'photo 512']);
  });

  it('gives nothing where there is no code, after every look', async () => {
    const { looks, texts } = photo(plain(1300, 400, [120, 130, 140]));
    expect(await texts()).toEqual([]);
    expect(looks).toEqual(['page 1300', 'photo 1200', 'photo 512']);
  });
});
