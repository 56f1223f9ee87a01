import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import encodeQr from 'qr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { askFromElsewhere } from '../support/e2e/from-elsewhere.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { type SmallSite, serveSmallSite } from '../support/e2e/small-site.ts';
import { textOf } from '../support/e2e/text.ts';
import { until } from '../support/e2e/until.ts';

// A made-up secret and made-up codes, as many as sites of the kind give.
const key = 'otpauth://totp/Harbour:ada?secret=JBSWY3DPEHPK3PXP&issuer=Harbour';
const codes = Array.from({ length: 10 }, (_, index) => `k${index}mp4-9x${index}tz`);
const newCodes = codes.map((code) => code.replace('mp4', 'qr7'));
const shown = (list: readonly string[]) => `
  <p>Save these recovery codes in a safe place. Each can be used once.</p>
  <ul>${list.map((code) => `<li>${code}</li>`).join('')}</ul>`;
const passphrase = 'four words of ada';
const pages = {
  '/enrol': {
    body: `<main><h1>Set up two-factor authentication</h1>${encodeQr(key, 'svg')}
      <form><label>Authentication code <input name="otp" maxlength="6"></label><button>Enable</button></form></main>
      <script>
        document.forms[0].addEventListener('submit', (event) => {
          event.preventDefault();
          history.pushState({}, '', '/done');
          document.querySelector('main').innerHTML = ${JSON.stringify(`
            <h1>Two-factor authentication has been enabled</h1>${shown(codes)}`)};
        });
      </script>`,
  },
  '/rescue': {
    body: `<h1>Two-factor authentication</h1>
      <form action="/account"><label>Recovery code <input name="recovery_code"></label><button>Log in</button></form>`,
  },
  '/new-codes': { body: `<main><h1>Two-factor authentication</h1>${shown(newCodes)}</main>` },
  '/account': { body: '<h1>Hello, Ada</h1><p>Your orders</p><a href="/logout">Log out</a>' },
};

// No site is allowed here: the press's grant outlives a navigation within the exact origin in Chromium, and none in Firefox.
const afterNavigation = { chromium: 'without a press', firefox: 'by the next press of the button' } as const;

describe.each(browsers)('in %s', (name) => {
  let browser: Driver;
  let site: SmallSite;
  let page: Page;
  const box = () => page.$eval('input', ({ value }) => value);

  beforeAll(async () => {
    site = await serveSmallSite(() => pages);
    browser = await launch(name);
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it("hears without a press of a site's list of recovery codes, which a script shows under a new address, and keeps it on one", async () => {
    await page.goto(`${site.at('list')}/enrol`);
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await screen.choosePassphrase(passphrase);
    await screen.addFound();
    await popup.close();
    await page.click('button');
    await until('the sign + on the toolbar button', async () => (await browser.badge()) === '+');
    expect(new URL(page.url()).pathname).toBe('/done');
    const offered = await browser.pressToolbar(page);
    await offered.waitFor(screen.at.backupCode);
    expect(await offered.text('.backup-codes')).toBe(codes.join(''));
    expect(await offered.text(screen.at.backupQuote)).toContain('Save these recovery codes');
    await offered.waitFor(screen.at.confirmed);
    await offered.click({ button: 'backupKeep' });
    await offered.waitFor('.notice-success');
    await offered.close();
  });

  it('offers a list that was discarded no second time, and asks for a saved copy then, whose form is one press away', async () => {
    await page.goto(`${site.at('list')}/new-codes`);
    const popup = await browser.pressToolbar(page);
    const { at } = popupPage(popup);
    await popup.waitFor(at.backupCode);
    expect(await popup.text('.backup-codes')).toBe(newCodes.join(''));
    await popup.click({ button: 'backupDiscard' });
    await popup.waitForNone(at.backupCode);
    await popup.close();
    const again = await browser.pressToolbar(page);
    await again.waitFor('[data-step=in-force]');
    await again.waitFor(at.idle);
    expect(await again.count(at.backupCode)).toBe(0);
    await popupPage(again).saveCopyNow();
    await again.close();
  });

  it('fills a recovery code on request where its own site asks for one, and nowhere else', async () => {
    await page.goto(`${site.at('other')}/rescue`);
    const elsewhere = await browser.pressToolbar(page);
    await popupPage(elsewhere).openFirstAccount();
    expect(await elsewhere.count({ button: 'keptShow' })).toBe(1);
    expect(await elsewhere.count({ button: 'keptFill' })).toBe(0);
    expect(await popupPage(elsewhere).fillFirstAnyway('fill-backup-code')).toStrictEqual({
      kind: 'fill',
      result: { kind: 'withheld', reason: 'other-origin' },
    });
    await elsewhere.close();
    expect(await box()).toBe('');

    await page.goto(`${site.at('list')}/rescue`);
    const rescue = await browser.pressToolbar(page);
    await popupPage(rescue).openFirstAccount();
    await rescue.click({ button: 'keptFill' });
    await rescue.waitFor('.notice-success');
    await rescue.close();
    expect(await box()).toBe(codes[0]);
  });

  it(`strikes it out once the site has accepted it, heard on the next page ${afterNavigation[name]}, and shows it after the passphrase only`, async () => {
    await Promise.all([page.waitForNavigation(), page.click('button')]);
    const elsewhere = await askFromElsewhere(browser, site.at('elsewhere'));
    const struck = { fresh: codes.length - 1, used: 1 };
    if (name === 'chromium')
      await until('it counts as used', async () => isDeepStrictEqual(await elsewhere.backup('ada'), [struck]));
    else expect(await elsewhere.backup('ada')).toEqual([{ fresh: codes.length, used: 0 }]);
    await elsewhere.close();

    const after = await browser.pressToolbar(page);
    const screen = popupPage(after);
    await screen.openFirstAccount();
    const left = textOf('keptCount').replace('$1', String(struck.fresh)).replace('$2', String(struck.used));
    await until('one of them counts as used', async () => (await after.text('section.account')).includes(left));
    await after.click({ button: 'keptShow' });
    await after.type(screen.at.passphrase, 'not this one');
    await after.press('Enter');
    expect(await after.text(screen.at.problem)).toBe(textOf('unlockWrongPassphrase'));
    expect(await after.count('.backup-codes')).toBe(0);
    await after.retype(screen.at.passphrase, passphrase);
    await after.press('Enter');
    await after.waitFor('.backup-codes s');
    expect(await after.text('.backup-codes s')).toBe(codes[0]);
    expect(await after.count(screen.at.backupCode)).toBe(struck.fresh);
    await after.close();
  });
});
