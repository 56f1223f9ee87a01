import type { Walk } from './walk.ts';

/** A code is found and added; what else a page can show; the codes. */
export async function addingScreens({ check, openOn, press }: Walk): Promise<void> {
  let popup = await openOn('/enrol');
  await popup.waitForSelector('.card');
  await check(popup, '03-found-before-choice');
  await press('Yes, only mine');
  await popup.waitForSelector('input[autocomplete=new-password]');
  for (const field of await popup.$$('input[autocomplete=new-password]')) await field.type('a passphrase of words');
  await press('Protect with this passphrase');
  await popup.waitForSelector('.card [data-first-act]');
  await check(popup, '04-found');
  await popup.locator('.card [data-first-act]').click();
  await popup.waitForSelector('.added');
  await popup.waitForSelector('.added[data-fill=filled] .next-step');
  await check(popup, '05-added');
  popup = await openOn('/many');
  await popup.waitForSelector('.others');
  await check(popup, '06-other-codes');
  popup = await openOn('/moved');
  await popup.waitForSelector('#moved-title');
  await check(popup, '07-moved');
  await press('Add all');
  await popup.waitForSelector('.notice-success');
  await check(popup, '08-moved-done');
  popup = await openOn('/login');
  await popup.waitForSelector('.row');
  await check(popup, '09-codes');
  await popup.type('input[type=search]', 'no such account');
  await popup.waitForSelector('.empty');
  await check(popup, '09-no-match');
  popup = await openOn('/login');
  await popup.waitForSelector('.row');
  // What the page is about is asked before, too.
  await popup.waitForSelector('.help-line:not([data-step=looking])');
  // As when the browser is closing, or the extension is put anew in its own place.
  await popup.evaluate(() => {
    Reflect.get(globalThis, 'chrome').runtime.sendMessage = () => Promise.reject(new Error('gone'));
  });
  await press('Lock');
  await popup.waitForSelector('.notice-error');
  await check(popup, '09-failed');
}
