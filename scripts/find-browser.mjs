import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where set-up puts browsers that it fetched; goes with the packages. */
export const browserCache = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '.cache', 'browsers');

// Each list is tried in order; the plain Chromium first, because branded Chrome refuses more switches.
const chromiumNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const firefoxNames = ['firefox-esr', 'firefox'];
const chromiumApps = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const firefoxApps = ['/Applications/Firefox.app/Contents/MacOS/firefox'];
// Below <cache>/<browser>/<platform and version>/, as @puppeteer/browsers unpacks them.
const fetchedChrome = [
  'chrome-linux64/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win64/chrome.exe',
];
const fetchedFirefox = ['firefox/firefox', 'Firefox.app/Contents/MacOS/firefox', 'core/firefox.exe'];

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Looks a program up on PATH; gives its path, or undefined. */
export const findOnPath = (name, environment = process.env) =>
  (environment.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);

const findFetched = (cache, browser, places) => {
  const folder = join(cache, browser);
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder);
  return versions.flatMap((version) => places.map((place) => join(folder, version, place))).find(isExecutable);
};

const find = (chosen, names, apps, environment, fetched) => {
  // A path somebody chose is the answer even when it is wrong: another browser in its place would only confuse.
  if (chosen) return isExecutable(chosen) ? chosen : undefined;
  for (const name of names) {
    const found = findOnPath(name, environment);
    if (found) return found;
  }
  return apps.find(isExecutable) ?? fetched();
};

/** Finds Chromium, Chrome or Edge (CHROME_PATH, PATH, macOS applications, fetched ones); gives a path, or undefined. */
export const findChromium = (environment = process.env, cache = browserCache) =>
  find(environment.CHROME_PATH, chromiumNames, chromiumApps, environment, () =>
    findFetched(cache, 'chrome', fetchedChrome),
  );

/** Finds Firefox (FIREFOX_PATH, PATH, macOS applications, fetched ones); gives a path, or undefined. */
export const findFirefox = (environment = process.env, cache = browserCache) =>
  find(environment.FIREFOX_PATH, firefoxNames, firefoxApps, environment, () =>
    findFetched(cache, 'firefox', fetchedFirefox),
  );
