import type { Page } from 'puppeteer-core';
import encodeQr from 'qr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { type SmallSite, serveSmallSite } from '../support/e2e/small-site.ts';

// Pages that do not behave: what a customer wants from them is on them all the same. The secrets are made up.
const key = (account: string) => `otpauth://totp/Harbour:${account}?secret=JBSWY3DPEHPK3PXP&issuer=Harbour`;
const picture = (text: string) => encodeQr(text, 'svg');

describe.each(browsers)('in %s', (name) => {
  let browser: Driver;
  let site: SmallSite;
  let page: Page;

  beforeAll(async () => {
    site = await serveSmallSite((port) => ({
      '/endless': { body: picture(key('endless')), endless: true },
      '/advertisement': { body: 'Buy', endless: true },
      '/framed': {
        body: `${picture(key('framed'))}<iframe src="http://ads.localhost:${port}/advertisement"></iframe>`,
      },
    }));
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

  it.each(['endless', 'framed'])('finds the code on a page that never ends loading: %s', async (path) => {
    void page.goto(`${site.at('odd')}/${path}`).catch(() => {});
    await page.waitForFunction(
      (at) => location.pathname === at && document.querySelector('svg') !== null,
      {},
      `/${path}`,
    );
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.add);
    expect(await popup.text(screen.at.found)).toContain(path);
    await popup.close();
  });
});
