import type { Page } from 'puppeteer-core';
import { demo } from '../../portal/demo.ts';

const codeIn = (selector: string): string =>
  `/^\\d{6}$/.test(document.querySelector(${JSON.stringify(selector)})?.value ?? '')`;

const loginBox = '#frmTwoFactorChallenge input[name=key]';
const settingsLink = '#accountMenu a[href="/security"]';
// A used code makes way for the next one within 30 s.
const nextCodeMs = 40_000;

/** What a customer does in the customer area at `url`. */
export const customerArea = (page: Page, url: string) => ({
  showLogin: () => page.goto(`${url}/login`),
  async logIn(): Promise<void> {
    await page.goto(`${url}/login`);
    await page.type('#inputEmail', demo.email);
    await page.type('#inputPassword', demo.password);
    await Promise.all([page.waitForNavigation(), page.click('#login')]);
  },
  showSecuritySettings: () => page.goto(`${url}/security`),
  async openMenu(): Promise<void> {
    await page.click('#accountMenu summary');
    await page.waitForSelector(settingsLink, { visible: true });
  },
  /** Goes by the open menu to where two-factor login begins. */
  async openEnrolment(): Promise<void> {
    await Promise.all([page.waitForNavigation(), page.click(settingsLink)]);
    await page.click('a.open-modal.enable');
    await page.waitForSelector('#modalAjax .twofa-module', { visible: true });
  },
  async getStarted(): Promise<void> {
    await page.click('#modalAjax .modal-submit');
    await page.waitForSelector('#modalAjax #inputCode', { visible: true });
  },
  async closeEnrolment(): Promise<void> {
    await Promise.all([page.waitForNavigation(), page.click('#modalAjax .modal-close')]);
    await page.waitForSelector('p.twofa-config-link.disable', { visible: true });
  },
  /** Switches two-factor login off, and leaves the answer on the page. */
  async disable(): Promise<void> {
    await page.goto(`${url}/security`);
    await page.click('a.open-modal.disable');
    await page.waitForSelector('#modalAjax #inputPassword', { visible: true });
    await page.type('#modalAjax #inputPassword', demo.password);
    await page.click('#modalAjax .modal-submit');
    await page.waitForSelector('#modalAjax .alert-success', { visible: true });
  },
  enrolmentCodeFilled: () => page.waitForFunction(codeIn('#inputCode')),
  async submitEnrolmentCode(): Promise<void> {
    await page.click('#modalAjax .modal-submit');
    await page.waitForSelector('#modalAjax .activation-msg, #modalAjax .alert-danger', { visible: true });
    const refused = await page.$('#modalAjax .alert-danger');
    if (refused !== null) throw new Error('the customer area refused the code');
  },
  /** Whether the dialog shows a code of its own to keep; the code itself stays in the page. */
  backupCodeShown: () =>
    page.waitForFunction("(document.querySelector('#backupCode')?.textContent ?? '').trim().length >= 16"),
  async logOut(): Promise<void> {
    await page.goto(`${url}/`);
    await page.click('#accountMenu summary');
    await Promise.all([page.waitForNavigation(), page.click('#accountMenu form button')]);
  },
  challengeShown: () => page.waitForSelector(loginBox, { visible: true }),
  loginCodeFilled: () => page.waitForFunction(codeIn(loginBox), { timeout: nextCodeMs }),
  /** Sends another code than the one in the box, and waits until it is refused. */
  async sendWrongCode(): Promise<void> {
    await page.$eval(loginBox, (box) => {
      if (!(box instanceof HTMLInputElement)) return;
      box.value = `${box.value.slice(0, -1)}${(Number(box.value.at(-1)) + 1) % 10}`;
    });
    await Promise.all([page.waitForNavigation(), page.click('#btnLogin')]);
    await page.waitForSelector('.alert-danger', { visible: true });
  },
  async submitLoginCode(): Promise<void> {
    await Promise.all([page.waitForNavigation(), page.click('#btnLogin')]);
    const heading = await page.$eval('h1', (element) => element.textContent);
    if (heading !== `Hello, ${demo.name}!`) throw new Error('the customer area refused the code');
  },
});

/** A customer area in a tab. */
export type CustomerArea = ReturnType<typeof customerArea>;
