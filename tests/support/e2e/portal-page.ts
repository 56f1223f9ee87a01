import type { Page } from 'puppeteer-core';
import { demo } from '../../../portal/demo.ts';

/** Waits until a box holds six digits. */
export async function waitForCode(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    (box) => {
      const input = document.querySelector(box);
      return input instanceof HTMLInputElement && /^\d{6}$/.test(input.value);
    },
    { timeout: 40_000 },
    selector,
  );
}

/** The text of a page. */
export const textOfPage = (page: Page): Promise<string> => page.$eval('body', (body) => body.textContent);

/** The customer area as a customer sees it. */
export const portalPage = (
  page: Page,
  url: string,
  { email, password }: { email: string; password: string } = demo,
) => ({
  challengeBox: '#frmTwoFactorChallenge input[name=key]',
  enrolmentBox: '#inputCode',
  async logIn(): Promise<void> {
    await page.goto(`${url}/login`);
    await page.type('#inputEmail', email);
    await page.type('#inputPassword', password);
    await Promise.all([page.waitForNavigation(), page.click('#login')]);
  },
  /** Forgets the session, as closing the browser does. */
  async logOut(): Promise<void> {
    await page.deleteCookie(...(await page.cookies()));
  },
  async startEnrolment(): Promise<void> {
    await page.goto(`${url}/security`);
    await page.click('a.open-modal.enable');
    await page.waitForSelector('#modalAjax .twofa-module');
    if ((await page.$('#modalAjax #inputPassword')) !== null) await page.type('#modalAjax #inputPassword', password);
    await page.click('#modalAjax .modal-submit');
    await page.waitForSelector('#modalAjax #inputCode', { visible: true });
  },
  codeInBox: (): Promise<string> =>
    page.$eval('#inputCode', (input) => (input instanceof HTMLInputElement ? input.value : '')),
  async confirm(): Promise<string> {
    await page.click('#modalAjax .modal-submit');
    const shown = await page.waitForSelector('#backupCode', { visible: true });
    return (await shown?.evaluate((element) => element.textContent)) ?? '';
  },
  /** Sends the challenge and gives the text of the page that answers. */
  async sendChallenge(): Promise<string> {
    await Promise.all([page.waitForNavigation(), page.click('#btnLogin')]);
    return textOfPage(page);
  },
});
