import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Extension, type Page } from 'puppeteer-core';
import { requireChromium } from '../browsers.ts';

const extensionFolder = fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));

/** A real Chromium with the built extension. */
export type Chromium = { readonly browser: Browser; readonly extension: Extension };

/** A copy of the build whose manifest grants loopback: the browser's own question cannot be answered headless. */
function withLoopbackGrant(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doorcode-extension-'));
  cpSync(extensionFolder, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest: object = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
  return folder;
}

/** Starts Chromium headless with the built extension and waits until it lists it. */
export async function launchChromium({ loopbackGranted = false } = {}): Promise<Chromium> {
  const browser = await puppeteer.launch({
    executablePath: requireChromium(),
    pipe: true,
    headless: true,
    enableExtensions: [loopbackGranted ? withLoopbackGrant() : extensionFolder],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  await browser.waitForTarget((target) => target.type() === 'service_worker');
  // The first-run tab opens in front; specs about other things put it away.
  const firstRun = await browser.waitForTarget((target) => target.url().endsWith('/first-run.html'));
  await (await firstRun.page())?.close();
  const [extension] = (await browser.extensions()).values();
  if (extension === undefined) throw new Error('Chromium did not load the extension');
  return { browser, extension };
}

/** Presses the toolbar button on a page, as a customer does, and gives the popup that opens. */
export async function openPopup({ browser, extension }: Chromium, page: Page): Promise<Page> {
  await page.bringToFront();
  const [target] = await Promise.all([
    browser.waitForTarget((candidate) => candidate.url().endsWith('/popup.html')),
    extension.triggerAction(page),
  ]);
  return target.asPage();
}
