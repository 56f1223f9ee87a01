import { opfsFolder } from '../opfs-folder.ts';
import { proveCopy } from './form-steps.ts';
import type { Walk } from './walk.ts';

/** The question for a copy, and the page of saved copies. */
export async function copiesScreens(walk: Walk): Promise<void> {
  const { later, site, extension, check, openOn, press } = walk;
  // Nobody is asked for a copy in the first minutes of an account.
  await later(660_000);
  // At a site of no account, where no other question waits.
  let popup = await openOn('/plain', site.replace('127.0.0.1', 'elsewhere.localhost'));
  await popup.waitForSelector('.save-copy');
  await popup.$eval('.save-copy', (part) => part.scrollIntoView({ block: 'end' }));
  await check(popup, '70-ask-for-copy');
  await press('Make a saved copy');
  await popup.waitForSelector('input[autocomplete=current-password]');
  await popup.goto(`${extension}copies.html`);
  await popup.waitForSelector('main:not([aria-busy=true])');
  await proveCopy(walk, popup, '71-copies');
  await check(popup, '71-copies');
  for (const field of await popup.$$('input[autocomplete=new-password]')) await field.type('words for the copies');
  await press('Use this passphrase');
  await popup.waitForSelector('#copies-folder');
  await check(popup, '72-copies-no-folder');
  await opfsFolder(popup).pick();
  await popup.reload();
  await popup.waitForSelector('#copies-files ~ ul li');
  await check(popup, '73-copies-folder');
  await popup.evaluate(() => {
    Reflect.set(FileSystemHandle.prototype, 'queryPermission', async () => 'prompt');
    window.dispatchEvent(new Event('focus'));
  });
  await popup.waitForFunction(() => document.querySelector('#copies-files') === null);
  await check(popup, '74-copies-needs-press');
  await opfsFolder(popup).empty();
  popup = await openOn('/plain');
  await press('Settings');
  await popup.waitForSelector('.copy-health');
  await popup.$eval('.copy-health', (part) => part.scrollIntoView({ block: 'center' }));
  await check(popup, '75-settings-copies');
}
