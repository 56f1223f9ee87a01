import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawingOf } from '../../support/e2e/drawing.ts';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import { storedAccounts } from '../../support/e2e/given-files.ts';
import type { Popup } from '../../support/e2e/popup.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { openScreen, type Screen } from '../../support/e2e/screen.ts';
import { type SmallSite, serveSmallSite } from '../../support/e2e/small-site.ts';
import { until } from '../../support/e2e/until.ts';

// The key of a test; it belongs to nobody.
const link = (account: string) => `otpauth://totp/Harbour:${account}?secret=JBSWY3DPEHPK3PXP&issuer=Harbour`;

// The keys of the X server and the clipboard of the browser: what a page that makes the event itself cannot show.
describe.each(browsers)('in %s on a screen', (name) => {
  let screen: Screen;
  let browser: Driver;
  let site: SmallSite;
  let shown: Page;
  let page: Popup;

  /** Gives the browser's window the keys, until the page that is in front says that it has them. */
  const focusOn = (hasFocus: () => Promise<unknown>) =>
    until('the window has the focus', async () => {
      const [window] = (await screen.input('search', '--onlyvisible', '--class', name)).split('\n');
      if (window !== undefined) await screen.input('windowfocus', '--sync', window);
      return hasFocus();
    });

  beforeEach(async () => {
    screen = await openScreen();
    site = await serveSmallSite(() => ({ '/': { body: '<p>Harbour</p>' } }));
    browser = await launch(name, { display: screen.display });
    shown = await browser.newPage();
    await shown.goto(`${site.at('harbour')}/`);
    const popup = await browser.pressToolbar(shown);
    await popupPage(popup).openVault();
    await popup.click({ button: 'headerAdd' });
    await popup.click({ button: 'pictureTitle' });
    page = await browser.ownPage('/from-phone.html?picture');
    await page.waitFor({ labelled: 'setupTextLabel' });
  });

  afterEach(async () => {
    await browser?.close();
    await site?.close();
    await screen?.close();
  });

  /** Has the other page copy, and comes back to the own one. */
  async function copyThere(copy: () => Promise<unknown>): Promise<void> {
    await shown.bringToFront();
    await focusOn(() => shown.evaluate(() => document.hasFocus()));
    await copy();
    await browser.evaluateInBackground(`(async () => {
      const { tabs } = globalThis.browser ?? globalThis.chrome;
      const own = (await tabs.query({})).find(({ url }) => url?.includes('/from-phone.html'));
      await tabs.update(own.id, { active: true });
    })()`);
    await focusOn(() => page.evaluate('document.hasFocus()'));
  }

  it('adds from a picture and from a link that are pasted by the keys, and leaves to the box what is pasted there', async () => {
    const picture = String(await page.evaluate(drawingOf(link('pictured'), 'image/png')));
    await copyThere(() =>
      shown.evaluate(async (base64) => {
        const png = await fetch(`data:image/png;base64,${base64}`).then((answer) => answer.blob());
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      }, picture),
    );
    await screen.input('key', 'ctrl+v');
    await page.waitFor('.phone-accounts li');
    await copyThere(() => shown.evaluate((text) => navigator.clipboard.writeText(text), link('linked')));
    await screen.input('key', 'ctrl+v');
    await page.waitFor('.phone-accounts li + li');
    await copyThere(() => shown.evaluate((text) => navigator.clipboard.writeText(text), link('typed')));
    await page.click({ labelled: 'setupTextLabel' });
    await screen.input('key', 'ctrl+v');
    await until('the box holds what was pasted', async () =>
      page.evaluate(`[...document.querySelectorAll('input, textarea')].some(({ value }) => value.includes('typed'))`),
    );
    expect(await page.count('.phone-accounts li')).toBe(2);
    await page.click({ button: 'movedAdd' });
    await page.waitFor('.notice-success');
    const accounts = ['linked', 'pictured'].map((account) => [account, '[]']);
    expect(await storedAccounts(page)).toEqual(accounts);
  });
});
