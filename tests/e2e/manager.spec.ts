import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readForeign } from '../../lib/backup/foreign/read-foreign.ts';
import { codeAt } from '../../lib/otp/code.ts';
import { readCodes } from '../../lib/qr/read-codes.ts';
import { utf8 } from '../../lib/vault/bytes.ts';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { managerPage } from '../support/e2e/manager-page.ts';
import type { Popup } from '../support/e2e/popup.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { textOf } from '../support/e2e/text.ts';
import { until } from '../support/e2e/until.ts';

describe.each(browsers)('in %s, the page of all accounts', (name) => {
  let browser: Driver;
  let popup: Popup;
  const downloads = mkdtempSync(join(tmpdir(), 'doorcode-'));

  beforeAll(async () => {
    browser = await launch(name, { downloads });
    const page = await browser.newPage();
    popup = await browser.pressToolbar(page);
    await popupPage(popup).choosePassphrase('a passphrase of words');
    await popup.evaluate(addAccounts('ada', 'bob', 'cy'));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  it('opens from the settings, finds, pins, groups and orders accounts, takes a change back, opens one and renames it, keeps all of it over a lock, says what needs somebody, and in the tab that the options open takes all to another app in a file that gives the same codes', async () => {
    await popupPage(popup).openSettings();
    await popup.click({ button: 'managerOpen' });
    const opened = await browser.ownPage('/manager.html');
    const page = managerPage(opened);
    await page.shows('ada', 'bob', 'cy');

    await page.search('bob');
    await page.shows('bob');
    await page.search('');

    await page.pin('cy');
    await page.shows('cy', 'ada', 'bob');
    await page.moveByKeyboard('bob', 'ArrowUp');
    await page.shows('cy', 'bob', 'ada');
    await page.undo();
    await page.shows('cy', 'ada', 'bob');
    await page.moveDown('ada');
    await page.shows('cy', 'bob', 'ada');
    await page.drag('ada', 'bob');
    await page.shows('cy', 'ada', 'bob');
    await page.undo();
    await page.shows('cy', 'bob', 'ada');
    await page.putInGroup('bob', 'Work');
    await page.showGroup('Work');
    await page.shows('bob');

    await page.rename('bob', 'rob');
    await page.shows('rob');

    await page.lockAndUnlock('a passphrase of words');
    await page.shows('cy', 'rob', 'ada');
    await opened.close();
    // As the browser's own page of extensions does.
    await browser.evaluateInBackground('(globalThis.browser ?? chrome).runtime.openOptionsPage().then(() => true)');
    const again = await browser.ownPage('/manager.html');
    await managerPage(again).shows('cy', 'rob', 'ada');
    expect(await again.text(page.row('rob'))).toContain('Work');
    // No saved copy, no emergency key, a passphrase that was judged easy to guess when it was chosen, accounts that no site has
    // confirmed; the opening is the one of just now.
    expect(await managerPage(again).needs()).toBe(textOf('healthNeedOther').replace('$1', '4'));
    expect(await again.text('.check-up')).toContain(textOf('healthByPassphrase'));
    expect(await again.text('.check-up [data-about=passphrase]')).toContain(textOf('healthNeedsYou'));
    expect(await again.text('.check-up [data-about=accounts]')).toContain('rob');

    await managerPage(again).takeAway('aegis-sealed', 'a passphrase of words');
    await managerPage(again).sealFile('a passphrase of the file');
    await again.waitFor('.notice-success');
    const sealed = await downloaded('doorcode-aegis-encrypted.json');
    expect(sealed.toString()).not.toContain('JBSWY3DPEHPK3PXP');
    expect(await codesIn(sealed, 'a passphrase of the file')).toEqual(['rob', 'ada', 'cy']);

    await again.click({ button: 'leaveOther' });
    await managerPage(again).takeAway('two-fas', 'a passphrase of words');
    expect(await codesIn(await downloaded('doorcode.2fas'), null)).toEqual(['rob', 'ada', 'cy']);
    await again.close();
  });

  // Firefox's harness speaks to the first of our tabs alone.
  if (name === 'chromium')
    it('takes all to paper, in QR codes that give the same codes, and forgets the sheet as it is left', async () => {
      await browser.evaluateInBackground('chrome.runtime.openOptionsPage().then(() => true)');
      const manager = await browser.ownPage('/manager.html');
      await managerPage(manager).takeAway('paper', 'a passphrase of words');
      const sheet = await browser.ownPage('/print.html');
      await sheet.waitFor('.sheet-accounts .qr');
      const links: string[] = [];
      for (const place of [1, 2, 3]) {
        const drawn = await sheet.picture(`.sheet-accounts li:nth-child(${place}) .qr`);
        links.push(...readCodes(drawn, { scope: 'code' }).texts.map(({ text }) => text));
      }
      expect(await codesIn(utf8(links.join('\n')), null)).toEqual(['rob', 'ada', 'cy']);
      expect(await sheet.text('.sheet-accounts')).toContain('JBSW Y3DP EHPK 3PXP');
      await sheet.evaluate(`dispatchEvent(new Event('pagehide'))`);
      await sheet.waitForNone('.sheet-accounts');
      expect(await sheet.text('.sheet')).not.toContain('JBSW');
      await sheet.close();
      await manager.close();
    });

  async function downloaded(file: string): Promise<Buffer<ArrayBuffer>> {
    const path = join(downloads, file);
    await until(`${file} is on the disk`, async () => existsSync(path) && statSync(path).size > 0);
    return Buffer.from(readFileSync(path));
  }

  it('covers codes until they are reached, and shows one in large until Escape, which leaves the popup open', async () => {
    popup = await browser.pressToolbar(await browser.newPage());
    const screen = popupPage(popup);
    await screen.openSettings();
    await popup.click({ labelled: 'habitsHidden' });
    await popup.click({ button: 'back' });
    const seen = async (part: string) =>
      (await popup.evaluate(`getComputedStyle(document.querySelector('li .code ${part}')).visibility`)) === 'visible';
    await popup.waitFor('li .code .cover');
    expect([await seen('.cover'), await seen('.digits')]).toEqual([true, false]);
    await popup.evaluate(`document.querySelector('li .code').focus()`);
    expect([await seen('.cover'), await seen('.digits')]).toEqual([false, true]);
    await popup.press('l');
    await popup.waitFor('.large .code .digits');
    await popup.press('Escape');
    await popup.waitFor('li .code .cover');
    await until('the focus is back on its button', async () =>
      String(await popup.evaluate(`document.activeElement?.className ?? ''`)).includes('enlarge'),
    );
    await popup.close();
  });

  // Firefox lets nobody call the listener, and the harness opens menus of pages only.
  if (name === 'chromium')
    it('opens by the menu of the toolbar button, whose real listener is called', async () => {
      await browser.evaluateInBackground(
        "(chrome.contextMenus.onClicked.dispatch({ menuItemId: 'open-manager' }), true)",
      );
      await (await browser.ownPage('/manager.html')).close();
      // Each is there, as only what exists can be changed.
      const entries = "['lock-vault', 'open-manager', 'open-panel'].map((id) => chrome.contextMenus.update(id, {}))";
      expect(await browser.evaluateInBackground(`Promise.all(${entries}).then(({ length }) => length)`)).toBe(3);
    });

  // Only Chromium tells what it would ask, by an API that needs no permission.
  if (name === 'chromium')
    it('asks nothing when it is installed', async () => {
      const warnings =
        'chrome.management.getPermissionWarningsByManifest(JSON.stringify(chrome.runtime.getManifest()))';
      expect(await browser.evaluateInBackground(warnings)).toEqual([]);
    });

  it('shows the keys of the keyboard in the settings', async () => {
    const other = await browser.pressToolbar(await browser.newPage());
    await popupPage(other).openSettings();
    expect(await other.text('.shortcuts')).toMatch(/Alt\+Shift\+F/);
  });
});

/** The names of the accounts of another app's file, once each of them gives the code that it gives here. */
async function codesIn(file: Uint8Array<ArrayBuffer>, passphrase: string | null): Promise<readonly string[]> {
  const { outcome } = await readForeign(file, { passphrase, costly: false, onProgress: () => undefined });
  if (!outcome.ok) throw new Error(outcome.error.kind);
  const here = new TOTP({ secret: Secret.fromBase32('JBSWY3DPEHPK3PXP') }).generate({ timestamp: 0 });
  return outcome.value.items.map((item) => {
    if (item.kind !== 'account') throw new Error(item.why);
    expect(codeAt(item.account.parameters, 0).code).toBe(here);
    return item.account.account;
  });
}

// A test's secrets; they belong to nobody.
const addAccounts = (...names: readonly string[]): string => `(async () => {
  const { runtime } = globalThis.browser ?? chrome;
  for (const account of ${JSON.stringify(names)}) {
    const codes = { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0 };
    const form = { issuer: 'Acme', account, secretText: 'JBSWY3DPEHPK3PXP', ...codes };
    const { kind } = await runtime.sendMessage({ kind: 'add-manual', form });
    if (kind !== 'done') throw new Error(kind);
  }
})()`;
