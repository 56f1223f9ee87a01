import { typeKeyBack } from './form-steps.ts';
import { managerNow } from './manager-screens.ts';
import type { Walk } from './walk.ts';

/** No passphrase: what is empty, what is held down, and a computer that lost its key. */
export async function computerScreens(walk: Walk): Promise<void> {
  const { site, check, open, openOn, press } = walk;
  let popup = await openOn('/enrol');
  await press('Yes, only mine');
  await press('Go on without a passphrase');
  await popup.waitForSelector('.recovery-code');
  const computerKey = await typeKeyBack(walk, popup);
  // Another site: what was found here waits for the customer on all pages of this one.
  popup = await openOn('/plain', site.replace('127.0.0.1', 'elsewhere.localhost'));
  await popup.waitForSelector('.empty');
  await check(popup, '56-empty');
  await managerNow(walk, '79-manager-empty', '.section-links');
  popup = await openOn('/enrol');
  await popup.locator('.card [data-first-act]').click();
  await popup.waitForSelector('.added:not([data-fill=filling])');
  await popup.locator('button.more').click();
  await press('Show QR for a phone');
  await popup.waitForSelector('button.hold');
  await check(popup, '35-hold');
  const keys = await open('keys.html');
  await keys.waitForSelector('#keys-title');
  await check(keys, '52-keys-this-computer');
  await keys.locator('[data-act=computer]').click();
  await keys.waitForSelector('button.hold');
  await check(keys, '53-keys-hold');
  await keys.close();
  // As the browser does when its data is cleared.
  await popup.evaluate(async () => {
    await Reflect.get(globalThis, 'chrome').storage.session.clear();
    const opening = indexedDB.open('doorcode-keys');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const { result } = opening;
    const emptied = result.transaction('keys', 'readwrite');
    emptied.objectStore('keys').clear();
    await new Promise((resolve) => {
      emptied.oncomplete = resolve;
    });
    result.close();
  });
  popup = await openOn('/plain');
  await press('Unlock');
  await popup.waitForSelector('.notice-warning');
  await check(popup, '54-computer-key-gone');
  await popup.locator('form input').fill(computerKey);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('#after-title');
  await check(popup, '55-computer-again');
}
