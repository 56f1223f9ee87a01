import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Driver, launch } from '../../support/e2e/driver.ts';
import { overflowAt, smallTargets, unseenInForcedColours } from '../../support/e2e/readable.ts';
import { servedPages } from '../../support/e2e/screens/served-pages.ts';
import { visitScreens } from '../../support/e2e/screens/visit-screens.ts';
import { wordsIn } from '../../support/e2e/screens/words.ts';
import { type SmallSite, serveSmallSite } from '../../support/e2e/small-site.ts';

// Every screen of the popup and of the pages, in light, dark, more contrast and forced colours: no finding of axe-core (WCAG 2.2 AA),
// no target that is too small, nothing wider than the popup, or than a page enlarged four times; and with `npm run screens` a picture in .output/screens for the eye.
// The walk from screen to screen is tests/support/e2e/screens: a new screen or state goes there.

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const folder = fileURLToPath(new URL('../../../.output/screens/', import.meta.url));
const { DOORCODE_SCREENS } = process.env;
const withPictures = DOORCODE_SCREENS === 'pictures';
let chromium: Driver;
let site: SmallSite;

type Findings = { readonly id: string; readonly targets: readonly string[] }[];

// A screen's colours are all that the dark scheme changes.
const rules = {
  light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  dark: ['color-contrast'],
} as const;

async function findingsOf(screen: Page, only: readonly string[]): Promise<Findings> {
  if (!(await screen.evaluate(() => 'axe' in globalThis))) await screen.evaluate(axe);
  return screen.evaluate(async (runOnly) => {
    const { violations } = await Reflect.get(globalThis, 'axe').run(document, {
      runOnly,
      resultTypes: ['violations'],
      // A popup is no document with landmarks around a main part of its own choosing.
      // The size of targets is a rule that only runs where it is asked for.
      rules: {
        region: { enabled: false },
        ...(runOnly.includes('wcag22aa') ? { 'target-size': { enabled: true } } : {}),
      },
    });
    return violations.map((one: { id: string; nodes: { target: string[] }[] }) => ({
      id: one.id,
      targets: one.nodes.map(({ target }) => target.join(' ')),
    }));
  }, only);
}

// A screen of twice the pixels shows half the height; what is beside what stays, so that nothing else is checked there.
async function takePictures(screen: Page, name: string): Promise<void> {
  for (const [zoom, height] of [
    [2, 300],
    [1, 600],
  ] as const) {
    await screen.setViewport({ width: screen.viewport()?.width ?? 380, height, deviceScaleFactor: zoom });
    await screen.screenshot({ path: `${folder}${name}-${zoom}.png` });
  }
}

async function check(screen: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await screen.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      // Colours on their way from one scheme to the other have no contrast to measure.
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    const findings = await findingsOf(screen, rules[scheme]);
    expect({ name, scheme, findings }).toEqual({ name, scheme, findings: [] });
    const overflow = await screen.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect({ name, scheme, overflow }).toEqual({ name, scheme, overflow: 0 });
    if (withPictures) await takePictures(screen, `${name}-${scheme}`);
  }
  await checkMoreContrast(screen, name);
  expect({ name, unseen: await unseenInForcedColours(screen) }).toEqual({ name, unseen: [] });
  expect({ name, small: await smallTargets(screen) }).toEqual({ name, small: [] });
  // 1280 pixels at 400 %. A popup is as wide as it likes to be: at 200 % it has to fit into the 800 that Chromium gives it.
  const wide = /\/popup\.html(?!\?panel)/.test(screen.url())
    ? 2 * (await screen.evaluate(() => document.body.offsetWidth)) - 800
    : await overflowAt(screen, 320);
  expect({ name, tooWide: Math.max(0, wide) }).toEqual({ name, tooWide: 0 });
}

async function checkMoreContrast(screen: Page, name: string): Promise<void> {
  const media = await screen.createCDPSession();
  for (const scheme of ['light', 'dark']) {
    const features = [
      { name: 'prefers-contrast', value: 'more' },
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ];
    await media.send('Emulation.setEmulatedMedia', { features });
    const findings = await findingsOf(screen, ['color-contrast-enhanced']);
    expect({ name, scheme, findings }).toEqual({ name, scheme, findings: [] });
  }
  await media.send('Emulation.setEmulatedMedia', { features: [] });
  await media.detach();
}

/** In forced colours axe-core measures nothing, so the bar's filled part is looked for among its pixels. */
async function checkForcedColours(screen: Page, name: string): Promise<void> {
  const media = await screen.createCDPSession();
  for (const scheme of ['light', 'dark']) {
    await media.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-color-scheme', value: scheme },
      ],
    });
    const bar = await screen.waitForSelector('meter');
    const png = await bar?.screenshot({ encoding: 'base64' });
    const [filled = 0, empty = 0] = await screen.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const { width, height } = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(width, height).getContext('2d');
      context?.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0);
      const lightness = (share: number) => context?.getImageData(width * share, height / 2, 1, 1).data[0];
      return [lightness(0.05), lightness(0.95)];
    }, png ?? '');
    // Everything filled has no empty part to tell it from.
    const differs = Math.abs(filled - empty) > 128;
    expect({ name, scheme, differs }).toEqual({ name, scheme, differs: name !== '02-hard' });
  }
  await media.detach();
}

async function takeSheet(screen: Page, name: string): Promise<void> {
  if (withPictures) await screen.screenshot({ path: `${folder}${name}.png` });
}

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  site = await serveSmallSite(() => servedPages);
  chromium = await launch('chromium');
});

afterAll(async () => {
  await chromium?.close();
  await site?.close();
});

it('are readable for everybody from the first run to the last setting', async () => {
  await visitScreens(
    {
      chromium,
      page: await chromium.newPage(),
      site: `http://127.0.0.1:${site.port}`,
      words: wordsIn('en'),
      prepare: async () => {},
    },
    { check, meter: checkForcedColours, printed: takeSheet },
  );
}, 300_000);
