import type { Popup } from './popup.ts';
import { until } from './until.ts';

// The one place that knows how the page of all accounts looks.
const at = {
  search: 'input[type=search]',
  undo: { button: 'removeUndo' },
  passphrase: 'input[autocomplete=current-password]',
  group: '.group-form input',
} as const;

/** The page *Manage accounts* as a customer uses it; an account is named by its account name. */
export const managerPage = (page: Popup) => {
  const order = async (): Promise<string> =>
    String(
      await page.evaluate(
        `[...document.querySelectorAll('.account-row .whose > :nth-child(2)')].map((name) => name.textContent).join(' ')`,
      ),
    );
  const row = (account: string): string => `.account-row:has([aria-label$=", ${account}"])`;
  const control = (account: string, name: string): string => `${row(account)} [data-control=${name}]`;
  return {
    row,
    /** Waits until just these accounts are shown, in this order. */
    shows: (...accounts: readonly string[]) =>
      until(`the page shows ${accounts.join(' ')}`, async () => (await order()) === accounts.join(' ')),
    async search(query: string): Promise<void> {
      await page.click(at.search);
      if (query === '') await page.press('Escape');
      else await page.type(at.search, query);
    },
    pin: (account: string) => page.click(control(account, 'pin')),
    moveDown: (account: string) => page.click(control(account, 'down')),
    /** Holds Alt and presses an arrow key on the account's code. */
    async moveByKeyboard(account: string, key: 'ArrowUp' | 'ArrowDown'): Promise<void> {
      await page.evaluate(`document.querySelector(${JSON.stringify(control(account, 'code'))}).focus()`);
      await page.press(key, 'Alt');
    },
    /** Drags the account by its dots to another one's place. */
    drag: (account: string, onto: string) => page.drag(`${row(account)} .handle`, row(onto)),
    undo: () => page.click(at.undo),
    async putInGroup(account: string, group: string): Promise<void> {
      await page.click(control(account, 'group'));
      await page.type(at.group, group);
      await page.press('Enter');
      await page.waitForNone(at.group);
    },
    async showGroup(group: string): Promise<void> {
      const chip = `[...document.querySelectorAll('.chip')].find(({ textContent }) => textContent === '${group}')`;
      await until(`there is the group ${group}`, async () => (await page.evaluate(`${chip} !== undefined`)) === true);
      await page.evaluate(`${chip}.click()`);
    },
    /** Opens the account, gives it another name in its form, and goes back by the keyboard. */
    async rename(account: string, to: string): Promise<void> {
      await page.click(control(account, 'open'));
      await page.click({ button: 'accountEdit' });
      await page.retype({ labelled: 'manualAccount' }, to);
      await page.press('Enter');
      await page.waitFor('.notice-success');
      await page.press('Escape');
      await page.waitFor(`${row(to)} [data-control=open]:focus`);
    },
    /** Goes to what is well and what needs somebody, and gives its first sentence. */
    async needs(): Promise<string> {
      await page.click('a[href="#health"]');
      return page.text('.check-up-sum');
    },
    /** Goes to *Take your accounts to another app*, chooses a file or the sheet of paper, and proves to know the passphrase. */
    async takeAway(format: string, passphrase: string): Promise<void> {
      await page.click('nav a[href="#move"]');
      await page.click({ button: 'leaveTitle' });
      await page.click(`[data-format=${format}]`);
      await page.type(at.passphrase, passphrase);
      await page.press('Enter');
    },
    /** Chooses the passphrase of the file. */
    async sealFile(passphrase: string): Promise<void> {
      for (const box of [1, 2])
        await page.type(`.field:nth-of-type(${box}) input[autocomplete=new-password]`, passphrase);
      await page.press('Enter');
    },
    async lockAndUnlock(passphrase: string): Promise<void> {
      await page.click({ button: 'headerLock' });
      await page.type(at.passphrase, passphrase);
      await page.press('Enter');
      await page.waitFor({ button: 'headerLock' });
    },
  };
};
