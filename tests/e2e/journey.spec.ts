import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { startPortal, type TestPortal } from '../support/e2e/portal.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';

describe.each(browsers)('in %s', (name) => {
  let browser: Driver;
  let portal: TestPortal;
  let page: Page;

  beforeAll(async () => {
    portal = await startPortal();
    browser = await launch(name);
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  it('enrols from the portal by Add from page, and the portal accepts the code', async () => {
    const customerArea = portalPage(page, portal.url);
    await customerArea.logIn();
    await customerArea.startEnrolment();

    const popup = await browser.pressToolbar(page);
    await popupPage(popup).withoutPassphrase();
    await popupPage(popup).addFound();
    await popup.close();

    await waitForCode(page, customerArea.enrolmentBox);
    expect(await customerArea.confirm()).not.toBe('');
  });

  it('fills the code at login from the popup, and the portal lets the customer in', async () => {
    const customerArea = portalPage(page, portal.url);
    await customerArea.logOut();
    await customerArea.logIn();
    // The enrolment code counts as used, so what is filled is the next step's.
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).fill();
    await waitForCode(page, customerArea.challengeBox);
    await popup.close();
    expect(await customerArea.sendChallenge()).toContain('Hello,');
  });
});
