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

let chromium: Chromium;
let portal: Listening;
let page: Page;

beforeAll(async () => {
  const running = createPortal({
    databasePath: join(mkdtempSync(join(tmpdir(), 'doorcode-e2e-')), 'portal.sqlite'),
    log: () => {},
  });
  await seedDemo(running);
  portal = await listen(running, { port: 0, host: '127.0.0.1' });
  chromium = await launchChromium();
  page = await chromium.browser.newPage();
});

afterAll(async () => {
  await chromium?.browser.close();
  await portal?.close();
});

it('enrols from the portal by Add from page, and the portal accepts the code', async () => {
  const customerArea = portalPage(page, portal.url);
  await customerArea.logIn();
  await customerArea.startEnrolment();

  const popup = await openPopup(chromium, page);
  await popup.locator('.alternative button').click();
  await popup.locator('section.card button.primary:not([disabled])').click();
  await popup.waitForFunction(() => document.querySelector('section.card button.primary') === null);

  await page.waitForFunction(() => {
    const box = document.querySelector('#inputCode');
    return box instanceof HTMLInputElement && /^\d{6}$/.test(box.value);
  });
  expect(await customerArea.confirm()).not.toBe('');
});

it('fills the code at login from the popup, and the portal lets the customer in', async () => {
  const customerArea = portalPage(page, portal.url);
  // The enrolment code counts as used, so the login needs a later step than the one that confirmed.
  const confirmedStep = Math.floor(Date.now() / 30_000);
  await page.deleteCookie(...(await page.cookies()));
  await customerArea.logIn();
  await page.waitForFunction((step) => Math.floor(Date.now() / 30_000) > step, { timeout: 35_000 }, confirmedStep);

  const popup = await openPopup(chromium, page);
  await popup.locator('li button.primary').click();
  await page.waitForFunction(() => {
    const box = document.querySelector('#frmTwoFactorChallenge input[name=key]');
    return box instanceof HTMLInputElement && /^\d{6}$/.test(box.value);
  });
  await Promise.all([page.waitForNavigation(), page.click('#btnLogin')]);
  expect(await page.$eval('body', (body) => body.textContent)).toContain('Hello,');
});
