import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { atPortal } from '../../support/e2e/at-portal.ts';
import { addFromLink, addTwoFactorCustomer } from '../../support/e2e/customers.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { portalPage, waitForCode } from '../../support/e2e/portal-page.ts';

// Chromium's switch for private windows is in its settings page alone, so there are three ordinary windows there.
const windows = { chromium: 'three windows', firefox: 'two windows and a private one' } as const;

describe.each(browsers)('in %s', (name) => {
  const at = atPortal(name, { launched: name === 'firefox' ? { privateWindows: true } : {} });

  it(`${windows[name]} at once get each the code of its own account, and are locked together`, async () => {
    const { browser, portal } = at;
    const third = name === 'firefox' ? browser.newPrivatePage : browser.newWindow;
    const pages: readonly Page[] = [at.page, await browser.newWindow(), await third()];
    const areas = [];
    for (const [index, page] of pages.entries()) {
      const origin = portal.at(`window-${index}`);
      const customer = await addTwoFactorCustomer(portal, `window-${index}`);
      await addFromLink(browser, page, origin, customer.keyUri);
      areas.push({ page, area: portalPage(page, origin, customer) });
    }
    for (const { area } of areas) await area.typeLogin();
    for (const { page, area } of areas) {
      const popup = await browser.pressToolbar(page);
      await popupPage(popup).fill();
      await waitForCode(page, area.challengeBox);
      await popup.close();
    }
    // The portal takes no other account's code.
    for (const { area } of areas) expect(await area.sendChallenge()).toContain('Hello,');

    const last = await browser.pressToolbar(areas.at(-1)?.page ?? at.page);
    await last.click({ button: 'headerLock' });
    await last.waitFor({ button: 'unlockButton' });
    await last.close();
    for (const { page } of areas) {
      const popup = await browser.pressToolbar(page);
      await popup.waitFor({ button: 'unlockButton' });
      expect(await popup.count(popupPage(popup).at.code)).toBe(0);
      await popup.close();
    }
  });
});
