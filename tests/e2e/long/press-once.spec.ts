import { randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyUriOf } from '../../../portal/key-uri.ts';
import { addFromLink } from '../../support/e2e/customers.ts';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { type SmallSite, serveSmallSite } from '../../support/e2e/small-site.ts';
import { until } from '../../support/e2e/until.ts';

const form =
  '<form action="/send"><h1>Two-factor authentication</h1><label>Authentication code <input name="otp" maxlength="6"></label><button>Verify</button></form>';
// It sends the last digit by itself, locks nothing, and has its answer after 1.5 s.
const byItself = `${form}<script>
  const box = document.querySelector('[name=otp]');
  box.addEventListener('input', () => { if (box.value.length === 6) fetch('/send?otp=' + box.value); });
</script>`;
// Longer than the button is waited for.
const PRESS_IS_OVER_MS = 6_000;

describe.each(browsers)('in %s, where the button is to be pressed too,', (name) => {
  let browser: Driver;
  let site: SmallSite;
  let page: Page;

  beforeAll(async () => {
    site = await serveSmallSite(() => ({
      '/plain': { body: form },
      '/slow': { body: byItself },
      '/send': { body: 'Thank you', lateMs: 1_500 },
    }));
    browser = await launch(name, name === 'chromium' ? { granted: ['http://*.localhost/*'] } : {});
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it.each([
    ['by the press alone, a page that sends nothing by itself', 'plain'],
    ['by itself alone, a page that takes 1.5 s for it and locks nothing', 'slow'],
  ])('gets the code once: %s', async (_, path) => {
    const origin = site.at(path);
    await addFromLink(browser, page, origin, keyUriOf(new Uint8Array(randomBytes(20)), `${path}@example.com`));
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).fillByItselfHere();
    await browser.allowSite();
    await popup.waitForNone(popupPage(popup).at.automatic);
    await popupPage(popup).openSettings();
    await popup.click('h2 + p + .check input:not(:checked), .check + .check input:not(:checked)');
    await popup.close();
    const codes = () => site.asked.filter((asked) => asked.includes(`${path}.localhost`) && asked.includes('/send'));
    await page.goto(`${origin}/${path}`);
    await until('the site has a code', async () => codes().length > 0);
    const received = performance.now();
    await until('the time of a press is over', async () => performance.now() - received > PRESS_IS_OVER_MS);
    expect(codes()).toHaveLength(1);
  });
});
