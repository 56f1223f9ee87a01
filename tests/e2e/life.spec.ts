import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { startPortal, type TestPortal } from '../support/e2e/portal.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';

// Each uses what the press's own document shows: the portal answers in the dialog, without a navigation.
describe.each(browsers)('in %s, the life of two-factor login', (name) => {
  let browser: Driver;
  let portal: TestPortal;
  let page: Page;

  beforeAll(async () => {
    portal = await startPortal({ variants: true });
    browser = await launch(name);
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  it('goes on after a refused code, and says so', async () => {
    const customerArea = portalPage(page, portal.url);
    await customerArea.logIn();
    await customerArea.startEnrolment();
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.found);
    await screen.withoutPassphrase();
    await screen.addFound();
    await popup.close();
    await customerArea.confirmWith('000000');
    const again = await browser.pressToolbar(page);
    await again.waitFor(screen.at.refused);
    await again.waitFor(screen.at.pending);
    await again.close();
  });

  it('is confirmed by the portal and offers its backup code, which is kept on a press', async () => {
    const customerArea = portalPage(page, portal.url);
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.code);
    await screen.fill();
    await waitForCode(page, customerArea.enrolmentBox);
    await popup.close();
    const backupCode = await customerArea.confirm();
    const after = await browser.pressToolbar(page);
    await after.waitFor(screen.at.backupCode);
    expect(await after.text(screen.at.backupCode)).toBe(backupCode.trim());
    expect(await after.text(screen.at.backupQuote)).toContain('backup code');
    await after.waitFor(screen.at.confirmed);
    await after.click({ button: 'backupKeep' });
    await after.waitFor('.notice-success');
    await after.close();
  });

  it('offers the same backup code no second time', async () => {
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.confirmed);
    await popup.waitFor(screen.at.idle);
    expect(await popup.count(screen.at.backupCode)).toBe(0);
    await popup.close();
  });

  it('lets the customer in with the kept backup code, strikes it out, and takes the new one in its place', async () => {
    const customerArea = portalPage(page, portal.url);
    await customerArea.logOut();
    await customerArea.logIn();
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await screen.openFirstAccount();
    await popup.click({ button: 'keptFill' });
    // The portal hides its form until its own link is pressed.
    await popup.waitFor('.notice-warning');
    await popup.close();
    await customerArea.chooseBackupLogin();
    const again = await browser.pressToolbar(page);
    await popupPage(again).openFirstAccount();
    await again.click({ button: 'keptFill' });
    await again.waitFor('.notice-success');
    await again.close();
    const newCode = await customerArea.sendBackupCode();
    const after = await browser.pressToolbar(page);
    await after.waitFor(screen.at.backupCode);
    expect(await after.text(screen.at.backupCode)).toBe(newCode);
    await after.click({ button: 'backupKeep' });
    await after.waitFor('.notice-success');
    await popupPage(after).openFirstAccount();
    await after.click({ button: 'keptShow' });
    await after.click(screen.at.submit);
    await after.waitFor(screen.at.backupCode);
    expect(await after.text(screen.at.backupCode)).toBe(newCode);
    expect(await after.count('.backup-codes li')).toBe(1);
    await after.close();
  });

  it('ends when the portal says that two-factor login is off', async () => {
    const customerArea = portalPage(page, portal.url);
    await customerArea.disable();
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.stale);
    await screen.openFirstAccount();
    await popup.click({ button: 'staleRevive' });
    await popup.waitFor(screen.at.pending);
    await popup.close();
  });

  // The answer comes in another document: Chromium's grant reaches it, Firefox reads it by the next press.
  it('begins again with a new secret, which takes the place of the old one when the portal has accepted it', async () => {
    const customerArea = portalPage(page, portal.url);
    const at = await customerArea.startEnrolmentAs({ qr: 'png', box: 'single', place: 'page' });
    const popup = await browser.pressToolbar(at);
    const screen = popupPage(popup);
    await screen.addFound();
    expect(await popup.count('li.row')).toBe(2);
    await popup.close();
    await customerArea.confirmOn(at);
    const after = await browser.pressToolbar(at);
    await after.waitFor(screen.at.confirmed);
    await after.waitFor(screen.at.stale);
    expect(await after.count('li.row')).toBe(2);
    await after.close();
  });
});
