import type { Page } from 'puppeteer-core';
import encodeQr from 'qr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { type SmallSite, serveSmallSite } from '../support/e2e/small-site.ts';
import { textOf } from '../support/e2e/text.ts';
import { until } from '../support/e2e/until.ts';

// A made-up secret and made-up codes, as many as sites of the kind give.
const key = 'otpauth://totp/Harbour:ada?secret=JBSWY3DPEHPK3PXP&issuer=Harbour';
const codes = Array.from({ length: 10 }, (_, index) => `k${index}mp4-9x${index}tz`);
const pages = {
  '/enrol': {
    body: `<main><h1>Set up two-factor authentication</h1>${encodeQr(key, 'svg')}
      <form><label>Authentication code <input name="otp" maxlength="6"></label><button>Enable</button></form></main>
      <script>
        document.forms[0].addEventListener('submit', (event) => {
          event.preventDefault();
          document.querySelector('main').innerHTML = ${JSON.stringify(`
            <h1>Two-factor authentication has been enabled</h1>
            <p>Save these recovery codes in a safe place. Each can be used once.</p>
            <ul>${codes.map((code) => `<li>${code}</li>`).join('')}</ul>`)};
        });
      </script>`,
  },
  '/rescue': {
    body: `<h1>Two-factor authentication</h1>
      <form action="/account"><label>Recovery code <input name="recovery_code"></label><button>Log in</button></form>`,
  },
  '/account': { body: '<h1>Hello, Ada</h1><p>Your orders</p><a href="/logout">Log out</a>' },
};

describe.each(browsers)('in %s', (name) => {
  let browser: Driver;
  let site: SmallSite;
  let page: Page;

  beforeAll(async () => {
    site = await serveSmallSite(() => pages);
    browser = await launch(name);
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it("keeps a site's list of recovery codes, fills one where the site asks for it, and strikes it out once accepted", async () => {
    await page.goto(`${site.at('list')}/enrol`);
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await screen.openVault();
    await screen.addFound();
    await popup.close();
    await page.click('button');
    await until('the sign + on the toolbar button', async () => (await browser.badge()) === '+');
    const offered = await browser.pressToolbar(page);
    await offered.waitFor(screen.at.backupCode);
    expect(await offered.count(screen.at.backupCode)).toBe(codes.length);
    expect(await offered.text('.backup-codes')).toBe(codes.join(''));
    expect(await offered.text(screen.at.backupQuote)).toContain('Save these recovery codes');
    await offered.click({ button: 'backupKeep' });
    await offered.waitFor('.notice-success');
    await offered.close();

    await page.goto(`${site.at('list')}/rescue`);
    const rescue = await browser.pressToolbar(page);
    await popupPage(rescue).openFirstAccount();
    await rescue.click({ button: 'keptFill' });
    await rescue.waitFor('.notice-success');
    await rescue.close();
    const box = () => page.$eval('input', ({ value }) => value);
    expect(await box()).toBe(codes[0]);
    await Promise.all([page.waitForNavigation(), page.click('button')]);
    const after = await browser.pressToolbar(page);
    await popupPage(after).openFirstAccount();
    const left = textOf('keptCount')
      .replace('$1', String(codes.length - 1))
      .replace('$2', '1');
    await until('one of them counts as used', async () => (await after.text('section.account')).includes(left));
    await after.click({ button: 'keptShow' });
    await after.click(screen.at.submit);
    await after.waitFor('.backup-codes s');
    expect(await after.text('.backup-codes s')).toBe(codes[0]);
    await after.close();
  });
});
