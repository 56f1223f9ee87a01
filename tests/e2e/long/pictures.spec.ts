import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, it } from 'vitest';
import { launch } from '../../support/e2e/driver.ts';
import { compareScreenshot, isSealed } from '../../support/e2e/pictures/compare-pictures.ts';
import { writeContactSheet } from '../../support/e2e/pictures/contact-sheet.ts';
import { acceptedFolder, languages, picturesIn, runFolder, takenFolder } from '../../support/e2e/pictures/folders.ts';
import { machineHere, machineOf, whyNotCompared } from '../../support/e2e/pictures/machine.ts';
import { stopClock } from '../../support/e2e/pictures/stopped-clock.ts';
import { type Screenshots, takePictures } from '../../support/e2e/pictures/take-pictures.ts';
import { writePng } from '../../support/e2e/pictures/write-png.ts';
import { servedPages } from '../../support/e2e/screens/served-pages.ts';
import { visitScreens } from '../../support/e2e/screens/visit-screens.ts';
import { wordsIn } from '../../support/e2e/screens/words.ts';
import { type SmallSite, serveSmallSite } from '../../support/e2e/small-site.ts';

// Every screen in light and dark, from left to right and from right to left, looks as a person accepted it (CONTRIBUTING.md).
const { DOORCODE_PICTURES } = process.env;
const isTaking = DOORCODE_PICTURES === 'take';
const here = machineHere();
const why = whyNotCompared(machineOf(acceptedFolder), here);
const standing = new Map<string, string>();
const whole = new Set<string>();
let site: SmallSite;

function accepted(name: string): Uint8Array | null {
  const path = `${acceptedFolder}${name}.png`;
  return why === null && existsSync(path) ? readFileSync(path) : null;
}

async function keep(language: string, screen: Page, name: string, print = false): Promise<void> {
  const isAccepted = (shots: Screenshots): boolean =>
    [...shots].every(([scheme, shot]) => isSealed(shot, accepted(`${language}-${scheme}/${name}`)));
  for (const [scheme, screenshot] of await takePictures(screen, isAccepted, print)) {
    const kind = `${language}-${scheme}`;
    const { png, comparison } = compareScreenshot(screenshot, accepted(`${kind}/${name}`));
    const write = (folder: string, picture: Uint8Array): void => {
      mkdirSync(`${runFolder}${folder}/${kind}`, { recursive: true });
      writeFileSync(`${runFolder}${folder}/${kind}/${name}.png`, picture);
    };
    write('taken', png);
    if (comparison.kind === 'differs') write('difference', writePng(comparison.difference));
    const how = comparison.kind === 'differs' ? `${comparison.pixels} pixels differ` : comparison.kind;
    standing.set(`${kind}/${name}`, how);
  }
}

async function takeAll(language: string): Promise<void> {
  const chromium = await launch('chromium', { language, hosts: `MAP *:80 127.0.0.1:${site.port}`, before: stopClock });
  try {
    const prepare = async (tab: Page): Promise<void> => {
      await tab.evaluateOnNewDocument(stopClock);
      await tab.emulateTimezone('UTC');
    };
    const [page, words] = [await chromium.newPage(), wordsIn(language)];
    await visitScreens(
      { chromium, page, site: 'http://127.0.0.1', words, prepare },
      {
        check: (screen, name) => keep(language, screen, name),
        printed: (screen, name) => keep(language, screen, name, true),
      },
    );
  } finally {
    await chromium.close();
  }
  for (const name of picturesIn(acceptedFolder))
    if (name.startsWith(`${language}-`) && !standing.has(name)) standing.set(name, 'gone');
  whole.add(language);
}

beforeAll(async () => {
  rmSync(runFolder, { recursive: true, force: true });
  site = await serveSmallSite(() => servedPages);
});

afterAll(async () => {
  await site?.close();
  if (whole.size === 0) return;
  writeContactSheet(standing);
  // Nothing is accepted from a run that broke off.
  if (whole.size === languages.length)
    writeFileSync(`${takenFolder}machine.json`, `${JSON.stringify(here, null, 2)}\n`);
});

// A browser of its own for each language: half of a walk is waiting.
const slow = { concurrent: true, timeout: 900_000 };

for (const language of languages)
  it(`every screen looks as it was accepted, in ${language}`, slow, async ({ expect, skip }) => {
    // Two walks of some minutes each: `npm run pictures` makes them, with somebody there to look.
    if (!isTaking) skip('`npm run pictures` compares them');
    await takeAll(language);
    if (why !== null) skip(`taken, and compared with nothing, because ${why}`);
    const changed = [...standing].filter(([name, how]) => name.startsWith(`${language}-`) && how !== 'same');
    expect(changed).toEqual([]);
  });
