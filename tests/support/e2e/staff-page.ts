import type { Page } from 'puppeteer-core';
import { demo } from '../../../portal/demo.ts';

/** What the desk decides, and what it writes down. */
export type Verdict = {
  readonly verdict: 'approved' | 'refused';
  /** How the customer was recognised; only the desk reads it. */
  readonly identity: string;
  /** The customer reads it. */
  readonly reason: string;
};

/** The billing desk as somebody who works there sees it. */
export function staffPage(page: Page, url: string) {
  const textOf = (selector: string): Promise<string> => page.$eval(selector, (element) => element.textContent);
  const open = async (path: string): Promise<void> => {
    await page.bringToFront();
    await page.goto(`${url}${path}`);
  };
  const send = (button: string) => Promise.all([page.waitForNavigation(), page.click(button)]);
  return {
    async logIn(): Promise<void> {
      await open('/staff');
      await page.type('#inputLogin', demo.staffLogin);
      await page.type('#inputPassword', demo.staffPassword);
      await send('form.card .btn-primary');
    },
    /** Loads the requests and the log anew. */
    openRequests: () => open('/staff'),
    /** The newest request: who asks, how, and what they wrote. */
    request: () => textOf('article'),
    /** The mail that the desk may send about the newest request as it stands. */
    async mail(): Promise<string> {
      await page.click('article summary');
      return page.$eval('article .mail', (mail) => (mail.checkVisibility() ? mail.textContent : 'folded'));
    },
    /** Decides the newest request. */
    async decide({ verdict, identity, reason }: Verdict): Promise<void> {
      await page.type('article textarea[name=identity]', identity);
      await page.type('article textarea[name=reason]', reason);
      await send(`article button[value=${verdict}]`);
    },
    /** The audit log, the newest line first: who, what, whose account, and the words that go with it. */
    log: (): Promise<readonly (readonly string[])[]> =>
      page.$$eval('.audit tbody tr', (rows) =>
        rows.map((row) => [...row.querySelectorAll('td')].slice(1).map((cell) => cell.textContent)),
      ),
    /** The page about attempts: what it says of each account that had failures. */
    async attempts(): Promise<readonly (readonly string[])[]> {
      await open('/staff/attempts');
      return page.$$eval('[aria-label="Accounts with failures"] tbody tr', (rows) =>
        rows.map((row) => [
          row.dataset.state ?? '',
          ...[...row.querySelectorAll('td')].map((cell) => cell.textContent),
        ]),
      );
    },
  };
}
