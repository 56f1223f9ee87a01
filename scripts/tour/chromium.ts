import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type Driver, type LaunchOptions, tourViewport } from './driver.ts';
import type { Surface } from './surface.ts';

const surfaceOf = (page: Page): Surface => ({
  evaluate: (expression) => page.evaluate(expression),
  picture: () => page.screenshot(),
  close: () => page.close(),
});

// An offer to keep the demonstration's password would cover the very page that is shown.
const preferences = { credentials_enable_service: false, profile: { password_manager_enabled: false } };

const prepareProfile = (profileFolder: string): void => {
  const path = join(profileFolder, 'Default', 'Preferences');
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(preferences));
};

/** Starts Chromium, Chrome or Edge. Extensions go in over the pipe: branded Chrome ignores the switch for it. */
export const launchChromium = (options: LaunchOptions): Promise<Browser> => {
  prepareProfile(options.profileFolder);
  return puppeteer.launch({
    executablePath: options.executablePath,
    pipe: true,
    headless: options.headless,
    enableExtensions: [options.extensionFolder],
    userDataDir: options.profileFolder,
    env: { ...process.env, TMPDIR: options.temporaryFolder },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    defaultViewport: options.headless ? (options.viewport ?? tourViewport) : null,
    // Somebody who looks at the window needs no bar that says a program drives it.
    ...(options.headless ? {} : { ignoreDefaultArgs: ['--enable-automation'] }),
    args: [
      // Chromium's sandbox refuses root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.headless ? ['--disable-gpu', '--window-size=960,960'] : ['--test-type', '--window-size=1200,860']),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--no-default-browser-check',
    ],
  });
};

/** Takes the started browser in hand; the tab is its first one. */
export async function driveChromium(browser: Browser): Promise<Driver> {
  await browser.waitForTarget((target) => target.type() === 'service_worker');
  const [extension] = (await browser.extensions()).values();
  if (extension === undefined) throw new Error('the browser did not load the extension');
  const [page = await browser.newPage()] = await browser.pages();
  return {
    name: (await browser.version()).replace('/', ' '),
    browser,
    page,
    async firstRun() {
      const target = await browser.waitForTarget((candidate) => candidate.url().endsWith('/first-run.html'));
      return surfaceOf(await target.asPage());
    },
    async pressToolbar() {
      await page.bringToFront();
      const [target] = await Promise.all([
        browser.waitForTarget((candidate) => candidate.url().endsWith('/popup.html')),
        extension.triggerAction(page),
      ]);
      return surfaceOf(await target.asPage());
    },
  };
}
