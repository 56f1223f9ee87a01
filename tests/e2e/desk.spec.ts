import { describe, expect, it } from 'vitest';
import { atPortal } from '../support/e2e/at-portal.ts';
import { addFromLink, addTwoFactorCustomer } from '../support/e2e/customers.ts';
import { browsers } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { portalPage, textOfPage, waitForCode } from '../support/e2e/portal-page.ts';
import { staffPage } from '../support/e2e/staff-page.ts';

const identity = 'Called the number on file.';
const reason = 'The invoice and the address were right.';

describe.each(browsers)('in %s, the billing desk', (name) => {
  let stoppedMs: number | undefined;
  const at = atPortal(name, { clock: () => stoppedMs ?? Date.now() });

  /** A customer whose second factor is on, the portal under a name of the customer's own, and the desk under another. */
  async function withDesk(who: string) {
    const { portal, browser, page } = at;
    const origin = portal.at(who);
    const customer = await addTwoFactorCustomer(portal, who);
    const desk = staffPage(await browser.newPage(), portal.at(`desk-${who}`));
    await page.bringToFront();
    return { ...at, origin, customer, area: portalPage(page, origin, customer), desk };
  }

  it('disables two-factor login for a customer whom it recognised, who reads so at the next login, as does Doorcode by the next press of the button', async () => {
    const { browser, page, origin, customer, area, desk } = await withDesk('drowned');
    await addFromLink(browser, page, origin, customer.keyUri);
    await area.logIn();
    expect(await area.askForReview('My phone drowned; my last invoice was number 12.')).toContain(
      'is reviewing your request',
    );
    await desk.logIn();
    expect(await desk.request()).toMatch(/Asked with the password shown.*number 12/s);
    expect(await desk.mail()).toContain('Somebody logged in with your password and asked us to disable');
    await desk.decide({ verdict: 'approved', identity, reason });
    expect(await desk.mail()).toMatch(/^To: drowned@example\.com.*We have disabled.*Our reason: The invoice/s);
    expect(await desk.mail()).not.toContain(identity);
    expect(await desk.log()).toEqual([
      ['staff billing', 'two-factor disabled', customer.email, 'request 1'],
      ['staff billing', 'review approved', customer.email, `${reason}\nRecognised by: ${identity}`],
      ['staff billing', 'desk login', '', ''],
      ['customer', 'review asked', customer.email, 'My phone drowned; my last invoice was number 12.'],
    ]);

    await page.bringToFront();
    await area.logOut();
    await area.logIn();
    expect(await textOfPage(page)).toMatch(/has been disabled by our billing department.*Reason: The invoice/s);
    expect(await textOfPage(page)).not.toContain(identity);
    const popup = await browser.pressToolbar(page);
    await popup.waitFor(popupPage(popup).at.stale);
    await popup.close();
    expect(await area.noteRead()).not.toContain('billing department');
    await desk.openRequests();
    expect((await desk.log())[0]).toEqual(['customer', 'notice read', customer.email, 'request 1']);
  });

  it('refuses a request that came without login, and at the login, where a press fills a code as before, nobody learns of it', async () => {
    const { browser, page, origin, customer, area, desk } = await withDesk('stranger');
    await addFromLink(browser, page, origin, customer.keyUri);
    expect(await area.askWithoutLogin('I am this customer, believe me.')).toContain('has your request now');
    await desk.logIn();
    expect(await desk.request()).toMatch(/Asked without login: anybody may have written this.*believe me/s);
    await desk.decide({ verdict: 'refused', identity: 'Nobody answered the telephone.', reason });
    expect(await desk.mail()).toMatch(/We have not disabled.*Our reason: The invoice/s);

    await page.bringToFront();
    await area.logIn();
    // Whoever shows the password need not be who asked: the mail goes to the customer.
    expect(await textOfPage(page)).not.toContain(reason);
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).fill();
    await waitForCode(page, area.challengeBox);
    await popup.close();
    expect(await area.sendChallenge()).toContain('Hello,');
  });

  it('shows the administrator who is held back after wrong codes, and how many were tried', async () => {
    const { area, desk, customer } = await withDesk('guessing');
    await area.logIn();
    stoppedMs = Date.now();
    for (let wrong = 0; wrong < 2; wrong += 1) expect(await area.sendCode('000000')).toContain('was not accepted');
    await desk.logIn();
    const [held] = await desk.attempts();
    expect(held).toEqual([
      'wait',
      customer.email,
      'Code or backup code',
      '1',
      '1 of 36',
      expect.stringMatching(/^Waits until /),
    ]);
    stoppedMs = undefined;
  });
});
