import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import encodeQr from 'qr';
import { afterEach, describe, expect, it } from 'vitest';
import { formatMigration } from '../../../lib/otp/migration-format.ts';
import { type BrowserName, browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import { type GivenFile, giveFiles, storedAccounts } from '../../support/e2e/given-files.ts';
import { writeScreenshot } from '../../support/e2e/phone-pictures.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { type SmallSite, serveSmallSite } from '../../support/e2e/small-site.ts';
import { textOf } from '../../support/e2e/text.ts';
import { until } from '../../support/e2e/until.ts';
import { phoneAccount } from '../../support/phone-account.ts';

// Keys of a test; they belong to nobody.
const link = (name: string) => `otpauth://totp/Harbour:${name}?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Harbour`;
const onPhone = ['eve', 'ivy'].map((name) => phoneAccount(name));
const folder = mkdtempSync(join(tmpdir(), 'doorcode-e2e-picture-'));

const textFile = (name: string, type: string, text: string): GivenFile => ({
  name,
  type,
  base64: Buffer.from(text).toString('base64'),
});
/** A screenshot that shows a text's code. */
function screenshot(name: string, text: string): GivenFile {
  const path = join(folder, name);
  writeScreenshot(path, text);
  return { name: basename(path), type: 'image/png', base64: readFileSync(path).toString('base64') };
}

/** The numbers of all tabs, with whether each is in front. */
const openTabs = (): Promise<unknown> =>
  browser.evaluateInBackground(
    '(globalThis.browser ?? globalThis.chrome).tabs.query({}).then((tabs) => tabs.map(({ id, active }) => [id, active]))',
  );

let browser: Driver;
let site: SmallSite | undefined;

afterEach(async () => {
  await browser?.close();
  await site?.close();
  site = undefined;
});

/** The popup of a page where nothing was found. */
async function findNothing(name: BrowserName, address: string) {
  browser = await launch(name);
  const page = await browser.newPage();
  await page.goto(address);
  const popup = await browser.pressToolbar(page);
  await popupPage(popup).openVault();
  await popup.click({ button: 'headerAdd' });
  await popup.waitFor({ button: 'nothingArea' });
  return { page, popup };
}

describe.each(browsers)('in %s', (name) => {
  it('adds from pictures that are dropped and pasted, a drawing and a text among them, for no site', async () => {
    const { popup } = await findNothing(name, 'about:blank');
    await popup.click({ button: 'pictureTitle' });
    const page = await browser.ownPage('/from-phone.html?picture');
    await page.waitFor({ labelled: 'setupTextLabel' });
    await giveFiles(page, 'paste', [screenshot('ada.png', link('ada'))]);
    await page.waitFor('.phone-accounts li');
    const [first = '', second = ''] = formatMigration(onPhone, 20_260, 1).texts;
    // A script in a drawing would say so by the address of the page.
    const drawn = encodeQr(link('bob'), 'svg').replace('</svg>', '<script>top.location.hash = "ran"</script></svg>');
    await giveFiles(page, 'drop', [
      screenshot('second.png', second),
      textFile('bob.svg', 'image/svg+xml', drawn),
      textFile('notes.png', 'image/png', 'Dear customer'),
      textFile('old.png', 'image/png', '\u0089PNG'),
      screenshot('link.png', 'https://apps.example/get'),
      screenshot('first.png', first),
    ]);
    await page.waitFor('.phone-accounts li + li + li + li');
    const unread = await page.text('.notice-warning');
    expect(await page.text('.notice-error')).toBe(`notes.png: ${textOf('fileUnknown')}`);
    expect(unread).toContain(`link.png: ${textOf('phoneUnreadOther')}`);
    await giveFiles(page, 'paste', [], link('una'));
    await page.waitFor('.phone-accounts li + li + li + li + li');
    expect(await page.evaluate('[location.hash, document.documentElement.outerHTML.includes("JBSWY3DP")]')).toEqual([
      '',
      false,
    ]);
    await page.click({ button: 'movedAdd' });
    await page.waitFor('.notice-success');
    expect(await storedAccounts(page)).toEqual(['ada', 'bob', 'eve', 'ivy', 'una'].map((account) => [account, '[]']));
  });

  it('adds from an area of the page, for the site of the page, and goes back to it', async () => {
    site = await serveSmallSite(() => ({ '/': { body: '<p>Nothing to see.</p>' } }));
    const { page: shown, popup } = await findNothing(name, site.at('harbour'));
    // What comes after the page was read, and is small and at its edge: only the customer knows that it is there.
    await shown.evaluate(
      (svg) => {
        document.body.innerHTML = `<div style="position:fixed;left:2vw;top:35vh;width:25vw;height:25vh">${svg}</div>`;
        document.querySelector('svg')?.setAttribute('height', '100%');
      },
      encodeQr(link('ada'), 'svg'),
    );
    const before = await openTabs();
    await popup.click({ button: 'nothingArea' });
    const page = await browser.ownPage('/from-phone.html?area');
    await page.click({ button: 'areaRead' });
    expect(await page.text('.notice-warning')).toBe(textOf('areaNoCode'));
    await page.click('.area');
    for (let press = 0; press < 15; press += 1) await page.press('ArrowLeft');
    await page.press('Enter');
    await page.waitFor('.phone-accounts li');
    expect(await page.count('.area img')).toBe(0);
    await page.click({ button: 'phoneAddOne' });
    await page.waitFor('.notice-success');
    expect(JSON.stringify(await storedAccounts(page))).toContain(`harbour.localhost:${site.port}`);
    const kept = await page.evaluate(`(async () => {
      const api = globalThis.browser ?? globalThis.chrome;
      return JSON.stringify([await api.storage.local.get(), await api.storage.session.get()]).includes('data:image');
    })()`);
    expect(kept).toBe(false);
    await page.click({ button: 'areaBack' });
    // Firefox brings no other tab to the front while one is closing.
    await until('only the tab is closed', async () => JSON.stringify(await openTabs()) === JSON.stringify(before));
    const again = await browser.pressToolbar(shown);
    // Its codes come a moment after the page around them.
    await again.waitFor('li.row');
    expect(await again.text('main')).toContain('ada');
  });
});
