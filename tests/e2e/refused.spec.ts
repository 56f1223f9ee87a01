import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFromLink, addTwoFactorCustomer } from '../support/e2e/customers.ts';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { startPortal, type TestPortal } from '../support/e2e/portal.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';
import { until } from '../support/e2e/until.ts';

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

  /** The codes up to now are spent, as when one was typed from a phone. */
  const spendCodes = () =>
    portal.state.database.prepare('UPDATE second_factor SET last_step = ?').run(Math.floor(Date.now() / 30_000));

  it('says why a code was refused as far as it is known, checks the clock on a press, and fills the next code', async () => {
    const origin = portal.at('refused');
    const customer = await addTwoFactorCustomer(portal, 'refused');
    const area = portalPage(page, origin, customer);
    await addFromLink(browser, page, origin, customer.keyUri);
    await area.logIn();
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.code);
    await screen.fill();
    await waitForCode(page, area.challengeBox);
    await popup.close();
    spendCodes();
    expect(await area.sendChallenge()).toContain('was not accepted');
    const again = await browser.pressToolbar(page);
    await again.waitFor('[data-why=unknown]');
    await again.click({ button: 'clockCheck' });
    await again.waitForNone({ button: 'clockCheck' });
    const { host } = new URL(origin);
    await until('the clock was found right', async () =>
      (await again.text(screen.at.refused)).includes(textOf('clockRight').replace('$1', host)),
    );
    await again.click({ button: 'fillNext' });
    await waitForCode(page, area.challengeBox);
    await again.close();
    expect(await area.sendChallenge()).toContain('Hello,');
  });

  it('fills of two accounts the one that the challenge names, and none before it names one', async () => {
    const origin = portal.at('several');
    const customers = [
      await addTwoFactorCustomer(portal, 'first'),
      await addTwoFactorCustomer(portal, 'second'),
    ] as const;
    for (const { keyUri } of customers) await addFromLink(browser, page, origin, keyUri);
    const [first] = customers;
    const area = portalPage(page, origin, first);
    await area.logOut();
    await area.logIn();
    await browser.pressCommand(page, 'fill-code');
    await until('the sign of several accounts', async () => (await browser.badge()) === '?');
    expect(await area.codeInChallenge()).toBe('');
    await page.$eval('.card', (card) => {
      const words = document.createElement('p');
      words.textContent = 'You log in as f****@example.com.';
      card.prepend(words);
    });
    await browser.pressCommand(page, 'fill-code');
    await waitForCode(page, area.challengeBox);
    expect(await area.sendChallenge()).toContain('Hello,');
  });
});
