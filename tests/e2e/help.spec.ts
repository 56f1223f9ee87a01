import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { startPortal, type TestPortal } from '../support/e2e/portal.ts';
import { portalPage } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';

describe.each(browsers)('in %s, what stands around two-factor login', (name) => {
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

  it('prints the backup code that the portal shows, on a page whose address does not hold it, and once', async () => {
    const customerArea = portalPage(page, portal.url);
    await customerArea.logIn();
    await customerArea.startEnrolment();
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.found);
    await screen.withoutPassphrase();
    await popup.waitFor('[data-step=add]');
    await screen.addFound();
    await popup.waitFor('[data-step=submit]');
    await popup.close();
    const backupCode = (await customerArea.confirm()).trim();
    const after = await browser.pressToolbar(page);
    await after.waitFor('[data-step=keep-backup]');
    await after.click({ button: 'backupPrint' });
    const sheet = await browser.ownPage('/print.html');
    expect(await sheet.text('.sheet code')).toBe(backupCode);
    expect(await sheet.text('.sheet dl')).toContain(new URL(portal.url).host);
    expect(await sheet.evaluate('location.href')).not.toContain(backupCode);
    const again = await sheet.evaluate(
      `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ kind: 'take-print' })`,
    );
    expect(again).toEqual({ kind: 'print', job: null });
    await sheet.evaluate(`dispatchEvent(new Event('pagehide'))`);
    expect(await sheet.text('.sheet')).not.toContain(backupCode);
    await sheet.close();
    const kept = await browser.pressToolbar(page);
    await kept.click({ button: 'backupKeep' });
    await kept.waitFor('.notice-success');
    await kept.close();
  });

  it('keeps an account that the portal ended where it can be put back, and leads to the settings that start anew', async () => {
    await page.bringToFront();
    await portalPage(page, portal.url).disable();
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.stale);
    await screen.openFirstAccount();
    await popup.click({ button: 'removeButton' });
    await popup.waitForNone('li.row');
    await screen.openSettings();
    await popup.click({ button: 'removedTitle' });
    expect(await popup.text('.removed')).toContain(new URL(portal.url).host);
    await popup.click({ button: 'removedPutBack' });
    await popup.waitForNone('.removed');
    expect(await popup.text('.view')).toContain(textOf('removedNone'));
    await popup.click({ button: 'back' });
    await popup.click({ button: 'back' });
    await popup.waitFor(screen.at.stale);
    await popup.waitFor('[data-step=ended]');
    await popup.click('[aria-label=Help]');
    expect(await popup.text('.help')).toContain(textOf('helpLost'));
    await popup.close();
    // The page behind the dialog is the security page itself; the overview leads there by a menu that is closed.
    await page.goto(portal.url);
    const overview = await browser.pressToolbar(page);
    await Promise.all([page.waitForNavigation(), overview.click({ button: 'helpSecurity' })]);
    expect(page.url()).toBe(`${portal.url}/security`);
  });
});
