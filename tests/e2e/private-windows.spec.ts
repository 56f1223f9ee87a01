import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFromLink, addTwoFactorCustomer, type TestCustomer } from '../support/e2e/customers.ts';
import { type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { startPortal, type TestPortal } from '../support/e2e/portal.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';

// Firefox only: Chromium's switch for private windows is in its settings page alone.
describe('in private windows of Firefox', () => {
  let browser: Driver;
  let portal: TestPortal;
  let page: Page;
  let customer: TestCustomer;
  const stored = () => browser.evaluateInBackground('browser.storage.local.get(null)');

  beforeAll(async () => {
    portal = await startPortal();
    customer = await addTwoFactorCustomer(portal, 'private');
    browser = await launch('firefox', { privateWindows: true });
    const ordinary = await browser.newPage();
    await addFromLink(browser, ordinary, portal.at('private'), customer.keyUri);
    page = await browser.newPrivatePage();
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  it('is not there until the customer lets it in', async () => {
    const usual = await launch('firefox');
    const inPrivate = await usual.newPrivatePage();
    const tabs = 'browser.tabs.query({}).then((tabs) => tabs.some(({ incognito }) => incognito))';
    expect(await usual.evaluateInBackground('browser.extension.isAllowedIncognitoAccess()')).toBe(false);
    expect(await usual.evaluateInBackground(tabs)).toBe(false);
    await inPrivate.close();
    await usual.close();
    expect(await browser.evaluateInBackground('browser.extension.isAllowedIncognitoAccess()')).toBe(true);
    expect(await browser.evaluateInBackground(tabs)).toBe(true);
  });

  it('fills a code there, and writes nothing to disk about it', async () => {
    const before = await stored();
    expect(JSON.stringify(before)).toContain('vault');
    const area = portalPage(page, portal.at('private'), customer);
    await area.typeLogin();
    const popup = await browser.pressToolbar(page);
    expect(
      await popup.evaluate('browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.incognito)'),
    ).toBe(true);
    expect(await popup.text('.private')).toBe(textOf('wherePrivate'));
    await popupPage(popup).fill();
    await waitForCode(page, area.challengeBox);
    await popup.close();
    expect(await area.sendChallenge()).toContain('Hello,');
    expect(await stored()).toStrictEqual(before);
  });

  it('writes when the customer saves an account there', async () => {
    const before = await stored();
    const other = await addTwoFactorCustomer(portal, 'saved');
    await addFromLink(browser, page, portal.at('saved'), other.keyUri);
    expect(await stored()).not.toStrictEqual(before);
  });
});
