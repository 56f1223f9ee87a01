import type { Page } from 'puppeteer-core';
import { demo } from '../../../portal/demo.ts';
import { type Variant, variantQuery } from '../../../portal/variants.ts';
import { type Credentials, logInOverHttp } from './log-in.ts';
import { until } from './until.ts';

/** Waits until a box holds six digits; asked by the clock, as a page that is not painted has no animation frames. */
export async function waitForCode(page: Page, selector: string): Promise<void> {
  const characters = () =>
    page.$eval(selector, (box) => (box instanceof HTMLInputElement ? box.value.replaceAll(/\D/g, '').length : -1));
  await until(`a code stands in ${selector}`, async () => (await characters().catch(() => -1)) === 6, 40_000).catch(
    async (error) => {
      const state = await page.evaluate(() => `${document.visibilityState}, focus ${document.hasFocus()}`);
      throw new Error(`${error.message}: ${await characters().catch(() => 'no box')} digits, ${state}`);
    },
  );
}

const isShown = (page: Page, selector: string): Promise<boolean> =>
  page.$eval(selector, (element) => element.checkVisibility()).catch(() => false);

/** The text of a page. */
export const textOfPage = (page: Page): Promise<string> => page.$eval('body', (body) => body.textContent);

/** The customer area as a customer sees it. */
export const portalPage = (page: Page, url: string, { email, password }: Credentials = demo) => ({
  challengeBox: '#frmTwoFactorChallenge input[name=key]',
  enrolmentBox: '#inputCode',
  /** Comes to the page after the login form, the challenge where one is asked for. */
  logIn: (): Promise<void> => logInOverHttp(page, url, { email, password }),
  /** The same by the form itself, typed into once the page is `ready`. */
  async typeLogin(ready = async () => {}): Promise<void> {
    await page.goto(`${url}/login`);
    await ready();
    await page.type('#inputEmail', email);
    await page.type('#inputPassword', password);
    await Promise.all([page.waitForNavigation(), page.click('#login')]);
  },
  /** Forgets the session, as closing the browser does. */
  async logOut(): Promise<void> {
    await page.deleteCookie(...(await page.cookies()));
  },
  /** Goes by the customer's own menu, as the article says, and needs a whole login. */
  async startEnrolment(): Promise<void> {
    await page.click('#accountMenu summary');
    await Promise.all([page.waitForNavigation(), page.locator('#accountMenu a[href="/security"]').click()]);
    await page.click('a.open-modal.enable');
    await page.waitForSelector('#modalAjax .twofa-module');
    if ((await page.$('#modalAjax #inputPassword')) !== null) await page.type('#modalAjax #inputPassword', password);
    await page.click('#modalAjax .modal-submit');
    await page.waitForSelector('#modalAjax #inputCode', { visible: true });
  },
  /** Starts an enrolment with a chosen look, and gives the page that it happens on. */
  async startEnrolmentAs(variant: Variant): Promise<Page> {
    await page.goto(`${url}/security${variantQuery(variant)}`);
    const opened = variant.place === 'window' ? new Promise<Page | null>((open) => page.once('popup', open)) : page;
    const leaves = variant.place === 'page' ? page.waitForNavigation() : undefined;
    await page.click('a.twofa-config-link.enable:not(.w-hidden)');
    await leaves;
    const at = (await opened) ?? page;
    // Asked from outside: what waits in a window's first, empty document may miss that it goes.
    await until('the enrolment is shown', () => isShown(at, '.twofa-module'));
    const next = variant.place === 'dialog' ? undefined : at.waitForNavigation();
    await at.click(variant.place === 'dialog' ? '#modalAjax .modal-submit' : '#btnGetStarted');
    await next;
    await at.waitForSelector('#manualKey', { visible: true });
    return at;
  },
  /** Sends what stands in the box of an enrolment of any look. */
  async confirmOn(at: Page): Promise<void> {
    await at.click((await at.$('#btnSubmitCode')) === null ? '#modalAjax .modal-submit' : '#btnSubmitCode');
    await at.waitForSelector('#backupCode', { visible: true });
  },
  codeInChallenge: (): Promise<string> =>
    page.$eval('#frmTwoFactorChallenge input[name=key]', (box) => (box instanceof HTMLInputElement ? box.value : '?')),
  /** Sends another code than the one in the box, and waits until the portal refuses it. */
  async confirmWith(code: string): Promise<void> {
    await page.$eval('#inputCode', (box) => {
      if (box instanceof HTMLInputElement) box.value = '';
    });
    await page.type('#inputCode', code);
    await this.refuse();
  },
  /** Sends the code in the box, and waits until the portal refuses it. */
  async refuse(): Promise<void> {
    await page.click('#modalAjax .modal-submit');
    await page.waitForSelector('#modalAjax .alert-danger', { visible: true });
  },
  /** Presses the challenge's own link for a backup code. */
  async chooseBackupLogin(): Promise<void> {
    await page.click('#loginWithBackupCode');
    await page.waitForSelector('#inputBackupCode', { visible: true });
  },
  /** Sends the backup code in the box, and gives the new one that the portal shows. */
  async sendBackupCode(): Promise<string> {
    await Promise.all([page.waitForNavigation(), page.click('#frmTwoFactorBackup .btn-primary')]);
    return page.$eval('#backupCode', (shown) => (shown.textContent ?? '').trim());
  },
  /** Switches two-factor login off, and leaves the portal's answer in the dialog. */
  async disable(): Promise<void> {
    await page.goto(`${url}/security`);
    await page.click('a.open-modal.disable');
    await page.waitForSelector('#modalAjax #inputPassword', { visible: true });
    await page.type('#modalAjax #inputPassword', password);
    await page.click('#modalAjax .modal-submit');
    await page.waitForSelector('#modalAjax .alert-success', { visible: true });
  },
  async confirm(): Promise<string> {
    await page.click('#modalAjax .modal-submit');
    const shown = await page.waitForSelector('#backupCode', { visible: true });
    return (await shown?.evaluate((element) => element.textContent)) ?? '';
  },
  /** Closes the dialog that switched two-factor login on; the page behind it loads anew. */
  async closeDialog(): Promise<void> {
    await Promise.all([page.waitForNavigation(), page.click('#modalAjax .modal-close')]);
  },
  /** Asks the billing desk at the challenge; gives the text of the page that answers. */
  async askForReview(message: string): Promise<string> {
    await page.click('details.rescue summary');
    await page.type('#inputMessage', message);
    await Promise.all([page.waitForNavigation(), page.click('details.rescue button')]);
    return textOfPage(page);
  },
  /** Asks it without a login; gives the text of the page that answers. */
  async askWithoutLogin(message: string): Promise<string> {
    await page.goto(`${url}/help/lost-two-factor`);
    await page.type('#inputEmail', email);
    await page.type('#inputMessage', message);
    await Promise.all([page.waitForNavigation(), page.click('#frmLostTwoFactor .btn-primary')]);
    return textOfPage(page);
  },
  /** Says that the notice of the billing desk was read; gives the text of the page without it. */
  async noteRead(): Promise<string> {
    await Promise.all([page.waitForNavigation(), page.click('form[action$="/read"] button')]);
    return textOfPage(page);
  },
  /** Types a code into the challenge and sends it; gives the text of the page that answers. */
  async sendCode(code: string): Promise<string> {
    await page.type('#frmTwoFactorChallenge input[name=key]', code);
    return this.sendChallenge();
  },
  /** Sends the challenge and gives the text of the page that answers. */
  async sendChallenge(): Promise<string> {
    await Promise.all([page.waitForNavigation(), page.click('#btnLogin')]);
    return textOfPage(page);
  },
});
