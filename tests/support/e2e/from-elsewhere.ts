import type { Driver } from './driver.ts';

/**
 * Asks what is known of an account's entries by a popup over a tab at another address, which comes to the front: that press lends
 * nothing to the tab that the question is about.
 */
export async function askFromElsewhere(browser: Driver, address: string) {
  const page = await browser.newPage();
  await page.goto(address);
  const popup = await browser.pressToolbar(page);
  const told = (account: string, what: 'state' | 'backup') =>
    popup.evaluate(`(globalThis.browser ?? globalThis.chrome).runtime
      .sendMessage({ kind: 'list-entries', tabId: 0, most: 99 })
      .then(({ entries }) => entries.filter(({ account }) => account === ${JSON.stringify(account)}).map((one) => one.${what}))`);
  return {
    /** The states of all, in the order of the alphabet. */
    states: async (account: string): Promise<string> => [await told(account, 'state')].flat().toSorted().join(),
    /** How many backup codes each has, fresh and used. */
    backup: (account: string) => told(account, 'backup'),
    async close(): Promise<void> {
      await popup.close();
      await page.close();
    },
  };
}
