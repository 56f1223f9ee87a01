import type { Page } from 'puppeteer-core';
import type { Walk } from './walk.ts';

/** From the settings and back: how codes are shown, codes that are covered, and one in large. */
export async function habitScreens({ check, press, words }: Walk, popup: Page): Promise<void> {
  const cover = async (): Promise<void> => {
    await popup.locator(`::-p-xpath(//label[normalize-space()="${words.at('habitsHidden')}"])`).click();
  };
  await cover();
  await check(popup, '90-habits');
  await press('Back');
  await popup.waitForSelector('.row .cover');
  await check(popup, '91-covered');
  await popup.locator('.row .enlarge').click();
  await popup.waitForSelector('.large');
  await check(popup, '92-large');
  await press('Back');
  await press('Settings');
  await cover();
  await popup.waitForSelector('main:not([aria-busy=true]) #settings-title');
}
