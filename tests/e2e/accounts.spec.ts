import { describe, expect, it } from 'vitest';
import { atPortal } from '../support/e2e/at-portal.ts';
import { addFromLink, addTwoFactorCustomer } from '../support/e2e/customers.ts';
import { browsers } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
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
  const at = atPortal(name, { launched: name === 'chromium' ? { granted: ['http://*.localhost/*'] } : {} });

  it('are told apart by the e-mail typed at the login, where the challenge names nobody', async () => {
    const origin = at.portal.at('shared');
    const ada = await addTwoFactorCustomer(at.portal, 'ada');
    const bob = await addTwoFactorCustomer(at.portal, 'bob');
    for (const { keyUri } of [ada, bob]) await addFromLink(at.browser, at.page, origin, keyUri);
    const popup = await at.browser.pressToolbar(at.page);
    await popupPage(popup).fillByItselfHere();
    await at.browser.allowSite();
    await popup.close();
    for (const customer of [ada, bob]) {
      const area = portalPage(at.page, origin, customer);
      await area.typeLogin(() =>
        until('the login form is listened to', async () => (await at.browser.evaluateInBackground(listens)) === true),
      );
      await waitForCode(at.page, area.challengeBox);
      // The portal takes the code of the account that the password was for, and no other.
      expect(await area.sendChallenge()).toContain('Hello,');
      await area.logOut();
    }
  });
});
