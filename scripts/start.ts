import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { portOf } from '../portal/listen.ts';
import { clearUpOnSignals, createCleanUp } from './tour/clean-up.ts';
import type { KeptPictures } from './tour/keep-pictures.ts';
import { findBrowser } from './tour/open-browser.ts';
import { runTour } from './tour/run-tour.ts';
import { showDemonstration } from './tour/show-demonstration.ts';

// npm start -- [--headless] [--browser chrome|firefox] [--fresh] [--port NUMBER] [--pictures FOLDER] [--store-pictures FOLDER]
const readOptions = () => {
  try {
    return parseArgs({
      options: {
        headless: { type: 'boolean', default: false },
        browser: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        port: { type: 'string' },
        pictures: { type: 'string' },
        'store-pictures': { type: 'string' },
      },
    }).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
};

const values = readOptions();
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
const only = values.browser === 'chrome' || values.browser === 'firefox' ? values.browser : undefined;
const found = findBrowser(only);
const cleanUp = createCleanUp();
let interrupted = false;
clearUpOnSignals(cleanUp, () => {
  interrupted = true;
});

function keptPictures(): KeptPictures | null {
  const { pictures, 'store-pictures': forStores } = values;
  if (forStores !== undefined) return { folder: forStores, kind: 'store' };
  return pictures === undefined ? null : { folder: pictures, kind: 'documentation' };
}

const run = async (): Promise<boolean> => {
  if (found === undefined) {
    console.error('No Chromium, Chrome, Edge or Firefox was found: install one, or set CHROME_PATH or FIREFOX_PATH.');
    return false;
  }
  const say = (line: string): void => {
    // What breaks because everything is being cleared up is no news.
    if (!interrupted) console.log(line);
  };
  if (hasDisplay && !values.headless) {
    const port = values.port === undefined ? undefined : portOf(values.port);
    if (values.port !== undefined && port === undefined) throw new Error('--port takes a number up to 65535.');
    const chosen = port === undefined ? {} : { port };
    return showDemonstration({ root, found, cleanUp, fresh: values.fresh, ...chosen, say });
  }
  return runTour({ root, found, cleanUp, kept: keptPictures(), say });
};

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  if (!interrupted) console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
// After a signal, its own handler ends the process with the signal's code.
await cleanUp.run();
if (!interrupted) process.exit();
