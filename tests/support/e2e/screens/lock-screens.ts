import { managerNow } from './manager-screens.ts';
import type { Walk } from './walk.ts';

/**
 * Locked, opened by the emergency key, and unreadable.
 * @param code the emergency key
 */
export async function lockScreens(walk: Walk, code: string): Promise<void> {
  const { later, words, check, openOn, press } = walk;
  let popup = await openOn('/plain');
  await press('Add from page');
  await popup.waitForSelector('#nothing-title');
  await check(popup, '14-nothing-found');
  await press('Lock');
  await popup.waitForSelector('#unlock-title');
  await later(0);
  await check(popup, '15-locked');
  await popup.type('input[type=password]', 'not this one');
  await popup.keyboard.press('Enter');
  await popup.waitForFunction(
    (problem) => document.querySelector('.problem')?.textContent === problem,
    {},
    words.at('unlockWrongPassphrase'),
  );
  await check(popup, '16-wrong-passphrase');
  await press('Forgot the passphrase?');
  await popup.locator('form input').fill(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.problem');
  await check(popup, '50-emergency-key-mistyped');
  await popup.locator('form input').fill(code);
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('#after-title');
  await check(popup, '51-new-passphrase');
  await press('Later');
  await popup.waitForSelector('.row');
  await press('Lock');
  await popup.waitForSelector('#unlock-title');
  const cut = async (names: readonly string[]) => {
    const { storage } = Reflect.get(globalThis, 'chrome');
    const stored = await storage.local.get([...names]);
    for (const name of Object.keys(stored)) stored[name] = stored[name].slice(0, 300);
    await storage.local.set(stored);
  };
  await popup.evaluate(cut, ['vault.a', 'vault.b']);
  popup = await openOn('/plain');
  await popup.waitForSelector('.copies button');
  await check(popup, '17-unreadable');
  await managerNow(walk, '79-manager-unreadable', '#unreadable-title');
  await press('Restore a saved copy or begin anew');
  await popup.waitForSelector('#anew-title');
  await check(popup, '81-begin-anew');
  await press('Back');
  await popup.locator('.copies button.primary').click();
  await popup.waitForSelector('#open-copy-title');
  await check(popup, '82-open-copy');
  await popup.type('input[type=password]', 'a passphrase of words');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.row');
  await popup.evaluate(async () => {
    const { storage } = Reflect.get(globalThis, 'chrome');
    const note = { id: 'of the test', generation: 9, sinceUnixMs: 1_795_000_000_000, dismissed: false };
    await storage.local.set({ 'vault.missed': note });
  });
  popup = await openOn('/login');
  await popup.waitForSelector('.notice-warning');
  await check(popup, '83-missed');
  await popup.evaluate(async () => {
    const { storage } = Reflect.get(globalThis, 'chrome');
    await storage.local.clear();
    await storage.session.clear();
    indexedDB.deleteDatabase('doorcode-copy');
  });
}
