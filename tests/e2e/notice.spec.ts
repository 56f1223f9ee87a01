import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFromLink, addTwoFactorCustomer } from '../support/e2e/customers.ts';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { startPortal, type TestPortal } from '../support/e2e/portal.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';
import { titleOfButton } from '../support/e2e/title-of-button.ts';
import { until } from '../support/e2e/until.ts';

// The site is allowed through the account of another customer, whose code must get into no box of an enrolment.
describe.each(browsers)('in %s, on an allowed site', (name) => {
  let browser: Driver;
  let portal: TestPortal;
  let page: Page;
  let origin: string;

  beforeAll(async () => {
    portal = await startPortal({ variants: true });
    origin = portal.at('notice');
    browser = await launch(name, name === 'chromium' ? { granted: ['http://*.localhost/*'] } : {});
    page = await browser.newPage();
    await addFromLink(browser, page, origin, (await addTwoFactorCustomer(portal, 'other')).keyUri);
    await page.goto(`${origin}/login`);
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).fillByItselfHere();
    await browser.allowSite();
    await popup.close();
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  const sign = (shown: string) =>
    until(`the sign "${shown}" on the toolbar button`, async () => (await browser.badge()) === shown);

  it('says of a picture that no script may read only that it is perhaps a code, until a press looks', async () => {
    const area = portalPage(page, origin);
    await area.logIn();
    await area.startEnrolmentAs({ qr: 'cross-origin', box: 'single', place: 'dialog' });
    await sign('QR?');
    expect(await titleOfButton(browser)).toBe(textOf('badgePerhapsCode'));
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.look);
    expect(await popup.count(screen.at.found)).toBe(0);
    await popup.click(screen.at.look);
    await popup.waitFor(screen.at.found);
    await popup.close();
  });

  it('says on the button that a dialog shows a code, and fills no code of another account into its box', async () => {
    const area = portalPage(page, origin);
    await page.goto(origin);
    await sign('');
    await area.startEnrolment();
    await sign('QR');
    expect(await page.$eval(area.enrolmentBox, (box) => box instanceof HTMLInputElement && box.value)).toBe('');
    const popup = await browser.pressToolbar(page);
    await popup.waitFor(popupPage(popup).at.found);
    expect(await popup.count(popupPage(popup).at.added)).toBe(0);
    await popup.close();
  });

  it('adds the account and fills its code by one press of the keyboard, and the portal confirms', async () => {
    const area = portalPage(page, origin);
    // Busy for longer than a look at it waits, as on a slow computer: a press waits longer.
    const busy = page.evaluate(() => {
      for (const endMs = performance.now() + 2_500; performance.now() < endMs; );
    });
    await browser.pressCommand(page, 'add-from-page');
    await busy;
    await waitForCode(page, area.enrolmentBox);
    await sign('');
    const popup = await browser.pressToolbar(page);
    await popup.waitFor('.added[data-fill=filled]');
    await popup.close();
    await area.confirm();
    await sign('+');
  });
});
