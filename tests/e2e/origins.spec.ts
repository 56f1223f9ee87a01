import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFromLink, addTwoFactorCustomer, type TestCustomer } from '../support/e2e/customers.ts';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { startPortal, type TestPortal } from '../support/e2e/portal.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { until } from '../support/e2e/until.ts';

// The same login page everywhere; the sites are granted, so that nothing but Doorcode's own decision stands in the way.
describe.each(browsers)('in %s', (name) => {
  let browser: Driver;
  let portal: TestPortal;
  let elsewhere: TestPortal;
  let page: Page;
  let customer: TestCustomer;

  beforeAll(async () => {
    portal = await startPortal();
    elsewhere = await startPortal();
    customer = await addTwoFactorCustomer(portal, 'owner');
    await addTwoFactorCustomer(elsewhere, 'owner');
    browser = await launch(name, { granted: ['http://*.localhost/*'] });
    page = await browser.newPage();
    await addFromLink(browser, page, portal.at('right'), customer.keyUri);
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    await elsewhere?.close();
  });

  const sites = [
    ['another origin', false, () => portal.at('other')],
    ['a name below the right one', true, () => portal.at('login.right')],
    ['another port of the right host', true, () => elsewhere.at('right')],
    ['a look-alike host', true, () => new URL(portal.at('rıght')).origin],
  ] as const;

  it.each(sites)(
    'gives nothing to %s with the same login page, and warns where it resembles: %s',
    async (_, resembles, origin) => {
      const area = portalPage(page, origin(), customer);
      await area.logIn();
      const popup = await browser.pressToolbar(page);
      const screen = popupPage(popup);
      await popup.waitFor(screen.at.code);
      expect(await popup.count(screen.at.fill)).toBe(0);
      if (resembles) expect(await popup.text(screen.at.lookAlike)).toContain(origin());
      expect(await popup.count(screen.at.lookAlike)).toBe(resembles ? 1 : 0);
      expect(await screen.fillFirstAnyway()).toStrictEqual({
        kind: 'fill',
        result: { kind: 'withheld', reason: 'other-origin' },
      });
      await popup.close();
      await browser.pressCommand(page, 'fill-code');
      await until('the command was answered', async () => (await browser.badge()) === '?');
      expect(await area.codeInChallenge()).toBe('');
    },
  );

  it('fills the right origin by the same ways', async () => {
    const area = portalPage(page, portal.at('right'), customer);
    await area.logIn();
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.fill);
    expect(await popup.count(screen.at.lookAlike)).toBe(0);
    expect(await screen.fillFirstAnyway()).toMatchObject({ kind: 'fill', result: { kind: 'written' } });
    await popup.close();
    await waitForCode(page, area.challengeBox);
    expect(await area.sendChallenge()).toContain('Hello,');
  });
});
