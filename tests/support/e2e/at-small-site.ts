import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { type BrowserName, type Driver, type LaunchOptions, launch } from './driver.ts';
import { popupPage } from './popup-page.ts';
import { type SmallPage, type SmallSite, serveSmallSite } from './small-site.ts';
import { underWay } from './under-way.ts';

/** A small site, a browser whose vault is open, the page that it opened first, and the origin of the site's that it began at. */
export type AtSmallSite = {
  readonly site: SmallSite;
  readonly browser: Driver;
  readonly page: Page;
  readonly origin: string;
};

/** Where and how the tests begin: at `host` of the site, with whatever opens the vault there. */
export type Beginning = {
  readonly host: string;
  readonly launched?: LaunchOptions;
  readonly begin: (at: AtSmallSite) => Promise<void>;
};

/** Gives the extension every site of this computer. */
export const everyLocalSite: LaunchOptions = { granted: ['http://*.localhost/*'] };

const withEmptyVault: Beginning = {
  host: 'odd',
  async begin({ browser, page, origin }) {
    await page.goto(`${origin}/`);
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).openVault();
    await popup.close();
  },
};

/**
 * Declares, in a `describe`, that its tests share a small site and a browser with an open vault and one page; asked for before the
 * tests run, they throw. The vault is empty unless `begin` puts something there.
 */
export function atSmallSite(
  name: BrowserName,
  pages: (port: number) => Readonly<Record<string, SmallPage>>,
  { host, launched, begin }: Beginning = withEmptyVault,
): AtSmallSite {
  let site: SmallSite | undefined;
  let browser: Driver | undefined;
  let page: Page | undefined;

  const at: AtSmallSite = {
    get site() {
      return underWay(site);
    },
    get browser() {
      return underWay(browser);
    },
    get page() {
      return underWay(page);
    },
    get origin() {
      return underWay(site).at(host);
    },
  };

  beforeAll(async () => {
    site = await serveSmallSite(pages);
    browser = await launch(name, launched);
    page = await browser.newPage();
    await begin(at);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  return at;
}
