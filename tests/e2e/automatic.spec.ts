import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedDemo } from '../../portal/demo.ts';
import { type Listening, listen } from '../../portal/listen.ts';
import { createPortal } from '../../portal/server.ts';
import { type Chromium, launchChromium, openPopup } from '../support/e2e/chromium.ts';
import { portalPage } from '../support/e2e/portal-page.ts';

// Chromium with the site granted by the manifest of a copy: everything after the browser's own question is the real thing.
let chromium: Chromium;
let portal: Listening;
let page: Page;

const codeBox = '#frmTwoFactorChallenge input[name=key]';
const filledBox = () => {
  const box = document.querySelector('#frmTwoFactorChallenge input[name=key]');
  return box instanceof HTMLInputElement && /^\d{6}$/.test(box.value);
};

async function logOut(): Promise<void> {
  await page.deleteCookie(...(await page.cookies()));
}

beforeAll(async () => {
  const running = createPortal({
    databasePath: join(mkdtempSync(join(tmpdir(), 'doorcode-e2e-')), 'portal.sqlite'),
    log: () => {},
  });
  await seedDemo(running);
  portal = await listen(running, { port: 0, host: '127.0.0.1' });
  chromium = await launchChromium({ loopbackGranted: true });
  page = await chromium.browser.newPage();
  const customerArea = portalPage(page, portal.url);
  await customerArea.logIn();
  await customerArea.startEnrolment();
  const popup = await openPopup(chromium, page);
  await popup.locator('.alternative button').click();
  await popup.locator('section.card button.primary:not([disabled])').click();
  await popup.waitForSelector('.added');
  await customerArea.confirm();
  const again = await openPopup(chromium, page);
  await again.locator('.automatic button').click();
  await again.waitForSelector('.automatic', { hidden: true });
});

afterAll(async () => {
  await chromium?.browser.close();
  await portal?.close();
});

it('fills a later code by itself where the customer allowed it, and the portal lets the customer in', async () => {
  await logOut();
  await portalPage(page, portal.url).logIn();
  await page.waitForFunction(filledBox, { timeout: 40_000 });
  await Promise.all([page.waitForNavigation(), page.click('#btnLogin')]);
  expect(await page.$eval('body', (body) => body.textContent)).toContain('Hello,');
});

it('fills nothing by itself after a refused code', async () => {
  await logOut();
  await portalPage(page, portal.url).logIn();
  await page.waitForFunction(filledBox, { timeout: 40_000 });
  await page.$eval(codeBox, (input) => {
    if (input instanceof HTMLInputElement) input.value = '000000';
  });
  await Promise.all([page.waitForNavigation(), page.click('#btnLogin')]);
  const worker = await chromium.browser.waitForTarget((target) => target.type() === 'service_worker');
  const background = await worker.worker();
  const badge = async () =>
    background?.evaluate(async () => {
      const { action, tabs } = Reflect.get(globalThis, 'chrome');
      const [tab] = await tabs.query({ active: true });
      return action.getBadgeText({ tabId: tab.id });
    });
  await expect.poll(badge).toBe('!');
  expect(await page.$eval(codeBox, (input) => (input instanceof HTMLInputElement ? input.value : ''))).toBe('');
});
