import { browser } from 'wxt/browser';

const TURN_MS = 10_000;

/** Resolves at a time in Unix milliseconds; a call to the browser every ten seconds keeps the background from being put to sleep. */
export async function waitUntil(unixMs: number): Promise<void> {
  for (let left = unixMs - Date.now(); left > 0; left = unixMs - Date.now()) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, TURN_MS)));
    await browser.runtime.getPlatformInfo();
  }
}
