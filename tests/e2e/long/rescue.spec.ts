import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFromLink, addTwoFactorCustomer, type TestCustomer } from '../../support/e2e/customers.ts';
import { damageStored, openDamaged } from '../../support/e2e/damage-stored.ts';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import type { Popup } from '../../support/e2e/popup.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { startPortal, type TestPortal } from '../../support/e2e/portal.ts';
import { textOf } from '../../support/e2e/text.ts';
import { until } from '../../support/e2e/until.ts';

const passphrase = 'four plain words here';

describe.each(browsers)('in %s', (name) => {
  let portal: TestPortal;
  let browser: Driver;
  let page: Page;
  let first: TestCustomer;
  let second: TestCustomer;
  const downloads = mkdtempSync(join(tmpdir(), 'doorcode-e2e-rescue-'));
  const rows = (popup: Popup) => popup.count('.row');
  const savedFiles = () => readdirSync(downloads).filter((file) => file.startsWith('doorcode-copies'));
  /** How many values each saved file has that were set aside; -1 where it is still being written. */
  const setAside = () =>
    savedFiles().map((file) => {
      const text = readFileSync(join(downloads, file), 'utf8');
      return text.endsWith('}\n') ? JSON.parse(text).setAside.length : -1;
    });

  beforeAll(async () => {
    portal = await startPortal();
    const origin = portal.at('rescue');
    first = await addTwoFactorCustomer(portal, 'first');
    second = await addTwoFactorCustomer(portal, 'second');
    browser = await launch(name, { downloads });
    page = await browser.newPage();
    await page.goto(`${origin}/login`);
    const popup = await browser.pressToolbar(page);
    await popup.waitFor('.where');
    await popupPage(popup).choosePassphrase(passphrase);
    await popup.close();
    await addFromLink(browser, page, origin, first.keyUri);
    await addFromLink(browser, page, origin, second.keyUri);
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  /** Opens the first copy of the list, which is the newest that can be read. */
  async function openNewestCopy(popup: Popup): Promise<void> {
    expect(await popup.text('#unreadable-title')).toBe(textOf('unreadableTitle'));
    expect(await popup.count(popupPage(popup).at.bestCopy)).toBe(1);
    await popup.click(popupPage(popup).at.bestCopy);
    const { at } = popupPage(popup);
    await popup.type(at.passphrase, passphrase);
    await popup.press('Enter');
    await popup.waitFor('.row');
  }

  it('the newest copy cut costs nothing: the second one opens in its place', async () => {
    const popup = await openDamaged(browser, page, 'the newest copy cut');
    await popupPage(popup).unlock(passphrase);
    await popup.waitFor('.row');
    expect(await rows(popup)).toBe(2);
    expect(await popup.count('.notice-warning')).toBe(0);
    await popup.close();
  });

  it('both copies cut are listed, and the one kept apart opens with all codes', async () => {
    const popup = await openDamaged(browser, page, 'both copies cut');
    expect(await popup.text('.copies li:first-child .strong')).toBe(textOf('copyApart'));
    expect(await popup.text('.copies')).toContain(textOf('copyDamaged'));
    await popup.click(popupPage(popup).at.bestCopy);
    await popup.type(popupPage(popup).at.passphrase, 'not the passphrase');
    await popup.press('Enter');
    expect(await popup.text('.problem')).toBe(textOf('copyWrong'));
    await popup.click({ button: 'back' });
    await openNewestCopy(popup);
    expect(await rows(popup)).toBe(2);
    await popup.close();
  });

  it('all of storage gone is no fresh start: the copy kept apart opens with all codes', async () => {
    const popup = await openDamaged(browser, page, 'all of storage gone');
    await popup.waitFor('#unreadable-title');
    expect(await popup.count(popupPage(popup).at.newPassphrase)).toBe(0);
    expect(await popup.text('main')).toContain(textOf('unreadableMissing'));
    await openNewestCopy(popup);
    expect(await rows(popup)).toBe(2);
    await popup.close();
  });

  it('what a newer version wrote leads to no older copy, is saved as it lies there, and opens once that version is here', async () => {
    const popup = await openDamaged(browser, page, 'a newer version');
    expect(await popup.text('[role=alert]')).toContain(textOf('unreadableNewer'));
    expect(await popup.text('[role=alert]')).toContain(textOf('unreadableNewerOpen'));
    expect(await popup.count(popupPage(popup).at.bestCopy)).toBe(0);
    await popup.click({ button: 'copiesHereSave' });
    expect(await popup.text('.notice-success')).toBe(textOf('copiesHereSaved'));
    await until('the file is on disk', async () => setAside().some((count) => count >= 0));
    const text = readFileSync(join(downloads, savedFiles()[0] ?? ''), 'utf8');
    const places = JSON.parse(text).copies.map(({ place }: { place: string }) => place);
    expect(JSON.parse(text).format).toBe('doorcode-rescue');
    expect(places).toEqual(expect.arrayContaining(['a', 'mirror']));
    expect(text).not.toContain(first.email);
    await damageStored(popup, 'the version of before');
    await popup.click({ button: 'unreadableRetry' });
    await popupPage(popup).unlock(passphrase);
    await popup.waitFor('.row');
    expect(await rows(popup)).toBe(2);
    await popup.close();
  });

  it('an older state than there should be is said until it is put away, with the copies a press away', async () => {
    const origin = portal.at('rescue');
    const third = await addTwoFactorCustomer(portal, 'third');
    await addFromLink(browser, page, origin, third.keyUri);
    const popup = await openDamaged(browser, page, 'the newest copy cut', 'the second copy cut');
    await popupPage(popup).unlock(passphrase);
    await popup.waitFor('.notice-warning');
    await popup.close();

    const again = await browser.pressToolbar(page);
    await again.waitFor('.row');
    expect(await again.text('.notice-warning')).toContain(textOf('missedAdvice'));
    await again.click({ button: 'missedSee' });
    await again.waitFor('.copies .problem');
    await again.click({ button: 'back' });
    await again.click({ button: 'back' });
    await again.click({ button: 'dismiss' });
    await again.waitForNone('.notice-warning');
    await again.close();

    const later = await browser.pressToolbar(page);
    await later.waitFor('.row');
    expect(await later.count('.notice-warning')).toBe(0);
    expect(await later.text('main')).toContain(first.email);
    await later.close();
  });

  it('a new beginning is held for, leads to a saved copy, and what was there before can still be saved', async () => {
    const popup = await openDamaged(browser, page, 'both copies cut', 'the second copy cut');
    expect(await popup.text('[role=alert]')).toContain(textOf('unreadableNone'));
    await popup.click({ button: 'anewButton' });
    await popup.hold(popupPage(popup).at.hold);
    await popup.click({ button: 'questionMine' });
    await popupPage(popup).typeNewPassphrase('a new beginning of words');
    await popup.waitFor('#restore-title');
    await popup.click({ button: 'cancel' });
    await popup.click({ button: 'copiesHereTitle' });
    await popup.click({ button: 'copiesHereSave' });
    await popup.retype(popupPage(popup).at.passphrase, 'a new beginning of words');
    await popup.click({ button: 'copiesHereSave' });
    // One browser writes over the file of before, the other gives it a new name.
    await until('a file with what was set aside is on disk', async () => setAside().some((count) => count >= 2));
    await popup.close();
  });
});
