import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import type { Viewport } from './driver.ts';
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

// Stores take pictures of this size alone.
const storePaper = { width: 1280, height: 800 } as const;
const storePairs = [
  ['page', 'found', 'store-1-found'],
  ['filled', 'saved', 'store-2-filled'],
  ['backup-code', 'backup-offer', 'store-3-backup-code'],
  ['login-filled', 'codes', 'store-4-login'],
  ['refusing', 'refused', 'store-5-refused'],
] as const;

/** Which pictures a tour keeps, and where. */
export type KeptPictures = { readonly folder: string; readonly kind: 'documentation' | 'store' };

/** The size of the customer's window for a kind of pictures; undefined for the tour's usual one. */
export const viewportFor = (kept: KeptPictures | null): Viewport | undefined =>
  kept?.kind === 'store' ? storePaper : undefined;

/** The popup drawn where the toolbar would open it: over the page, at its upper right. */
async function overlay(
  browser: Browser,
  size: Viewport,
  [page, popup]: readonly [Uint8Array, Uint8Array],
): Promise<Uint8Array> {
  const paper = await browser.newPage();
  await paper.setViewport(size);
  await paper.setContent(`<style>
    body { margin: 0; background: #dfe5e7; } img { position: absolute; }
    img + img { right: 24px; top: 16px; border: 1px solid #7f9096; border-radius: 8px; box-shadow: 0 8px 24px #0006; }
    </style><img src="${dataUrl(page)}"><img src="${dataUrl(popup)}">`);
  const png = await paper.screenshot();
  await paper.close();
  return png;
}

/** Writes the pictures that are kept into their folder, some of them a page with the popup over it. */
export async function keepPictures(
  { folder, kind }: KeptPictures,
  pictures: readonly Picture[],
  browser: Browser,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const named = (wanted: string): Uint8Array | undefined => pictures.find(({ name }) => name === wanted)?.png;
  for (const name of kind === 'store' ? [] : shown) {
    const png = named(name);
    if (png !== undefined) writeFileSync(join(folder, `${name}.png`), png);
  }
  const size = kind === 'store' ? storePaper : { width: 1180, height: 720 };
  for (const [under, over, name] of kind === 'store' ? storePairs : together) {
    const [page, popup] = [named(under), named(over)];
    if (page !== undefined && popup !== undefined)
      writeFileSync(join(folder, `${name}.png`), await overlay(browser, size, [page, popup]));
  }
}
