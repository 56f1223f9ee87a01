import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addFromLink, addTwoFactorCustomer, showLink, type TestCustomer } from '../support/e2e/customers.ts';
import { type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
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
    portal = await startPortal({ variants: true });
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

  /** Opens the menu of an element by the right mouse button, and takes the entry above Inspect: the extension's. */
  async function takeLastEntry(at: Page, selector: string): Promise<void> {
    const press = async () => {
      const [x, y] = await at.$eval(selector, (element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const bars = window.outerHeight - window.innerHeight;
        return [window.screenX + left + width / 2, window.screenY + bars + top + height / 2].map(Math.round);
      });
      await screen.input('mousemove', String(x), String(y), 'click', '3');
      return performance.now();
    };
    const windows = async () => (await screen.input('search', '--onlyvisible', '--name', '.*')).split('\n').length;
    const before = await windows();
    let pressedMs = await press();
    await until('the menu is open', async () => {
      if ((await windows()) > before) return true;
      // The screen may still have been putting the window in its place: then the press went past it.
      if (performance.now() - pressedMs > 4_000) pressedMs = await press();
      return false;
    });
    await screen.input('key', 'Up', 'Up', 'Return');
  }

  it('fills by the keys of the command', async () => {
    const area = portalPage(page, origin, customer);
    await screen.input('key', 'alt+shift+f');
    await waitForCode(page, area.challengeBox);
    expect(await area.sendChallenge()).toContain('Hello,');
  });

  it('fills by the keys when the background had been put to sleep', async () => {
    const area = portalPage(page, origin, customer);
    await browser.stopBackground();
    await screen.input('key', 'alt+shift+f');
    await waitForCode(page, area.challengeBox);
  });

  it('fills by the menu of the right mouse button', async () => {
    const area = portalPage(page, origin, customer);
    await takeLastEntry(page, area.challengeBox);
    await waitForCode(page, area.challengeBox);
    expect(await area.sendChallenge()).toContain('Hello,');
  });

  it('adds the code of a link by its menu', async () => {
    await showLink(page, portal.at('link'), (await addTwoFactorCustomer(portal, 'by-link')).keyUri);
    await takeLastEntry(page, 'a[href^="otpauth:"]');
    const popup = await browser.openedPopup();
    await popup.waitFor(popupPage(popup).at.filled);
    expect(await popup.text(popupPage(popup).at.added)).toContain('by-link@example.com');
    await popup.close();
  });

  it('enrols in a window without a toolbar by the menu, as Chromium gives commands to no such window', async () => {
    const area = portalPage(page, portal.url);
    await area.logIn();
    const enrolment = await area.startEnrolmentAs({ qr: 'png', box: 'single', place: 'window' });
    await enrolment.bringToFront();
    await until('the window has the focus', () => enrolment.evaluate(() => document.hasFocus()));
    await takeLastEntry(enrolment, '.qr-frame img');
    const popup = await browser.popupWindow();
    // The press on the menu's entry was the press that adds.
    await popup.waitFor(popupPage(popup).at.filled);
    await popup.close();
    await area.confirmOn(enrolment);
  });
});
