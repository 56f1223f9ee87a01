import type { Page } from 'puppeteer-core';
import type { Driver } from './driver.ts';
import { popupPage } from './popup-page.ts';

/** Has codes filled by themselves at the site in front, which the extension was given before, and waits until that is on. */
export async function fillByItself(browser: Driver, page: Page): Promise<void> {
  const popup = await browser.pressToolbar(page);
  await popupPage(popup).fillByItselfHere();
  await popup.waitForNone(popupPage(popup).at.automatic);
  await popup.close();
}
