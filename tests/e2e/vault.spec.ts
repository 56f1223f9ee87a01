import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFromLink, addTwoFactorCustomer, type TestCustomer } from '../support/e2e/customers.ts';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { startPortal, type TestPortal } from '../support/e2e/portal.ts';
import { portalPage, waitForCode } from '../support/e2e/portal-page.ts';
import { textOf } from '../support/e2e/text.ts';
import { until } from '../support/e2e/until.ts';

const temporary = () => mkdtempSync(join(tmpdir(), 'doorcode-e2e-'));
const passphrase = 'four plain words here';
const filePassphrase = 'another one for the file';

describe.each(browsers)('in %s', (name) => {
  let portal: TestPortal;
  let browser: Driver;
  let page: Page;
  let customer: TestCustomer;
  let origin: string;
  const downloads = temporary();
  const profile = temporary();

  beforeAll(async () => {
    portal = await startPortal();
    origin = portal.at('vault');
    customer = await addTwoFactorCustomer(portal, 'keeper');
    browser = await launch(name, { profile, downloads });
    page = await browser.newPage();
    await page.goto(`${origin}/login`);
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).choosePassphrase(passphrase);
    await popup.close();
    await addFromLink(browser, page, origin, customer.keyUri);
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  it('shows nothing while locked, says so on the toolbar and when a passphrase is wrong, and Enter unlocks and fills', async () => {
    const area = portalPage(page, origin, customer);
    await area.logIn();
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.code);
    await screen.lock();
    expect(await popup.count(screen.at.code)).toBe(0);
    await popup.close();
    await until('the badge says so', async () => (await browser.badge()) === '🔒');

    const locked = await browser.pressToolbar(page);
    await popupPage(locked).unlock('not the passphrase');
    expect(await locked.text(screen.at.problem)).toBe(textOf('unlockWrongPassphrase'));
    expect(await locked.count(screen.at.code)).toBe(0);
    await locked.retype(screen.at.passphrase, passphrase);
    await locked.press('Enter');
    await waitForCode(page, area.challengeBox);
    await locked.waitFor('.notice-success');
    expect(await locked.text('main')).toContain(customer.email);
    await locked.close();
    await until('the badge is gone', async () => (await browser.badge()) === '');
  });

  it('has the entries after a power cut, behind the passphrase', async () => {
    await browser.kill();
    browser = await launch(name, { profile, downloads });
    page = await browser.newPage();
    await page.goto(`${origin}/login`);
    const popup = await browser.pressToolbar(page);
    const screen = popupPage(popup);
    await popup.waitFor(screen.at.passphrase);
    expect(await popup.count(screen.at.code)).toBe(0);
    await screen.unlock(passphrase);
    await popup.waitFor(screen.at.code);
    expect(await popup.text('main')).toContain(customer.email);
    await popup.close();
  });

  it('restores an encrypted file in a fresh browser, and the restored entry logs in at its own site', async () => {
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).exportBackup(filePassphrase);
    const files = () => readdirSync(downloads).filter((file) => file.endsWith('.json'));
    await until('the backup is on disk', async () =>
      files().some((file) => readFileSync(join(downloads, file)).length > 0),
    );
    const [file = ''] = files();
    const path = join(downloads, file);
    expect(readFileSync(path, 'utf8')).not.toContain(customer.email);
    await popup.close();
    await browser.close();

    browser = await launch(name);
    page = await browser.newPage();
    const area = portalPage(page, origin, customer);
    await area.logIn();
    const fresh = await browser.pressToolbar(page);
    await popupPage(fresh).withoutPassphrase();
    await popupPage(fresh).restoreBackup(path, filePassphrase);
    await fresh.close();
    const restored = await browser.pressToolbar(page);
    await popupPage(restored).fill();
    await waitForCode(page, area.challengeBox);
    await restored.close();
    expect(await area.sendChallenge()).toContain('Hello,');
  });
});
