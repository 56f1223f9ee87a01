import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Picture } from '../../../lib/qr/picture.ts';
import { requireChromium } from '../../support/browsers.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

/** Opens a reader of picture files that decodes them as the browser does; straight RGBA. */
export async function openPictureReader(): Promise<{
  read: (file: string) => Promise<Picture>;
  close: () => Promise<void>;
}> {
  const browser = await puppeteer.launch({
    executablePath: requireChromium(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  return {
    close: () => browser.close(),
    read: async (file) => {
      const type = mediaTypes[extname(file).toLowerCase()] ?? 'image/png';
      const { width, height, base64 } = await page.evaluate(
        async (url) => {
          const bitmap = await createImageBitmap(await (await fetch(url)).blob(), { premultiplyAlpha: 'none' });
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const context = canvas.getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
          const blob = new Blob([pixels]);
          const text = await new Promise<string>((resolve) => {
            const reader = new FileReader();
            reader.onload = () => resolve(String(reader.result));
            reader.readAsDataURL(blob);
          });
          return { width: bitmap.width, height: bitmap.height, base64: text.slice(text.indexOf(',') + 1) };
        },
        `data:${type};base64,${readFileSync(file).toString('base64')}`,
      );
      return { width, height, data: new Uint8ClampedArray(Buffer.from(base64, 'base64')) };
    },
  };
}
