import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import type { Popup } from '../../support/e2e/popup.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { SHORTEST_SECONDS, withShortClearing } from '../../support/e2e/short-clearing.ts';
import { textOf } from '../../support/e2e/text.ts';
import { until } from '../../support/e2e/until.ts';

// By a document that nobody sees, and by a background that slept.
const pending = {
  chromium: 'chrome.offscreen.hasDocument()',
  firefox: `browser.alarms.get('clear-clipboard').then((alarm) => alarm !== undefined)`,
};

// The real clipboard, and the shortest time that can be chosen.
describe.each(browsers)('in %s, a code that was copied by a popup that closed', (name) => {
  let browser: Driver;

  const open = async (): Promise<Popup> => browser.pressToolbar(await browser.newPage());
  const isPending = (): Promise<unknown> => browser.evaluateInBackground(pending[name]);
  async function copyAndClose(): Promise<void> {
    const popup = await open();
    await popup.click('li .code');
    const told = textOf('clearCopiedLater').replace('$1', SHORTEST_SECONDS);
    await until('the popup says what becomes of it', async () => (await popup.text('li .copied')) === told);
    expect(await browser.clipboard(popup)).toMatch(/^\d{6}$/);
    await popup.close();
  }

  beforeAll(async () => {
    // Chromium's question cannot be answered headless.
    browser = await launch(name, name === 'chromium' ? { granted: ['clipboardWrite', 'offscreen'] } : {});
    await withShortClearing(browser);
  });
  afterAll(() => browser?.close());

  it('is cleared after its time where the customer allowed it', async () => {
    let popup = await open();
    await popupPage(popup).openSettings();
    if (name === 'firefox') {
      await popup.click({ labelled: 'clearClosed' });
      await browser.allowSite();
      popup = await open();
      await popupPage(popup).openSettings();
    }
    await popup.waitFor({ labelled: 'clearClosed', checked: true });
    await popup.close();
    await copyAndClose();
    if (name === 'firefox') await browser.stopBackground();
    await until('the time is over', async () => !(await isPending()));
    expect(await browser.clipboard(await open())).toBe('');
  });

  it('stays once the permission was given back', async ({ skip }) => {
    skip(name === 'chromium', 'Chromium had it at installation here, and takes nothing back that it had then');
    await copyAndClose();
    const popup = await open();
    await popupPage(popup).openSettings();
    await popup.click({ labelled: 'clearClosed' });
    await until('the permission is gone', async () => {
      const asked = `browser.permissions.contains({ permissions: ['clipboardWrite'] })`;
      return !(await browser.evaluateInBackground(asked));
    });
    expect(await isPending()).toBe(false);
    expect(await browser.clipboard(popup)).toMatch(/^\d{6}$/);
  });
});
