import type { Page } from 'puppeteer-core';
import { checkBoth, type Walk } from './walk.ts';

/** One account in the page of all accounts: as it opens, its form, its backup codes' question, and the one before its removal. */
export async function openedAccountScreens(walk: Walk, manager: Page): Promise<void> {
  const { check, pressIn, words } = walk;
  await manager.locator('.account-row [data-control=open]').click();
  await manager.waitForSelector('.account');
  await checkBoth(walk, manager, '78-manager-account');
  await pressIn(manager, 'Edit');
  await manager.waitForSelector('.edit-account');
  await check(manager, '78-manager-account-edit');
  await manager.keyboard.press('Escape');
  await manager.waitForSelector('.account');
  await pressIn(manager, 'Remove from Doorcode');
  await manager.waitForSelector('.account-change h2');
  await check(manager, '78-manager-account-remove');
  await manager.keyboard.press('Escape');
  await pressIn(manager, 'Move to a phone');
  const address = new URL(manager.url()).hash;
  const target = await manager
    .browser()
    .waitForTarget((each) => each.url().includes('/popup.html?tab=') && each.url().endsWith(address));
  const screen = await target.asPage();
  const named = words.of('Show QR for a phone').map((text) => `normalize-space()="${text}"`);
  await screen.waitForSelector(`::-p-xpath(//button[${named.join(' or ')}])`);
  await screen.close();
  // What it opened does not take the place of the page.
  await manager.bringToFront();
  await manager.keyboard.press('Escape');
  await manager.waitForSelector('.account-row');
}
