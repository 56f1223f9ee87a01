import { findChromium, findFirefox } from '../../scripts/find-browser.mjs';

const required = (path: string | undefined, name: string, variable: string): string => {
  if (path === undefined) throw new Error(`${name} was not found: install it, or set ${variable} to its path.`);
  return path;
};

/** The path of a Chromium, Chrome or Edge; throws a sentence when there is none. */
export const requireChromium = (): string => required(findChromium(), 'Chromium', 'CHROME_PATH');

/** The path of a Firefox; throws a sentence when there is none. */
export const requireFirefox = (): string => required(findFirefox(), 'Firefox', 'FIREFOX_PATH');
