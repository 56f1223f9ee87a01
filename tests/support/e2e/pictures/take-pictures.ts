import type { Page } from 'puppeteer-core';
import { PATIENCE_MS } from '../until.ts';
import { coverSecrets, secretsOfScreens, uncovered, uncoverSecrets } from './cover-secrets.ts';
import { schemes } from './folders.ts';

/** A screen in each theme, as PNG. */
export type Screenshots = ReadonlyMap<string, Uint8Array>;

// What a screen says late comes within so much.
const STILL_MS = 1_000;

/** Runs in the page: resolves once nothing was written there for so long. */
const standStill = (stillMs: number): Promise<void> =>
  new Promise((resolve) => {
    const settle = () =>
      setTimeout(() => {
        observer.disconnect();
        resolve();
      }, stillMs);
    let timer = settle();
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = settle();
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });

const leftOpen = (screen: Page): Promise<string[]> => screen.evaluate(uncovered, secretsOfScreens);

async function shoot(screen: Page, print: boolean): Promise<Screenshots | string> {
  const shots = new Map<string, Uint8Array>();
  await screen.evaluate(coverSecrets, secretsOfScreens);
  try {
    for (const scheme of schemes) {
      await screen.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      if (print) await screen.emulateMediaType('print');
      shots.set(scheme, await screen.screenshot({ optimizeForSpeed: true }));
    }
    // What the page wrote anew meanwhile was not covered.
    const open = await leftOpen(screen);
    return open.length === 0 ? shots : open.join(', ');
  } finally {
    await screen.evaluate(uncoverSecrets);
  }
}

const areEqual = (one: Screenshots, two: Screenshots): boolean =>
  schemes.every((scheme) => Buffer.compare(one.get(scheme) ?? Buffer.of(), two.get(scheme) ?? Buffer.of()) === 0);

/** Makes the window as high as what it shows; gives the function that undoes it. */
async function grow(screen: Page): Promise<() => Promise<void>> {
  const before = screen.viewport();
  const height = await screen.evaluate(() => document.documentElement.scrollHeight);
  if (before === null || height <= before.height) return async () => {};
  await screen.setViewport({ ...before, height });
  return () => screen.setViewport(before);
}

/**
 * Takes a screen in each theme with nothing secret in it, once it stands still or is as it was accepted.
 * @param isAccepted whether these are the accepted ones
 * @returns the screenshots; throws where something secret could not be covered
 */
export async function takePictures(
  screen: Page,
  isAccepted: (shots: Screenshots) => boolean,
  print = false,
): Promise<Screenshots> {
  // What is under the pointer looks otherwise.
  await screen.mouse.move(0, 0);
  const endMs = Date.now() + PATIENCE_MS;
  let last: Screenshots | undefined;
  for (;;) {
    const shrink = await grow(screen);
    const shots = await shoot(screen, print);
    await shrink();
    if (typeof shots !== 'string') {
      if (isAccepted(shots) || (last !== undefined && areEqual(last, shots))) return shots;
      last = shots;
    }
    if (Date.now() > endMs)
      throw new Error(typeof shots === 'string' ? `a picture would show ${shots}` : 'never still');
    await screen.evaluate(standStill, STILL_MS);
  }
}
