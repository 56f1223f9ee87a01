import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { tourViewport, type Viewport } from './driver.ts';
import { pictureStrip } from './picture-strip.ts';
import type { Picture } from './report.ts';

// Names of pictures of the tour that are kept as they are, and pairs that become one: a page, the popup over it, and what both together
// are called. The others are for whoever looks into a report.
const kinds = {
  documentation: {
    window: tourViewport,
    paper: { width: 1180, height: 720 },
    alone: [
      ...['first-run', 'menu', 'get-started', 'found', 'filled', 'backup-code'],
      ...['backup-offer', 'enabled', 'codes', 'hello', 'move'],
    ],
    together: [
      ['page', 'found', 'enrolment'],
      ['refusing', 'refused', 'refused'],
      ['disabling', 'disabled', 'disabled'],
    ],
  },
  // Stores take pictures of this size alone.
  store: {
    window: { width: 1280, height: 800 },
    paper: { width: 1280, height: 800 },
    alone: [],
    together: [
      ['page', 'found', 'store-1-found'],
      ['filled', 'saved', 'store-2-filled'],
      ['backup-code', 'backup-offer', 'store-3-backup-code'],
      ['login-filled', 'codes', 'store-4-login'],
      ['refusing', 'refused', 'store-5-refused'],
    ],
  },
} as const;

// The journey at a glance, for the README: a page, the popup over it, and what is said under both.
const strip = [
  ['page', 'found', 'The site shows a QR code. Press <i>Add from page</i>.'],
  ['filled', 'saved', 'The code is in the box. Press the site’s own button.'],
  ['backup-code', 'backup-offer', 'The site shows its backup code. Print or keep it.'],
  ['login-filled', 'codes', 'At the next login the code is filled.'],
] as const;

/** Which pictures a tour keeps, and where. */
export type KeptPictures = { readonly folder: string; readonly kind: keyof typeof kinds };

/** The size of the customer's window for a kind of pictures. */
export const viewportFor = (kept: KeptPictures | null): Viewport => kinds[kept?.kind ?? 'documentation'].window;

const dataUrl = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;

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
  const { paper, alone, together } = kinds[kind];
  const named = (wanted: string): Uint8Array => {
    const png = pictures.find(({ name }) => name === wanted)?.png;
    // Else the picture of an earlier day would stay.
    if (png === undefined) throw new Error(`The tour took no picture called ${wanted}.`);
    return png;
  };
  const keep = (name: string, png: Uint8Array): void => writeFileSync(join(folder, `${name}.png`), png);
  for (const name of alone) keep(name, named(name));
  const both = (under: string, over: string) => overlay(browser, paper, [named(under), named(over)]);
  for (const [under, over, name] of together) keep(name, await both(under, over));
  if (kind !== 'documentation') return;
  const parts = await Promise.all(
    strip.map(async ([under, over, caption]) => ({ png: await both(under, over), caption })),
  );
  keep('strip', await pictureStrip(browser, parts));
}
