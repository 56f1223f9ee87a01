import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import type { Popup } from '../../support/e2e/popup.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { textOf } from '../../support/e2e/text.ts';
import { until } from '../../support/e2e/until.ts';

// The real clipboard, and the shortest time that can be chosen.
describe.each(browsers)('in %s, a copied code', (name) => {
  let browser: Driver;
  let popup: Popup;

  beforeAll(async () => {
    browser = await launch(name);
    popup = await browser.pressToolbar(await browser.newPage());
    await popupPage(popup).choosePassphrase('a passphrase of words');
    await popup.evaluate(`(async () => {
      const api = globalThis.browser ?? chrome;
      const codes = { kind: 'hotp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0 };
      const form = { issuer: 'Acme', account: 'ada', secretText: 'JBSWY3DPEHPK3PXP', ...codes };
      await api.runtime.sendMessage({ kind: 'add-manual', form });
      await api.storage.local.set({ habits: { clearSeconds: 10 } });
    })()`);
    await popup.close();
    popup = await browser.pressToolbar(await browser.newPage());
  });
  afterAll(() => browser?.close());

  const told = () => popup.text('li .copied');

  it('is cleared after its time, in Firefox by the next press', async () => {
    await popup.click('li .code');
    const told10 = textOf(name === 'firefox' ? 'habitsCopiedPress' : 'habitsCopiedHere').replace('$1', '10');
    await until('the popup says when it is cleared', async () => (await told()) === told10);
    // The focus moves on, and stays in the window.
    await popup.press('Tab');
    // RFC 4226's algorithm over a test's secret: six digits.
    expect(await browser.clipboard(popup)).toMatch(/^\d{6}$/);
    await until('the popup says that it was cleared', async () => {
      if (name === 'firefox') await popup.click('li .strong');
      return (await told()) === textOf('habitsCleared');
    });
    expect(await browser.clipboard(popup)).toBe('');
  });
});
