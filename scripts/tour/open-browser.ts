import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { findChromium, findFirefox } from '../find-browser.mjs';
import { driveChromium, launchChromium } from './chromium.ts';
import type { CleanUp } from './clean-up.ts';
import type { Driver, LaunchOptions } from './driver.ts';
import { driveFirefox, launchFirefox } from './firefox.ts';

const patienceMs = 5_000;

/** The browser to show; `target` is the build that goes into it. */
export type FoundBrowser = { readonly target: 'chrome' | 'firefox'; readonly executablePath: string };

/** Chromium, Chrome or Edge, else Firefox, else undefined; `only` asks for one of the two. */
export function findBrowser(only?: FoundBrowser['target']): FoundBrowser | undefined {
  const [chromium, firefox] = [findChromium(), findFirefox()];
  if (chromium !== undefined && only !== 'firefox') return { target: 'chrome', executablePath: chromium };
  if (firefox !== undefined && only !== 'chrome') return { target: 'firefox', executablePath: firefox };
  return undefined;
}

/** Closes a browser; kills it with everything it started when it does not go. */
async function closeBrowser(browser: Browser): Promise<void> {
  const started = browser.process();
  await Promise.race([browser.close().catch(() => {}), pause(patienceMs, undefined, { ref: false })]);
  if (started?.pid === undefined || started.exitCode !== null || started.signalCode !== null) return;
  try {
    // Puppeteer starts browsers as leaders of a process group of their own, but not on Windows.
    process.kill(process.platform === 'win32' ? started.pid : -started.pid, 'SIGKILL');
  } catch {
    // It went by itself meanwhile.
  }
}

/** Starts the browser with the extension; `cleanUp` closes it, even while it is still starting. */
export async function openBrowser(
  found: FoundBrowser,
  options: Omit<LaunchOptions, 'executablePath'>,
  cleanUp: CleanUp,
): Promise<Driver> {
  const whole = { ...options, executablePath: found.executablePath };
  const launching = found.target === 'firefox' ? launchFirefox(whole) : launchChromium(whole);
  cleanUp.add(async () => {
    const started = await launching.catch(() => undefined);
    if (started !== undefined) await closeBrowser(started);
  });
  const browser = await launching;
  return found.target === 'firefox' ? driveFirefox(browser, options.extensionFolder) : driveChromium(browser);
}
