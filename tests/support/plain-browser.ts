import puppeteer, { type Browser } from 'puppeteer-core';
import { requireChromium, requireFirefox } from './browsers.ts';

/** The browsers that a page of ours is tried in without the extension. */
export const plainBrowsers = ['chromium', 'firefox'] as const;

/**
 * A browser as anybody has it, without the extension.
 * @param extraPrefsFirefox settings of Firefox, by their names
 */
export const launchPlain = (
  name: (typeof plainBrowsers)[number],
  extraPrefsFirefox: Record<string, string | number | boolean> = {},
): Promise<Browser> =>
  name === 'chromium'
    ? puppeteer.launch({
        executablePath: requireChromium(),
        pipe: true,
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
      })
    : puppeteer.launch({ browser: 'firefox', executablePath: requireFirefox(), extraPrefsFirefox });
