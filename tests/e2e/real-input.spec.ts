import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addFromLink, addTwoFactorCustomer, type TestCustomer } from '../support/e2e/customers.ts';
import { type Driver, launch } from '../support/e2e/driver.ts';
import { startPortal, type TestPortal } from '../support/e2e/portal.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { openScreen, type Screen } from '../support/e2e/screen.ts';
import { until } from '../support/e2e/until.ts';

// Keys and clicks of the X server, the only ones that reach Chromium's own shortcuts and menus: grant, listener and fill are
// all the real ones here.
describe('in Chromium on a screen', () => {
  let screen: Screen;
  let browser: Driver;
  let portal: TestPortal;
  let page: Page;
  let customer: TestCustomer;
  let origin: string;
  let count = 0;

  beforeAll(async () => {
    screen = await openScreen();
    portal = await startPortal();
    browser = await launch('chromium', { display: screen.display });
    page = await browser.newPage();
  });

  beforeEach(async () => {
    count += 1;
    origin = portal.at(`screen-${count}`);
    customer = await addTwoFactorCustomer(portal, `customer-${count}`);
    await addFromLink(browser, page, origin, customer.keyUri);
    await portalPage(page, origin, customer).logIn();
    await page.bringToFront();
    await until('the window has the focus', async () => {
      const [window] = (await screen.input('search', '--onlyvisible', '--class', 'chromium')).split('\n');
      if (window !== undefined) await screen.input('windowfocus', '--sync', window);
      return page.evaluate(() => document.hasFocus());
    });
  });

  afterAll(async () => {
    await browser?.close();
    await screen?.close();
    await portal?.close();
  });

  it('fills by the keys of the command', async () => {
    const area = portalPage(page, origin, customer);
    await screen.input('key', 'alt+shift+f');
    await waitForCode(page, area.challengeBox);
    expect(await area.sendChallenge()).toContain('Hello,');
  });

  it('fills by the menu of the right mouse button', async () => {
    const area = portalPage(page, origin, customer);
    const [x, y] = await page.$eval(area.challengeBox, (box) => {
      const { left, top, width, height } = box.getBoundingClientRect();
      return [
        window.screenX + left + width / 2,
        window.screenY + (window.outerHeight - window.innerHeight) + top + height / 2,
      ];
    });
    const windows = async () => (await screen.input('search', '--onlyvisible', '--name', '.*')).split('\n').length;
    const before = await windows();
    await screen.input('mousemove', String(Math.round(x ?? 0)), String(Math.round(y ?? 0)), 'click', '3');
    await until('the menu is open', async () => (await windows()) > before);
    // Entries of extensions stand above the last one, Inspect.
    await screen.input('key', 'Up', 'Up', 'Return');
    await waitForCode(page, area.challengeBox);
    expect(await area.sendChallenge()).toContain('Hello,');
  });
});
