import { openedAccountScreens } from './opened-account-screens.ts';
import { checkBoth, smallWindow, type Walk } from './walk.ts';

/** That page as it is opened now, once something is there. */
export async function managerNow({ check, open }: Walk, name: string, there: string): Promise<void> {
  const manager = await open('manager.html');
  await manager.waitForSelector(there);
  await check(manager, name);
  await manager.close();
}

/** That page while the background says nothing: what stands for the answer is not seen in its first moments. */
export async function managerLoading({ chromium, check, extension }: Walk): Promise<void> {
  const manager = await chromium.newPage();
  await manager.setViewport(smallWindow);
  await manager.evaluateOnNewDocument(() => {
    const { runtime } = Reflect.get(globalThis, 'chrome');
    runtime.sendMessage = () => new Promise(() => {});
  });
  await manager.goto(`${extension}manager.html`);
  const bars = await manager.waitForSelector('.placeholder');
  const seen = await bars?.evaluate((element) => {
    if (!(element instanceof HTMLElement)) return [];
    // What has ended is listed no more, so it begins anew; the page's policy allows no attribute for that.
    element.style.animation = 'none';
    element.getBoundingClientRect();
    element.style.animation = '';
    const [shown] = element.getAnimations();
    return [140, 160].map((elapsedMs) => {
      if (shown !== undefined) shown.currentTime = elapsedMs;
      return getComputedStyle(element).visibility;
    });
  });
  if (seen?.join() !== 'hidden,visible') throw new Error(`after 140 and 160 ms the bars are ${seen?.join()}`);
  await check(manager, '79-manager-loading');
  await manager.close();
}

/** The page of all accounts: each section, what is done with several accounts, and how it is locked. */
export async function managerScreens(walk: Walk): Promise<void> {
  const { check, open, pressIn } = walk;
  const manager = await open('manager.html');
  await manager.waitForSelector('.account-row');
  await checkBoth(walk, manager, '76-manager');
  await manager.locator('.account-row [data-control=pin]').click();
  await manager.waitForSelector('.foot .notice-success');
  // The row goes elsewhere then, and a press would not get it.
  await manager.waitForSelector('section > h2 + .rows');
  await manager.locator('.account-row [data-control=group]').click();
  await manager.locator('.group-form input').fill('Work');
  await check(manager, '77-manager-group');
  await manager.keyboard.press('Enter');
  await manager.waitForSelector('.chip');
  await manager.locator('.account-row [data-control=select]').click();
  await pressIn(manager, 'Remove');
  await manager.waitForSelector('.selection h2');
  await check(manager, '78-manager-remove');
  await manager.keyboard.press('Escape');
  await openedAccountScreens(walk, manager);
  for (const section of ['health', 'copies', 'move', 'leave', 'security', 'sites', 'check', 'help', 'removed']) {
    await manager.evaluate((hash) => {
      location.hash = hash;
    }, section);
    await manager.waitForSelector('.account-row', { hidden: true });
    await manager.waitForSelector('main:not([aria-busy=true]) h1');
    await checkBoth(walk, manager, `79-manager-${section}`);
    if (section !== 'sites') continue;
    await manager.locator('.section-links [aria-expanded]').click();
    await manager.waitForSelector('.site-question');
    await check(manager, '79-manager-sites-stop');
  }
  await manager.evaluate(() => {
    location.hash = 'leave';
  });
  await manager.locator('[data-format=bitwarden]').click();
  await manager.waitForSelector('input[autocomplete=current-password]');
  await check(manager, '79-manager-leave-asking');
  await pressIn(manager, 'Cancel');
  await manager.locator('[data-format=aegis-sealed]').click();
  await manager.locator('input[autocomplete=current-password]').fill('a passphrase of words');
  await manager.keyboard.press('Enter');
  await manager.waitForSelector('input[autocomplete=new-password]');
  await check(manager, '79-manager-leave-passphrase');
  await manager.evaluate(() => {
    location.hash = 'accounts';
  });
  await pressIn(manager, 'Lock');
  const box = await manager.waitForSelector('input[autocomplete=current-password]');
  await check(manager, '79-manager-locked');
  await box?.type('a passphrase of words');
  await manager.keyboard.press('Enter');
  await manager.waitForSelector('.account-row');
  await manager.close();
}
