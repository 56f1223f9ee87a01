import type { Page } from 'puppeteer-core';
import type { Walk } from './walk.ts';

/** Types the emergency key that is shown back, and gives it. */
export async function typeKeyBack({ pressIn }: Walk, screen: Page): Promise<string> {
  const code = await screen.$eval('.recovery-code', (shown) => shown.textContent?.trim() ?? '');
  await screen.locator('section[aria-labelledby=recovery-title] input').fill(code);
  await pressIn(screen, 'I have it, go on');
  // A window that closes earlier keeps nothing.
  await screen.waitForSelector('.recovery-code', { hidden: true });
  await screen.waitForSelector('main:not([aria-busy=true])');
  return code;
}

/** Asks for the passphrase of Doorcode before one for a copy is chosen: gives a wrong one, then the right one. */
export async function proveCopy({ check, press }: Walk, popup: Page, name: string): Promise<void> {
  const box = await popup.waitForSelector('input[autocomplete=current-password]');
  await check(popup, `${name}-prove`);
  await box?.type('not this one');
  await press('Next');
  await popup.waitForSelector('.problem');
  await check(popup, `${name}-wrong`);
  await popup.locator('input[autocomplete=current-password]').fill('a passphrase of words');
  await press('Next');
  await popup.waitForSelector('input[autocomplete=new-password]');
}
