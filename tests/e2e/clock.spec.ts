import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { startPortal, type TestPortal } from '../support/e2e/portal.ts';
import { type SmallSite, serveSmallSite } from '../support/e2e/small-site.ts';
import { textOf } from '../support/e2e/text.ts';

const wholeMinutes = 10;

// The portal's clock is this computer's; the other sites give a time of their own, or none.
describe.each(browsers)('in %s', (name) => {
  let browser: Driver;
  let portal: TestPortal;
  let late: SmallSite;
  let silent: SmallSite;
  let page: Page;

  beforeAll(async () => {
    portal = await startPortal();
    const date = () => new Date(Date.now() - wholeMinutes * 60_000).toUTCString();
    late = await serveSmallSite(() => ({ '/': { body: 'Late', headers: { Date: date() } } }));
    silent = await serveSmallSite(() => ({ '/': { body: 'Silent', headers: { Date: 'some day' } } }));
    browser = await launch(name);
    page = await browser.newPage();
    await page.goto(`${portal.url}/login`);
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).openVault();
    await popup.close();
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    await late?.close();
    await silent?.close();
  });

  it.each([
    ['agrees with the site', () => portal.url, 'clockRight'],
    ['is ahead of the site', () => late.at('late'), 'clockAhead'],
    ['cannot be compared', () => silent.at('silent'), 'clockUnknown'],
  ] as const)('says on request that the clock %s', async (_, origin, key) => {
    await page.goto(`${origin()}/`);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'HEAD') asked.push(request.url());
    });
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).openSettings();
    await popup.waitFor({ button: 'clockCheck' });
    expect(asked).toEqual([]);
    await popup.click({ button: 'clockCheck' });
    await popup.waitFor('.notice');
    const { host } = new URL(origin());
    const said = (await popup.text('.notice')).replace(/\d+ s/, '$ s');
    expect(asked[0]).toBe(`${origin()}/`);
    expect(said).toBe(
      textOf(key)
        .replace(/\$\d s/, '$ s')
        .replace(/\$\d/, host),
    );
    await popup.close();
  });
});
