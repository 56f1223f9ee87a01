import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFromLink, addTwoFactorCustomer } from '../support/e2e/customers.ts';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { startPortal, type TestPortal } from '../support/e2e/portal.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { until } from '../support/e2e/until.ts';

// In the script's own world, where the page's scripts do not see it: the shortest typing would come before it otherwise.
const listens = `(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const [tab] = await api.tabs.query({ active: true });
  const target = { tabId: tab.id };
  return api.scripting.executeScript({ target, func: () => globalThis.doorcodeLogin === true }).then(
    ([read]) => read?.result === true,
    () => false,
  );
})()`;

describe.each(browsers)('in %s, two accounts at one site', (name) => {
  let browser: Driver;
  let portal: TestPortal;
  let page: Page;

  beforeAll(async () => {
    portal = await startPortal();
    browser = await launch(name, name === 'chromium' ? { granted: ['http://*.localhost/*'] } : {});
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  it('are told apart by the e-mail typed at the login, where the challenge names nobody', async () => {
    const origin = portal.at('shared');
    const ada = await addTwoFactorCustomer(portal, 'ada');
    const bob = await addTwoFactorCustomer(portal, 'bob');
    for (const { keyUri } of [ada, bob]) await addFromLink(browser, page, origin, keyUri);
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).fillByItselfHere();
    await browser.allowSite();
    await popup.close();
    for (const customer of [ada, bob]) {
      const area = portalPage(page, origin, customer);
      await area.typeLogin(() =>
        until('the login form is listened to', async () => (await browser.evaluateInBackground(listens)) === true),
      );
      await waitForCode(page, area.challengeBox);
      // The portal takes the code of the account that the password was for, and no other.
      expect(await area.sendChallenge()).toContain('Hello,');
      await area.logOut();
    }
  });
});
