import { describe, expect, it } from 'vitest';
import { atPortal } from '../support/e2e/at-portal.ts';
import { addFromLink, addTwoFactorCustomer } from '../support/e2e/customers.ts';
import { browsers } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';
import { until } from '../support/e2e/until.ts';

describe.each(browsers)('in %s', (name) => {
  let portalAheadMs = 0;
  const at = atPortal(name, { clock: () => Date.now() + portalAheadMs });

  /** The codes up to now are spent, as when one was typed from a phone. */
  const spendCodes = () =>
    at.portal.state.database.prepare('UPDATE second_factor SET last_step = ?').run(Math.floor(Date.now() / 30_000));

  /** After a wrong code the portal looks at no other for a second. */
  const forgetTries = () => at.portal.state.database.exec('DELETE FROM attempt');

  it('says by the next press of the button why a code was refused as far as it is known, checks the clock on a press, and fills the next code', async () => {
    const { browser, page, portal } = at;
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

  it('says by the next press of the button, after a measurement, that the clock was the reason, and fills a code that is corrected by it', async () => {
    const { browser, page, portal } = at;
    const origin = portal.at('ahead');
    const customer = await addTwoFactorCustomer(portal, 'ahead');
    const area = portalPage(page, origin, customer);
    await addFromLink(browser, page, origin, customer.keyUri);
    portalAheadMs = 300_000;
    await area.logIn();
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await screen.fill();
    await waitForCode(page, area.challengeBox);
    await popup.close();
    expect(await area.sendChallenge()).toContain('was not accepted');
    const again = await browser.pressToolbar(page);
    await again.click({ button: 'clockCheck' });
    await again.waitFor('[data-why=clock]');
    expect(await again.text('[data-why=clock]')).toMatch(/\b(299|300|301) s/);
    await again.click('.notice-warning .buttons button');
    await again.waitFor('.corrected');
    forgetTries();
    await again.click({ button: 'fillNext' });
    await waitForCode(page, area.challengeBox);
    await again.close();
    expect(await area.sendChallenge()).toContain('Hello,');
    portalAheadMs = 0;
    const later = await browser.pressToolbar(page);
    await later.click('.corrected button');
    await later.waitForNone('.corrected');
    await later.close();
  });

  it('hears without a press that an enrolment refused the code, and says that the page shows another secret than the one saved', async () => {
    const { browser, page, portal } = at;
    const area = portalPage(page, portal.at('twice'));
    await area.logIn();
    await area.startEnrolment();
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await screen.openVault();
    // No code is spent here, or the next one would have to be waited for.
    await page.$eval(area.enrolmentBox, (box) => box.remove());
    await screen.addFound();
    await popup.close();
    // Begun anew, the portal makes a new secret.
    await page.goto(portal.at('twice'));
    await area.startEnrolment();
    const again = await browser.pressToolbar(page);
    await again.waitFor(screen.at.found);
    await popupPage(again).fill();
    // As for everybody who reads before they press: a box that is new within a quarter of a second has not kept its code.
    await again.waitFor('.notice-success');
    await again.close();
    await area.refuse();
    await until('the sign of a refusal', async () => (await browser.badge()) === '!');
    const told = await browser.pressToolbar(page);
    await told.waitFor('[data-why=other-secret]');
    await told.close();
  });

  it('fills by the keyboard command of two accounts the one that the challenge names, and none before it names one', async () => {
    const { browser, page, portal } = at;
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
