import { describe, expect, it } from 'vitest';
import { atPortal } from '../support/e2e/at-portal.ts';
import { browsers } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { portalPage } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';

describe.each(browsers)('in %s, what stands around two-factor login', (name) => {
  const at = atPortal(name);

  it('prints the backup code that the portal shows, on a page whose address does not hold it, and once', async () => {
    const customerArea = portalPage(at.page, at.portal.url);
    await customerArea.logIn();
    await customerArea.startEnrolment();
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.found);
    await screen.withoutPassphrase();
    await popup.waitFor('[data-step=add]');
    await screen.addFound();
    await popup.waitFor('[data-step=submit]');
    await popup.close();
    const backupCode = (await customerArea.confirm()).trim();
    const after = await at.browser.pressToolbar(at.page);
    await after.waitFor('[data-step=keep-backup]');
    await after.click({ button: 'backupPrint' });
    const sheet = await at.browser.ownPage('/print.html');
    expect(await sheet.text('.sheet code')).toBe(backupCode);
    expect(await sheet.text('.sheet dl')).toContain(new URL(at.portal.url).host);
    expect(await sheet.evaluate('location.href')).not.toContain(backupCode);
    const again = await sheet.evaluate(
      `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ kind: 'take-print' })`,
    );
    expect(again).toEqual({ kind: 'print', job: null });
    await sheet.evaluate(`dispatchEvent(new Event('pagehide'))`);
    expect(await sheet.text('.sheet')).not.toContain(backupCode);
    await sheet.close();
    const kept = await at.browser.pressToolbar(at.page);
    await kept.click({ button: 'backupKeep' });
    await kept.waitFor('.notice-success');
    await kept.close();
  });

  it('keeps an account that the portal ended where it can be put back, and leads to the settings that start anew', async () => {
    await at.page.bringToFront();
    await portalPage(at.page, at.portal.url).disable();
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.stale);
    await screen.openFirstAccount();
    await popup.click({ button: 'removeButton' });
    await popup.waitForNone('li.row');
    await screen.openSettings();
    await popup.click({ button: 'removedTitle' });
    expect(await popup.text('.removed')).toContain(new URL(at.portal.url).host);
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
    await at.page.goto(at.portal.url);
    const overview = await at.browser.pressToolbar(at.page);
    await Promise.all([at.page.waitForNavigation(), overview.click({ button: 'helpSecurity' })]);
    expect(at.page.url()).toBe(`${at.portal.url}/security`);
  });
});
