import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { qrPng } from '../../../portal/qr-picture.ts';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { waitForCode } from '../../support/e2e/portal-page.ts';
import { type SmallSite, serveSmallSite } from '../../support/e2e/small-site.ts';
import { until } from '../../support/e2e/until.ts';
import { challenge } from '../../unit/page/customer-area/login.ts';
import { disabledNotices, enrolled, enrolment, lastSteps } from '../../unit/page/customer-area/pages.ts';
import { type Theme, themes } from '../../unit/page/customer-area/themes.ts';

// The code and the secrets are made up. Each theme's site has a secret of its own, as the same one would be here already.
const made = 'JBSW Y3DP EHPK 3PXP';
const secretOf = (theme: Theme): string => made.replace('J', 'JKL'.charAt(themes.indexOf(theme)));
const keyUriOf = (theme: Theme): string =>
  `otpauth://totp/Hosting:dana?secret=${secretOf(theme).replaceAll(' ', '')}&issuer=Hosting`;
const backupCode = '4kq7zp2m9xtr6wbc';
const box = 'input[name=verifykey]';
const rescueBox = 'input[name=twofabackupcode]';

const withSecret = (theme: Theme, page: string): string =>
  page
    .replace(made, secretOf(theme))
    .replace(
      /(<img id="qr"[^>]*src=")[^"]*/,
      (_, before) => `${before}data:image/png;base64,${qrPng(keyUriOf(theme)).toString('base64')}`,
    );

/** The answers that the dialog's button loads into the dialog, one after the other, as the theme's own script does. */
const answering = (pages: readonly string[]): string => `<script>
  const answers = ${JSON.stringify(pages).replaceAll('<', '\\u003c')};
  document.addEventListener('click', ({ target }) => {
    if (!target.closest('.modal-submit')) return;
    const next = new DOMParser().parseFromString(answers.shift(), 'text/html').querySelector('#modalAjax');
    document.querySelector('#modalAjax').replaceChildren(...next.childNodes);
  });
</script>`;

function pagesOf(theme: Theme): Readonly<Record<string, { readonly body: string }>> {
  const [lastStep] = Object.values(lastSteps);
  const accepted = enrolled(theme, lastStep?.(theme, backupCode) ?? '');
  const steps = [withSecret(theme, enrolment(theme, 'bare', 'above-box')), accepted];
  const dressed = (page: string) => ({ body: `<style>${theme.style}</style>${page}` });
  return {
    '/enrol': dressed(withSecret(theme, enrolment(theme, 'bare')) + answering(steps)),
    '/rescue': dressed(challenge(theme, { shows: 'backup', dress: 'bare', refused: false })),
    '/disabled': dressed(disabledNotices['an alert of the page loaded anew']?.(theme) ?? ''),
  };
}

describe.each(browsers)('in %s', (name) => {
  let browser: Driver;

  beforeAll(async () => {
    browser = await launch(name);
  });

  afterAll(async () => {
    await browser?.close();
  });

  describe.each(themes.map((theme) => [theme.name, theme] as const))('the theme %s', (_, theme) => {
    let site: SmallSite;
    let page: Page;
    let origin: string;

    beforeAll(async () => {
      const pages = pagesOf(theme);
      site = await serveSmallSite(() => pages);
      origin = site.at(theme.name);
      page = await browser.newPage();
      await page.goto(`${origin}/enrol`);
    });

    afterAll(async () => {
      await site?.close();
    });

    it('adds the account and fills its code, and hears without a press that the dialog refuses it', async () => {
      const popup = await browser.pressToolbar(page);
      const screen = popupPage(popup);
      await popup.waitFor(screen.at.found);
      await screen.openVault();
      await screen.addFound();
      await popup.close();
      await waitForCode(page, box);
      await page.click('.modal-submit');
      await until('the sign of a refusal', async () => (await browser.badge()) === '!');
      const again = await browser.pressToolbar(page);
      await again.waitFor(screen.at.refused);
      await again.waitFor(screen.at.pending);
      await again.close();
    });

    it('hears without a press that the dialog accepts it, and offers the backup code', async () => {
      await page.click('.modal-submit');
      await until('the sign of success', async () => (await browser.badge()) === '+');
      const popup = await browser.pressToolbar(page);
      const screen = popupPage(popup);
      expect(await popup.text(screen.at.backupCode)).toBe(backupCode);
      await popup.waitFor(screen.at.confirmed);
      await popup.click({ button: 'backupKeep' });
      await popup.waitFor('.notice-success');
      await popup.close();
    });

    it('fills that backup code into its own box of the login', async () => {
      await page.goto(`${origin}/rescue`);
      const popup = await browser.pressToolbar(page);
      await popupPage(popup).openFirstAccount();
      await popup.click({ button: 'keptFill' });
      await popup.waitFor('.notice-success');
      await popup.close();
      expect(await page.$eval(rescueBox, (input) => input instanceof HTMLInputElement && input.value)).toBe(backupCode);
    });

    it('hears by the next press of the button that two-factor login was switched off', async () => {
      await page.goto(`${origin}/disabled`);
      const popup = await browser.pressToolbar(page);
      await popup.waitFor(popupPage(popup).at.stale);
      await popup.close();
    });
  });
});
