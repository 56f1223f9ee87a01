import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addFromLink, addTwoFactorCustomer, type TestCustomer } from '../support/e2e/customers.ts';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { startPortal, type TestPortal } from '../support/e2e/portal.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';
import { titleOfButton } from '../support/e2e/title-of-button.ts';
import { until } from '../support/e2e/until.ts';

// Chromium's commands and menus are the real listeners under the grant of a press of the toolbar button (see the driver);
// real-input.spec.ts presses the true keys. Every test has a customer and an origin of its own, so that no code is held back as already used.
describe.each(browsers)('in %s', (name) => {
  let browser: Driver;
  let portal: TestPortal;
  let page: Page;
  let customer: TestCustomer;
  let origin: string;
  let count = 0;
  const area = (at = origin) => portalPage(page, at, customer);

  beforeAll(async () => {
    portal = await startPortal();
    // Firefox asks its own question about the site, and the spec answers it.
    browser = await launch(name, name === 'chromium' ? { granted: ['http://*.localhost/*'] } : {});
    page = await browser.newPage();
  });

  beforeEach(async () => {
    count += 1;
    origin = portal.at(`site-${count}`);
    customer = await addTwoFactorCustomer(portal, `customer-${count}`);
    await addFromLink(browser, page, origin, customer.keyUri);
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  it('fills by the keyboard command, and the portal lets the customer in', async () => {
    await area().logIn();
    await browser.pressCommand(page, 'fill-code');
    await waitForCode(page, area().challengeBox);
    expect(await area().sendChallenge()).toContain('Hello,');
  });

  // In Chromium the press that lends the grant would wake the background first: real-input.spec.ts shows it there.
  if (name === 'firefox')
    it('fills by the keyboard command when the background had been put to sleep', async () => {
      await area().logIn();
      await browser.stopBackground();
      await browser.pressCommand(page, 'fill-code');
      await waitForCode(page, area().challengeBox);
    });

  it('fills by the context menu of the box, and the portal lets the customer in', async () => {
    await area().logIn();
    await browser.pressMenu(page, area().challengeBox, 'fill-code');
    await waitForCode(page, area().challengeBox);
    expect(await area().sendChallenge()).toContain('Hello,');
  });

  it('fills by itself where the customer allowed it, and not again after a refused code', async () => {
    await page.goto(`${origin}/login`);
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).fillByItselfHere();
    await browser.allowSite();
    await until('the site is on', async () => {
      const sites = await browser.evaluateInBackground(
        `(globalThis.browser ?? chrome).storage.local.get('sites.automatic').then((kept) => kept['sites.automatic']?.on ?? [])`,
      );
      return Array.isArray(sites) && sites.includes(origin);
    });
    await popup.close();
    await area().logIn();
    await waitForCode(page, area().challengeBox);
    await page.$eval(area().challengeBox, (box) => {
      if (box instanceof HTMLInputElement) box.value = '000000';
    });
    expect(await area().sendChallenge()).toContain('was not accepted');
    // Heard after a navigation by the right to the site: nobody has pressed the button since.
    await until('the badge says so', async () => (await browser.badge()) === '!');
    expect(await titleOfButton(browser)).toBe(textOf('badgeRefused'));
    // A new document's button has no sign but the one that its own challenge gives it.
    await area().logIn();
    await until('the badge says so at the next challenge too', async () => (await browser.badge()) === '!');
    expect(await area().codeInChallenge()).toBe('');
  });

  it('says of a refused code that it was too late where the site answered after its time', async () => {
    const late = portal.at('late');
    const key = new URL((await addTwoFactorCustomer(portal, 'late')).keyUri);
    // Codes of five seconds, so that nobody has to wait long; the portal takes none of them.
    key.searchParams.set('period', '5');
    await addFromLink(browser, page, late, key.href);
    await page.goto(`${late}/login`);
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).fillByItselfHere();
    await browser.allowSite();
    await popup.close();
    const challenge = portalPage(page, late, { email: 'late@example.com', password: customer.password });
    await challenge.logIn();
    await waitForCode(page, challenge.challengeBox);
    const endMs = Math.ceil(Date.now() / 5_000) * 5_000;
    await until('the code is over', async () => Date.now() > endMs);
    expect(await challenge.sendChallenge()).toContain('was not accepted');
    await until('the badge says so', async () => (await browser.badge()) === '!');
    const told = await browser.pressToolbar(page);
    await told.waitFor('[data-why=late]');
    await told.close();
  });

  it('fills by itself a code that the portal accepts', async () => {
    await page.goto(`${origin}/login`);
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).fillByItselfHere();
    await browser.allowSite();
    await popup.close();
    await area().logIn();
    await waitForCode(page, area().challengeBox);
    expect(await area().sendChallenge()).toContain('Hello,');
    // By the right to the site: the only press since is in another tab, at another site, and it asks what is known.
    const elsewhere = await browser.newPage();
    await elsewhere.goto(`${portal.at('elsewhere')}/login`);
    const asking = await browser.pressToolbar(elsewhere);
    const state = () =>
      asking.evaluate(`(globalThis.browser ?? globalThis.chrome).runtime
        .sendMessage({ kind: 'list-entries', tabId: 0, most: 99 })
        .then(({ entries }) => entries.find(({ account }) => account === ${JSON.stringify(customer.email)})?.state)`);
    await until('the account is confirmed', async () => (await state()) === 'confirmed');
    await asking.close();
    await elsewhere.close();
  });
});
