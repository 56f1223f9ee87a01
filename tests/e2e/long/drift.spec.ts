import { beforeAll, describe, expect, it } from 'vitest';
import { atPortal } from '../../support/e2e/at-portal.ts';
import { addFromLink, addTwoFactorCustomer, type TestCustomer } from '../../support/e2e/customers.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { portalPage, waitForCode } from '../../support/e2e/portal-page.ts';

const stepMs = 30_000;

// RFC 6238 §6: the portal records by how many steps a customer's clock is off, and looks there the next time.
describe.each(browsers)('in %s', (name) => {
  let aheadMs = 0;
  let origin: string;
  let customer: TestCustomer;
  const at = atPortal(name, { clock: () => Date.now() + aheadMs });

  beforeAll(async () => {
    origin = at.portal.at('drift');
    customer = await addTwoFactorCustomer(at.portal, 'drift');
    await addFromLink(at.browser, at.page, origin, customer.keyUri);
  });

  it.each([1, 2])(
    'has the code that it fills accepted when the clock of the portal is %i steps ahead',
    async (steps) => {
      aheadMs = steps * stepMs;
      const area = portalPage(at.page, origin, customer);
      await area.logOut();
      await area.logIn();
      const popup = await at.browser.pressToolbar(at.page);
      // The second code is waited for, as the first is used up.
      await popupPage(popup).fill();
      await waitForCode(at.page, area.challengeBox);
      await popup.close();
      expect(await area.sendChallenge()).toContain('Hello,');
      const row = at.portal.state.database.prepare('SELECT drift_steps FROM second_factor').get();
      expect(row?.drift_steps).toBe(-steps);
    },
  );
});
