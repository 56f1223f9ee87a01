import { describe, expect, it } from 'vitest';
import { decodeBase32 } from '../../lib/otp/base32.ts';
import { codeAt } from '../../lib/otp/code.ts';
import { parametersOf } from '../../portal/key-uri.ts';
import { atPortal } from '../support/e2e/at-portal.ts';
import { browsers } from '../support/e2e/driver.ts';
import { portalPage, textOfPage } from '../support/e2e/portal-page.ts';

describe.each(browsers)('in %s', (name) => {
  const at = atPortal(name, { variants: true });

  it('the customer area enrols in a window without a toolbar, which closes and leaves the new state behind', async () => {
    const area = portalPage(at.page, at.portal.url);
    await area.logIn();
    const window = await area.startEnrolmentAs({ qr: 'png', box: 'single', place: 'window' });
    // Chromium without a screen says of every window that its toolbar is visible; what kind of window it is, it says rightly.
    const kinds = '(async () => (await chrome.windows.getAll()).map(({ type }) => type).sort())()';
    expect(await at.browser.evaluateInBackground(kinds)).toEqual(['normal', 'popup']);
    expect(await window.$('header')).toBeNull();

    await window.type('#inputCode', '12345');
    await Promise.all([window.waitForNavigation(), window.click('#btnSubmitCode')]);
    expect(await textOfPage(window)).toContain('The code was not accepted');

    const secret = decodeBase32((await window.$eval('#manualKey', (key) => key.textContent)).replaceAll(' ', ''));
    if (!secret.ok) throw new Error('the manual key is not base32');
    await window.type('#inputCode', codeAt(parametersOf(secret.value), Date.now()).code);
    // The page behind is right before the window is closed: some close it by its frame.
    await Promise.all([at.page.waitForNavigation(), area.confirmOn(window)]);
    await at.page.waitForSelector('a.twofa-config-link.disable');
    expect(await window.$eval('.twofa-setup .backup-code', (code) => code.textContent)).toMatch(/^\S{5}(-\S{5}){3}$/);

    const closed = new Promise<void>((resolve) => window.once('close', () => resolve()));
    // The press ends the window, often before the browser has said that it was made.
    await Promise.all([closed, window.click('#btnClose').catch(() => {})]);
    expect(await textOfPage(at.page)).toContain('Two-factor authentication is enabled');
  });
});
