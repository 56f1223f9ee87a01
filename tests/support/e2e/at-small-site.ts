import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { type BrowserName, type Driver, launch } from './driver.ts';
import { popupPage } from './popup-page.ts';
import { type SmallPage, type SmallSite, serveSmallSite } from './small-site.ts';
import { underWay } from './under-way.ts';

/** A small site, a browser whose vault is open, and the page that it opened first. */
export type AtSmallSite = { readonly site: SmallSite; readonly browser: Driver; readonly page: Page };

/**
 * Declares, in a `describe`, that its tests share a small site and a browser with an open vault and one page; asked for before the
 * tests run, they throw.
 */
export function atSmallSite(
  name: BrowserName,
  pages: (port: number) => Readonly<Record<string, SmallPage>>,
): AtSmallSite {
  let site: SmallSite | undefined;
  let browser: Driver | undefined;
  let page: Page | undefined;

  beforeAll(async () => {
    site = await serveSmallSite(pages);
    browser = await launch(name);
    page = await browser.newPage();
    await page.goto(`${site.at('odd')}/`);
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).openVault();
    await popup.close();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  return {
    get site() {
      return underWay(site);
    },
    get browser() {
      return underWay(browser);
    },
    get page() {
      return underWay(page);
    },
  };
}
