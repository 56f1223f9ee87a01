import { TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atPortal } from '../support/e2e/at-portal.ts';
import { addFromLink, addTwoFactorCustomer } from '../support/e2e/customers.ts';
import { browsers } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { type SmallSite, serveSmallSite } from '../support/e2e/small-site.ts';
import { textOf } from '../support/e2e/text.ts';
import { until } from '../support/e2e/until.ts';

const wholeMinutes = 10;

// The portal's clock is this computer's until a test sets it; the other sites give a time of their own, or none.
describe.each(browsers)('in %s', (name) => {
  const at = atPortal(name, { clock: () => Date.now() + portalAheadMs });
  let right: SmallSite;
  let late: SmallSite;
  let silent: SmallSite;
  let portalAheadMs = 0;

  beforeAll(async () => {
    const date = () => new Date(Date.now() - wholeMinutes * 60_000).toUTCString();
    right = await serveSmallSite(() => ({ '/': { body: 'Right' } }));
    late = await serveSmallSite(() => ({ '/': { body: 'Late', headers: { Date: date() } } }));
    silent = await serveSmallSite(() => ({ '/': { body: 'Silent', headers: { Date: 'some day' } } }));
    await at.page.goto(`${at.portal.url}/login`);
    const popup = await at.browser.pressToolbar(at.page);
    await popupPage(popup).openVault();
    await popup.close();
  });

  afterAll(async () => {
    await right?.close();
    await late?.close();
    await silent?.close();
  });

  it.each([
    ['agrees with the site', () => right, 'clockRight'],
    ['is ahead of the site', () => late, 'clockAhead'],
    ['cannot be compared', () => silent, 'clockUnknown'],
  ] as const)('says on request that the clock %s', async (_, siteOf, key) => {
    const site = siteOf();
    const origin = site.at('clock');
    await at.page.goto(`${origin}/`);
    const asked = () => site.asked.filter((one) => one.startsWith('HEAD '));
    const popup = await at.browser.pressToolbar(at.page);
    await popupPage(popup).openSettings();
    await popup.waitFor({ button: 'clockCheck' });
    expect(asked()).toEqual([]);
    await popup.click({ button: 'clockCheck' });
    await popup.waitFor('.notice');
    const { host } = new URL(origin);
    const said = (await popup.text('.notice')).replace(/\d+ s/, '$ s');
    expect(asked()).toEqual([`HEAD ${origin}/`]);
    expect(said).toBe(
      textOf(key)
        .replace(/\$\d s/, '$ s')
        .replace(/\$\d/, host),
    );
    await popup.close();
  });

  it('corrects the codes by what a check measured, fills one that the site takes, and ends it once the clock is right', async () => {
    const origin = at.portal.at('ahead');
    const customer = await addTwoFactorCustomer(at.portal, 'ahead');
    await addFromLink(at.browser, at.page, origin, customer.keyUri);
    portalAheadMs = 300_000;
    const area = portalPage(at.page, origin, customer);
    await area.logIn();
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    await screen.openSettings();
    await popup.click({ button: 'clockCheck' });
    await popup.click('.notice-warning + .buttons button');
    await popup.waitFor('.corrected');
    await popup.click({ button: 'back' });
    // The date names whole seconds.
    expect(await popup.text('.corrected')).toMatch(/\+(299|300|301) s/);
    const theirs = URI.parse(customer.keyUri);
    if (!(theirs instanceof TOTP)) throw new Error('no TOTP account');
    await until('the code of their clock is shown', async () => {
      const shown = (await popup.text(screen.at.code)).replace(/\D/g, '');
      return shown === theirs.generate({ timestamp: Date.now() + portalAheadMs });
    });
    await screen.fill();
    await waitForCode(at.page, area.challengeBox);
    await popup.close();
    expect(await area.sendChallenge()).toContain('Hello,');

    portalAheadMs = 0;
    const again = await at.browser.pressToolbar(at.page);
    await again.waitFor('.corrected');
    await popupPage(again).openSettings();
    await again.click({ button: 'clockCheck' });
    await again.waitFor('.notice-success');
    await again.waitForNone('.corrected');
    await again.close();
  });
});
