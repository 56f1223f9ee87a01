import type { Page } from 'puppeteer-core';
import { demo } from '../../../portal/demo.ts';

/** The customer area as a customer sees it. */
export const portalPage = (page: Page, url: string) => ({
  async logIn(): Promise<void> {
    await page.goto(`${url}/login`);
    await page.type('#inputEmail', demo.email);
    await page.type('#inputPassword', demo.password);
    await Promise.all([page.waitForNavigation(), page.click('#login')]);
  },
  async startEnrolment(): Promise<void> {
    await page.goto(`${url}/security`);
    await page.click('a.open-modal.enable');
    await page.waitForSelector('#modalAjax .twofa-module');
    if ((await page.$('#modalAjax #inputPassword')) !== null)
      await page.type('#modalAjax #inputPassword', demo.password);
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
});
