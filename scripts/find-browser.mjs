import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

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

const find = (chosen, names, apps, environment) => {
  // A path somebody chose is the answer even when it is wrong: another browser in its place would only confuse.
  if (chosen) return isExecutable(chosen) ? chosen : undefined;
  for (const name of names) {
    const found = findOnPath(name, environment);
    if (found) return found;
  }
  return apps.find(isExecutable);
};

/** Finds Chromium, Chrome or Edge (CHROME_PATH, then PATH, then macOS applications); gives a path, or undefined. */
export const findChromium = (environment = process.env) =>
  find(environment.CHROME_PATH, chromiumNames, chromiumApps, environment);

/** Finds Firefox (FIREFOX_PATH, then PATH, then macOS applications); gives a path, or undefined. */
export const findFirefox = (environment = process.env) =>
  find(environment.FIREFOX_PATH, firefoxNames, firefoxApps, environment);
