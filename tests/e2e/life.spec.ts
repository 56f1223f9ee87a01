import { describe, expect, it } from 'vitest';
import { codeAt } from '../../lib/otp/code.ts';
import { demo } from '../../portal/demo.ts';
import { keyUriOf } from '../../portal/key-uri.ts';
import { atPortal } from '../support/e2e/at-portal.ts';
import { addFromLink, addTwoFactorCustomer } from '../support/e2e/customers.ts';
import { browsers } from '../support/e2e/driver.ts';
import { askFromElsewhere } from '../support/e2e/from-elsewhere.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';
import { until } from '../support/e2e/until.ts';

// The press's grant outlives a navigation within the exact origin in Chromium, and no navigation in Firefox.
const afterNavigation = { chromium: 'without a press', firefox: 'by the next press of the button' } as const;

// No site is allowed here, so every answer is heard by the grant of a press; filling.spec.ts has an allowed site.
describe.each(browsers)('in %s, the life of two-factor login', (name) => {
  const at = atPortal(name, { variants: true });

  /** The sign of an answer comes before anybody presses the button. */
  const heardWithoutPress = (sign: '!' | '+') =>
    until(`the sign ${sign} on the toolbar button`, async () => (await at.browser.badge()) === sign);

  /** What is known before the next press: nothing was called confirmed on less, and no sign says so. */
  async function known(what: 'states' | 'backup') {
    const elsewhere = await askFromElsewhere(at.browser, `${at.portal.at('elsewhere')}/login`);
    const told = await elsewhere[what](demo.email);
    await elsewhere.close();
    await at.page.bringToFront();
    expect(await at.browser.badge()).toBe('');
    return told;
  }

  it('hears without a press that the dialog refuses the code, and goes on', async () => {
    const customerArea = portalPage(at.page, at.portal.url);
    await customerArea.logIn();
    await customerArea.startEnrolment();
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.found);
    await screen.withoutPassphrase();
    await screen.addFound();
    await popup.close();
    await customerArea.confirmWith('000000');
    await heardWithoutPress('!');
    const again = await at.browser.pressToolbar(at.page);
    await again.waitFor(screen.at.refused);
    await again.waitFor(screen.at.pending);
    await again.close();
  });

  it('hears without a press that the dialog confirms, and offers its backup code, which outlives dialog and lock until a press keeps it', async () => {
    const customerArea = portalPage(at.page, at.portal.url);
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.code);
    await screen.fill();
    await waitForCode(at.page, customerArea.enrolmentBox);
    await popup.close();
    const backupCode = await customerArea.confirm();
    await heardWithoutPress('+');
    await customerArea.closeDialog();
    const after = await at.browser.pressToolbar(at.page);
    await after.waitFor(screen.at.backupCode);
    await after.click({ button: 'headerLock' });
    await after.waitFor({ button: 'unlockButton' });
    expect(await after.text('body')).not.toContain(backupCode.trim());
    await after.click({ button: 'unlockButton' });
    await after.waitFor(screen.at.backupCode);
    expect(await after.text(screen.at.backupCode)).toBe(backupCode.trim());
    expect(await after.text(screen.at.backupQuote)).toContain('backup code');
    await after.waitFor(screen.at.confirmed);
    await after.click({ button: 'backupKeep' });
    await after.waitFor('.notice-success');
    await after.close();
  });

  it('offers the same backup code no second time, and asks for no saved copy beside a box for codes', async () => {
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.confirmed);
    await popup.waitFor(screen.at.idle);
    expect(await popup.count(screen.at.backupCode)).toBe(0);
    // How the copies stand is known by then.
    expect(await screen.copyHealth()).toContain(textOf('copiesNone'));
    await popup.click({ button: 'back' });
    await popup.waitFor(screen.at.confirmed);
    expect(await popup.count(screen.at.saveCopy)).toBe(0);
    await popup.close();
  });

  it('asks for a saved copy on the next page, where nothing else waits, and not again once it was put off', async () => {
    await at.page.goto(at.portal.url);
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    expect(await popup.text(screen.at.saveCopy)).toContain(textOf('copiesCardNone'));
    await screen.saveCopyLater();
    await popup.close();
    const again = await at.browser.pressToolbar(at.page);
    await again.waitFor(screen.at.confirmed);
    expect(await popupPage(again).copyHealth()).toContain(textOf('copiesNone'));
    await again.click({ button: 'back' });
    await again.waitFor(screen.at.confirmed);
    expect(await again.count(screen.at.saveCopy)).toBe(0);
    await again.close();
  });

  it(`lets the customer in with the kept backup code, and hears of the new one on the next page ${afterNavigation[name]}`, async () => {
    const customerArea = portalPage(at.page, at.portal.url);
    await customerArea.logOut();
    await customerArea.logIn();
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    await screen.openFirstAccount();
    await popup.click({ button: 'keptFill' });
    // The portal hides its form until its own link is pressed.
    await popup.waitFor('.notice-warning');
    await popup.close();
    await customerArea.chooseBackupLogin();
    const again = await at.browser.pressToolbar(at.page);
    await popupPage(again).openFirstAccount();
    await again.click({ button: 'keptFill' });
    await again.waitFor('.notice-success');
    await again.close();
    const newCode = await customerArea.sendBackupCode();
    if (name === 'chromium') await heardWithoutPress('+');
    else expect(await known('backup')).toEqual([{ fresh: 1, used: 0 }]);
    const after = await at.browser.pressToolbar(at.page);
    await after.waitFor(screen.at.backupCode);
    expect(await after.text(screen.at.backupCode)).toBe(newCode);
    await after.click({ button: 'backupKeep' });
    await after.waitFor('.notice-success');
    await popupPage(after).openFirstAccount();
    await after.click({ button: 'keptShow' });
    // A key that is not held shows nothing.
    await after.waitFor(`${screen.at.hold}:focus`);
    for (const key of ['Enter', ' ']) {
      await after.press(key);
      await until(
        'the press was too short',
        async () => (await after.text(screen.at.holdHint)) === textOf('holdShort'),
      );
    }
    await after.hold(screen.at.hold);
    await after.waitFor(screen.at.backupCode);
    expect(await after.text(screen.at.backupCode)).toBe(newCode);
    expect(await after.count('.backup-codes li')).toBe(1);
    await after.close();
  });

  it('ends by the next press when the dialog says that two-factor login is off', async () => {
    const customerArea = portalPage(at.page, at.portal.url);
    await customerArea.disable();
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.stale);
    await screen.openFirstAccount();
    await popup.click({ button: 'staleRevive' });
    await popup.waitFor(screen.at.pending);
    await popup.close();
  });

  it(`begins again with a new secret, accepted on the next page and heard ${afterNavigation[name]}`, async () => {
    const customerArea = portalPage(at.page, at.portal.url);
    const enrolment = await customerArea.startEnrolmentAs({ qr: 'png', box: 'single', place: 'page' });
    const popup = await at.browser.pressToolbar(enrolment);
    const screen = popupPage(popup);
    await screen.addFound();
    expect(await popup.count('li.row')).toBe(2);
    await popup.close();
    await customerArea.confirmOn(enrolment);
    if (name === 'chromium') await heardWithoutPress('+');
    else expect(await known('states')).toBe('pending,pending');
    const after = await at.browser.pressToolbar(enrolment);
    await after.waitFor(screen.at.confirmed);
    await after.waitFor(screen.at.stale);
    expect(await after.count('li.row')).toBe(2);
    await after.close();
  });

  it(`fills the old secret at a login while the new one is unconfirmed, and hears ${afterNavigation[name]} that the login went through`, async () => {
    const { browser, page, portal } = at;
    const origin = portal.at('renewed');
    const customer = await addTwoFactorCustomer(portal, 'renewed');
    await addFromLink(browser, page, origin, customer.keyUri);
    const renewed = new Uint8Array(20).fill(7);
    await page.$eval(
      'body',
      (body, href) => {
        body.innerHTML = `<h1>Set up two-factor authentication</h1><a href="${href}">Add to your authenticator</a>
          <form><label>Authentication code <input id="inputCode" name="code" maxlength="6"></label></form>`;
      },
      keyUriOf(renewed, customer.email),
    );
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).addFound();
    const area = portalPage(page, origin, customer);
    await waitForCode(page, area.enrolmentBox);
    const filled = await page.$eval(area.enrolmentBox, (box) => box instanceof HTMLInputElement && box.value);
    const parameters = { type: 'totp', secret: renewed, algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
    expect([0, 30_000].map((ago) => codeAt(parameters, Date.now() - ago).code)).toContain(filled);
    await popup.close();

    await area.logIn();
    await browser.pressCommand(page, 'fill-code');
    await waitForCode(page, area.challengeBox);
    expect(await area.sendChallenge()).toContain('Hello,');
    const elsewhere = await askFromElsewhere(browser, `${portal.at('elsewhere')}/login`);
    const states = () => elsewhere.states(customer.email);
    if (name === 'chromium')
      await until('the old one is confirmed', async () => (await states()) === 'confirmed,pending');
    else expect(await states()).toBe('pending,pending');
    await elsewhere.close();
    const after = await browser.pressToolbar(page);
    const screen = popupPage(after);
    await after.waitFor(screen.at.confirmed);
    await after.waitFor(screen.at.pending);
    await after.close();
  });

  // In Firefox no page is heard of after a navigation before the next press, wherever it led.
  if (name === 'chromium')
    it('hears nothing more without a press once the tab has left the origin, also where it comes back', async () => {
      const { browser, page, portal } = at;
      const origin = portal.at('left');
      const customer = await addTwoFactorCustomer(portal, 'left');
      await addFromLink(browser, page, origin, customer.keyUri);
      const area = portalPage(page, origin, customer);
      await area.logIn();
      await browser.pressCommand(page, 'fill-code');
      await waitForCode(page, area.challengeBox);
      await page.goto(`${portal.at('elsewhere')}/login`);
      // A page like this one, at the origin all the time, is what a login leads to.
      await page.goto(`${origin}/help/two-factor`);
      const elsewhere = await askFromElsewhere(browser, `${portal.at('elsewhere')}/login`);
      expect(await elsewhere.states(customer.email)).toBe('pending');
      await elsewhere.close();
    });
});
