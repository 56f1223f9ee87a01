import { randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { formatKeyUri } from '../../../lib/otp/key-uri.ts';
import { addFromLink } from './customers.ts';
import { type BrowserName, type Driver, launch } from './driver.ts';
import { codeIn } from './in-page-world.ts';
import { popupPage } from './popup-page.ts';
import { type SmallPage, type SmallSite, serveSmallSite } from './small-site.ts';
import { underWay } from './under-way.ts';

/** The box of an attacked page that waits for a code. */
export const codeBox =
  '<form><label>6-digit code from your authenticator <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6"></label></form>';

/** What came of a press that asks for the code: what the background answered, and what the box holds. */
export type Filled = { readonly answer: unknown; readonly inBox: string };

/** An attacked site, a browser that was given every site of this computer, and the page that it opened. */
export type AtAttackedSite = {
  readonly site: SmallSite;
  readonly browser: Driver;
  readonly page: Page;
  /** Of the site's account, which counts, so that no code has to be waited for: its secret, and the origin that it belongs to. */
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly origin: string;
  readonly open: (path: string) => Promise<void>;
  /** Asks for the site's code by the popup over the page, past every button. */
  readonly fill: () => Promise<Filled>;
};

/** Declares, in a `describe`, that its tests share such a site with an open vault; asked for before the tests run, they throw. */
export function atAttackedSite(
  name: BrowserName,
  pages: (port: number) => Readonly<Record<string, SmallPage>>,
): AtAttackedSite {
  const secret = new Uint8Array(randomBytes(20));
  let site: SmallSite | undefined;
  let browser: Driver | undefined;
  let page: Page | undefined;

  beforeAll(async () => {
    site = await serveSmallSite(pages);
    browser = await launch(name, { granted: ['http://*.localhost/*'] });
    page = await browser.newPage();
    const parameters = { type: 'hotp', secret, algorithm: 'SHA1', digits: 6, counter: 0 } as const;
    const keyUri = formatKeyUri({ issuer: 'Harbour', account: 'ada@example.com', parameters });
    await addFromLink(browser, page, site.at('attacked'), keyUri);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const at: AtAttackedSite = {
    secret,
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
      return underWay(site).at('attacked');
    },
    open: async (path) => void (await at.page.goto(`${at.origin}${path}`)),
    async fill() {
      const popup = await at.browser.pressToolbar(at.page);
      await popup.waitFor(popupPage(popup).at.code);
      const answer = await popupPage(popup).fillFirstAnyway();
      await popup.close();
      return { answer, inBox: await codeIn(at.browser) };
    },
  };
  return at;
}
