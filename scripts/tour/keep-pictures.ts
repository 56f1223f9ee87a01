import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import type { Picture } from './report.ts';

// The documentation shows these; the others are for whoever looks into a report.
const shown = [
  ...['first-run', 'menu', 'get-started', 'found', 'filled', 'backup-code'],
  ...['backup-offer', 'enabled', 'codes', 'hello', 'move'],
] as const;
// A page, the popup over it, and what both together are called.
const together = [
  ['page', 'found', 'enrolment'],
  ['refusing', 'refused', 'refused'],
  ['disabling', 'disabled', 'disabled'],
] as const;

const dataUrl = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;

/** The popup drawn where the toolbar would open it: over the page, at its upper right. */
async function overlay(browser: Browser, page: Uint8Array, popup: Uint8Array): Promise<Uint8Array> {
  const paper = await browser.newPage();
  await paper.setViewport({ width: 1180, height: 720 });
  await paper.setContent(`<style>
    body { margin: 0; background: #dfe5e7; } img { position: absolute; }
    img + img { right: 24px; top: 16px; border: 1px solid #7f9096; border-radius: 8px; box-shadow: 0 8px 24px #0006; }
    </style><img src="${dataUrl(page)}"><img src="${dataUrl(popup)}">`);
  const png = await paper.screenshot();
  await paper.close();
  return png;
}

/** Writes the documentation's pictures into a folder, some of them a page with the popup over it. */
export async function keepPictures(folder: string, pictures: readonly Picture[], browser: Browser): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const named = (wanted: string): Uint8Array | undefined => pictures.find(({ name }) => name === wanted)?.png;
  for (const name of shown) {
    const png = named(name);
    if (png !== undefined) writeFileSync(join(folder, `${name}.png`), png);
  }
  for (const [under, over, name] of together) {
    const [page, popup] = [named(under), named(over)];
    if (page !== undefined && popup !== undefined)
      writeFileSync(join(folder, `${name}.png`), await overlay(browser, page, popup));
  }
}
