import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { startPortal, type TestPortal } from '../support/e2e/portal.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';

let browser: Driver;
let portal: TestPortal;

beforeEach(async () => {
  portal = await startPortal();
});

afterEach(async () => {
  await browser?.close();
  await portal?.close();
});

/** The enrolment that the customer has open; everything before it is the portal's business. */
async function openEnrolment(): Promise<{ page: Page; area: ReturnType<typeof portalPage> }> {
  const page = await browser.newPage();
  const area = portalPage(page, portal.url);
  await area.logIn();
  await area.startEnrolment();
  return { page, area };
}

it('says that the vault was made in another window meanwhile, and does not ask for a passphrase for ever', async () => {
  browser = await launch('chromium');
  const first = await browser.newPage();
  await first.goto(String(await browser.evaluateInBackground('chrome.runtime.getURL("/first-run.html")')));
  await first.waitForSelector('input[autocomplete=new-password]');
  const { page } = await openEnrolment();
  const popup = await browser.pressToolbar(page);
  await popupPage(popup).withoutPassphrase();
  await popup.close();
  await first.bringToFront();
  for (const box of await first.$$('input[autocomplete=new-password]')) await box.type('harbour demo words');
  await first.click('button[type=submit]');
  await first.waitForSelector('.pin-picture');
  expect(await first.$eval('.notice', (notice) => notice.textContent)).toBe(textOf('firstAlready'));
});

it('protects with a passphrase in the tab that opens, shows how to pin the button, and from then on one press adds', async () => {
  browser = await launch('chromium');
  const first = await browser.newPage();
  const address = String(await browser.evaluateInBackground('chrome.runtime.getURL("/first-run.html")'));
  await first.goto(address);
  await first.waitForSelector('input[autocomplete=new-password]');
  const press = (words: string) => first.locator(`::-p-xpath(//button[normalize-space()="${words}"])`).click();
  for (const box of await first.$$('input[autocomplete=new-password]')) await box.type('harbour demo words');
  await press(textOf('choiceSet'));
  await first.waitForSelector('.pin-picture');
  await press(textOf('firstPinNext'));
  await first.waitForSelector('#done-title');
  await press(textOf('firstDoneButton'));

  const { page, area } = await openEnrolment();
  const popup = await browser.pressToolbar(page);
  await popupPage(popup).addFound();
  await waitForCode(page, area.enrolmentBox);
  await popup.close();
  expect(await area.confirm()).toMatch(/\S/);
});
