import encodeQr from 'qr';
import { describe, expect, it } from 'vitest';
import { atSmallSite } from '../../support/e2e/at-small-site.ts';
import { browsers } from '../../support/e2e/driver.ts';
import type { Popup } from '../../support/e2e/popup.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { textOf } from '../../support/e2e/text.ts';

// Pages that do not behave: what a customer wants from them is on them all the same. The secrets are made up.
const key = (account: string, secret = 'JBSWY3DPEHPK3PXP') =>
  `otpauth://totp/Harbour:${account}?secret=${secret}&issuer=Harbour`;
const picture = (text: string) => encodeQr(text, 'svg');
const box = (name: string) => `<form><label>Authentication code <input name="${name}" maxlength="6"></label></form>`;

describe.each(browsers)('in %s', (name) => {
  const at = atSmallSite(name, (port) => ({
    '/endless': { body: picture(key('endless')), endless: true },
    '/boxless': { body: picture(key('boxless', 'KBSWY3DPEHPK3PXP')) },
    '/two': {
      body: [1, 2]
        .map((n) => `<div>${picture(key(`of${n}`, `${'LM'[n - 1]}BSWY3DPEHPK3PXP`))}${box(`code${n}`)}</div>`)
        .join(''),
    },
    '/surrogate': {
      body: `<svg width="100" height="100"><text id="odd"></text></svg>${picture(key('surrogate'))}
          <script>document.getElementById('odd').textContent = 'half \\ud83d'</script>`,
    },
    '/code': {
      body: `${picture(key('inside', 'MBSWY3DPEHPK3PXP'))}<style>svg { width: 240px; height: 240px }</style>`,
    },
    '/around': { body: '<iframe src="/code" width="300" height="300"></iframe>' },
    '/around-foreign': {
      body: `<iframe src="http://codes.localhost:${port}/code" width="300" height="300"></iframe>`,
    },
    '/advertisement': { body: 'Buy', endless: true },
    '/framed': {
      body: `${picture(key('framed'))}<iframe src="http://ads.localhost:${port}/advertisement"></iframe>`,
    },
  }));

  const rowOf = (account: string) => `li.row:has([aria-label*=${JSON.stringify(account)}])`;
  const codeOf = (account: string) => `${rowOf(account)} button.code`;

  /** Compares with the code that is shown now or was when the clipboard was asked, as a code may end meanwhile. */
  async function clipboardHolds(popup: Popup, account: string): Promise<void> {
    const shown = async () => (await popup.text(codeOf(account))).replaceAll(/\s/g, '');
    const before = await shown();
    const held = await at.browser.clipboard(popup);
    expect(held).toMatch(/^\d{6}$/);
    expect([before, await shown()]).toContain(held);
  }

  it('finds the code beside a drawing that holds half a character', async () => {
    await at.page.goto(`${at.site.at('odd')}/surrogate`);
    const popup = await at.browser.pressToolbar(at.page);
    await popup.waitFor(popupPage(popup).at.add);
    await popup.close();
  });

  it('finds the code in a frame of the same site', async () => {
    await at.page.goto(`${at.site.at('odd')}/around`);
    const popup = await at.browser.pressToolbar(at.page);
    expect(await popup.text(popupPage(popup).at.found)).toContain('inside');
    await popup.close();
  });

  it('offers the code in a frame of another site by the next press alone, which looks at what is on the screen', async () => {
    await at.page.goto(`${at.site.at('around')}/around-foreign`);
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.look);
    expect(await popup.count(screen.at.found)).toBe(0);
    await popup.click(screen.at.look);
    expect(await popup.text(screen.at.found)).toContain('inside');
    await popup.close();
  });

  it('fills the box beside the code that was added, of two on a page', async () => {
    await at.page.goto(`${at.site.at('odd')}/two`);
    const popup = await at.browser.pressToolbar(at.page);
    await popup.click(`section.card + ${popupPage(popup).at.add}`);
    await popup.waitFor(popupPage(popup).at.filled);
    const filled = await at.page.$$eval('input', (inputs) => inputs.map(({ name, value }) => [name, value.length]));
    expect(filled).toEqual([
      ['code1', 0],
      ['code2', 6],
    ]);
    await popup.close();
  });

  it('says why a press of Fill did nothing after adding on a page without a box, and puts the code on the clipboard', async () => {
    await at.page.goto(`${at.site.at('boxless')}/boxless`);
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    await screen.addFound();
    expect(await popup.text(screen.at.added)).toContain(textOf('addedNotFilled'));
    await screen.fill();
    await popup.waitFor('.notice');
    expect(await popup.text('.notice')).toContain(textOf('fillNoBox'));
    expect(await popup.text('.notice')).toContain(textOf('fillCopied'));
    await clipboardHolds(popup, 'boxless');
    await at.page.$eval('body', (body, markup) => body.insertAdjacentHTML('beforeend', markup), box('late'));
    await screen.fill();
    await popup.waitFor('.notice-success');
    await popup.waitFor('.added[data-fill=filled]');
    await popup.close();
  });

  it('puts the code of an account on the clipboard by a press on it', async () => {
    await at.page.goto(`${at.site.at('odd')}/`);
    const popup = await at.browser.pressToolbar(at.page);
    for (const account of ['of2', 'boxless']) {
      await popup.click(codeOf(account));
      await popup.waitFor(`${rowOf(account)} .copied:not(:empty)`);
      await clipboardHolds(popup, account);
    }
    await popup.close();
  });

  it.each(['endless', 'framed'])('finds the code on a page that never ends loading: %s', async (path) => {
    void at.page.goto(`${at.site.at('odd')}/${path}`).catch(() => {});
    await at.page.waitForFunction(
      (at) => location.pathname === at && document.querySelector('svg') !== null,
      {},
      `/${path}`,
    );
    const popup = await at.browser.pressToolbar(at.page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.add);
    expect(await popup.text(screen.at.found)).toContain(path);
    await popup.close();
  });
});
