import type { Browser } from 'puppeteer-core';

/** A picture of the strip, and the sentence under it. */
export type StripPart = { readonly png: Uint8Array; readonly caption: string };

const part = ({ png, caption }: StripPart, index: number): string =>
  `<figure><img src="data:image/png;base64,${Buffer.from(png).toString('base64')}">
  <figcaption><b>${index + 1}</b> ${caption}</figcaption></figure>`;

/** The pictures of a journey on one sheet, in two rows so that they are seen in a page as wide as a README. */
export async function pictureStrip(browser: Browser, parts: readonly StripPart[]): Promise<Uint8Array> {
  const paper = await browser.newPage();
  await paper.setViewport({ width: 1320, height: 920 });
  await paper.setContent(`<style>
    body { margin: 0; padding: 16px; background: #fff; color: #17262b; font: 20px/1.3 system-ui, sans-serif;
      display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
    figure { margin: 0; } img { display: block; width: 100%; aspect-ratio: 1.6; object-fit: cover; object-position: top right;
      border: 1px solid #b9c6ca; border-radius: 8px; box-sizing: border-box; }
    figcaption { margin-top: 8px; } b { color: #0b6b60; }
    </style>${parts.map(part).join('')}`);
  await paper.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
  const png = await paper.screenshot({ fullPage: true });
  await paper.close();
  return png;
}
