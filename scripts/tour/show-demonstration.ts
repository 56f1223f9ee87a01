import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { demo, seedDemo } from '../../portal/demo.ts';
import { listen, listenProblem } from '../../portal/listen.ts';
import { createPortal } from '../../portal/server.ts';
import { buildExtension } from './build-extension.ts';
import type { CleanUp } from './clean-up.ts';
import { customerArea } from './customer-area.ts';
import { type FoundBrowser, openBrowser } from './open-browser.ts';

/** How a demonstration is shown. */
export type DemonstrationOptions = {
  readonly root: string;
  readonly found: FoundBrowser;
  readonly cleanUp: CleanUp;
  /** Forgets the accounts, codes and logins of earlier starts first. */
  readonly fresh: boolean;
  /** The customer area's port; the usual one when absent. A kept account's code is filled at no other port than its own. */
  readonly port?: number;
  readonly say: (line: string) => void;
};

const remove = (path: string): void => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
const usualPort = 8710;
const firstRunPatienceMs = 4_000;

// Chromium that is driven over a pipe lives on without a window, so the last tab counts as the end too.
const untilClosed = (browser: Browser): Promise<void> =>
  new Promise((resolve) => {
    browser.once('disconnected', () => resolve());
    browser.on('targetdestroyed', () => {
      if (!browser.targets().some((target) => target.type() === 'page')) resolve();
    });
  });

/** Opens a browser for somebody to try Doorcode in, and waits until it is closed; its profile and the database stay. */
export async function showDemonstration(options: DemonstrationOptions): Promise<boolean> {
  const { root, found, cleanUp, fresh, say, port = usualPort } = options;
  const profileFolder = join(root, '.output', `demo-profile-${found.target}`);
  const databasePath = join(root, 'portal.sqlite');
  if (fresh)
    for (const path of [profileFolder, databasePath, `${databasePath}-wal`, `${databasePath}-shm`]) remove(path);
  const temporary = mkdtempSync(join(tmpdir(), 'doorcode-start-'));
  cleanUp.add(() => remove(temporary));
  say('Building the extension …');
  const extensionFolder = await buildExtension(root, found.target, cleanUp);
  const portal = createPortal({ databasePath, log: () => {} });
  await seedDemo(portal);
  const listening = await listen(portal, { port, host: '127.0.0.1' }).catch((error: unknown) => {
    throw new Error(listenProblem(error, port, 'npm start'));
  });
  cleanUp.add(listening.close);
  mkdirSync(profileFolder, { recursive: true });
  const driver = await openBrowser(
    found,
    { extensionFolder, profileFolder, temporaryFolder: temporary, headless: false },
    cleanUp,
  );
  const closed = untilClosed(driver.browser);
  // The extension's tab comes in front of ours, and a tab behind another one is not painted and takes no clicks. A kept
  // profile may have no such tab.
  await Promise.race([driver.firstRun().catch(() => {}), pause(firstRunPatienceMs)]);
  await driver.page.bringToFront();
  const area = customerArea(driver.page, listening.url);
  await area.logIn();
  const challenged = new URL(driver.page.url()).pathname.startsWith('/login/challenge');
  if (!challenged) await area.showSecuritySettings();
  say(`${driver.name} is open with Doorcode in it.`);
  say(`Customer area: ${listening.url}, ${demo.email} / ${demo.password}`);
  say(`Billing desk:  ${listening.url}/staff, ${demo.staffLogin} / ${demo.staffPassword}`);
  say(
    challenged
      ? 'Two-factor login is on from an earlier start: press the Doorcode button, unlock it if it asks, then press Fill.'
      : 'Press "Click here to Enable", then "Get Started". At the QR code press the Doorcode button (in the puzzle menu beside the address bar).',
  );
  say('Accounts and logins stay for the next start; "npm start -- --fresh" begins anew.');
  say('Close the browser or press Ctrl-C to end.');
  await closed;
  return true;
}
