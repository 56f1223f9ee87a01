import type { Driver } from './driver.ts';
import { popupPage } from './popup-page.ts';

/** The shortest time after which a copied code can be cleared, in seconds as the popup says them. */
export const SHORTEST_SECONDS = '10';

/** Makes a vault with one account, whose codes change by a press alone, and has copied codes cleared after the shortest time. */
export async function withShortClearing(browser: Driver): Promise<void> {
  const popup = await browser.pressToolbar(await browser.newPage());
  await popupPage(popup).choosePassphrase('a passphrase of words');
  await popup.evaluate(`(async () => {
    const api = globalThis.browser ?? chrome;
    const codes = { kind: 'hotp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0 };
    const form = { issuer: 'Acme', account: 'ada', secretText: 'JBSWY3DPEHPK3PXP', ...codes };
    await api.runtime.sendMessage({ kind: 'add-manual', form });
    await api.storage.local.set({ habits: { clearSeconds: ${SHORTEST_SECONDS} } });
  })()`);
  await popup.close();
}
