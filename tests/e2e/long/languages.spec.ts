import { readdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import encodeQr from 'qr';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TextKey } from '../../../components/text-keys.ts';
import { localeNames, localeOf } from '../../../scripts/messages/all-locales.ts';
import { builtExtension } from '../../support/e2e/built-extension.ts';
import { type Driver, launch } from '../../support/e2e/driver.ts';
import { declared, overflowing } from '../../support/e2e/overflow.ts';
import { type SmallSite, serveSmallSite } from '../../support/e2e/small-site.ts';

// A test's secret; it belongs to nobody.
const key = 'otpauth://totp/Harbour%20Hosting:ada?secret=JBSWY3DPEHPK3PXP&issuer=Harbour%20Hosting';
const box =
  '<form><label>Authentication code <input name="otp" autocomplete="one-time-code" maxlength="6"></label></form>';
const style = '<style>svg{width:220px;height:220px}</style>';
const passphrase = 'a passphrase of words';
const narrow = { width: 360, height: 600 };

const languages = localeNames.map((name) => {
  const tag = name.replace('_', '-');
  return [tag, { locale: localeOf(name), direction: tag === 'ar' ? 'rtl' : 'ltr' }] as const;
});

let site: SmallSite;
let browser: Driver | null = null;

beforeAll(async () => {
  site = await serveSmallSite(() => ({
    '/enrol': { body: `${style}${encodeQr(key, 'svg')}${box}` },
    '/login': { body: box },
    '/plain': { body: '<p>Nothing to see.</p>' },
  }));
});

afterEach(async () => {
  await browser?.close();
  browser = null;
});

afterAll(async () => {
  await site?.close();
});

it.each(['chrome-mv3', 'firefox-mv3'] as const)('%s has the messages of every language', (build) => {
  expect(readdirSync(`${builtExtension(build)}/_locales`).sort()).toEqual([...localeNames].sort());
});

describe.each(languages)('in %s', (tag, { locale, direction }) => {
  const words = (name: TextKey): string => {
    const text = locale.get(name)?.text;
    if (text === undefined) throw new Error(`no ${name}`);
    return text;
  };

  async function check(screen: Page, name: string): Promise<void> {
    // The popup gives itself a width; a window of ours need not.
    await screen.evaluate('void (document.body.style.width = "auto")');
    expect({ name, declared: await screen.evaluate(declared) }).toEqual({ name, declared: [tag, direction] });
    expect({ name, overflowing: await screen.evaluate(overflowing) }).toEqual({ name, overflowing: [] });
  }

  const press = (screen: Page, name: TextKey): Promise<void> =>
    screen.locator(`::-p-xpath(//button[normalize-space()="${words(name)}"])`).click();

  it('every screen of the popup and every page of ours fits in Chromium, and runs the right way', async () => {
    const chromium = await launch('chromium', { language: tag });
    browser = chromium;
    const ours = String(await chromium.evaluateInBackground('chrome.runtime.getURL("")'));
    const page = await chromium.newPage();

    async function open(path: string): Promise<Page> {
      const screen = await chromium.newPage();
      await screen.setViewport(narrow);
      await screen.goto(`${ours}${path}`);
      await screen.waitForSelector('main');
      return screen;
    }

    async function openOn(path: string, at = 'portal'): Promise<Page> {
      await page.goto(`${site.at(at)}${path}`);
      await chromium.pressToolbar(page);
      const tabId = await chromium.evaluateInBackground(
        'chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab.id)',
      );
      const screen = await open(`popup.html?tab=${tabId}`);
      await screen.waitForSelector('main:not([aria-busy=true])');
      return screen;
    }

    const first = await open('first-run.html');
    await check(first, 'first run');
    await press(first, 'questionShared');
    await first.waitForSelector('#choice-title');
    await check(first, 'first run, shared computer');
    await press(first, 'back');
    await press(first, 'questionMine');
    await first.waitForSelector('.alternative');
    await check(first, 'first run, choice');
    await press(first, 'choiceWithout');
    await first.locator('section[aria-labelledby=recovery-title] input').fill('0000-1111');
    await press(first, 'recoveryContinue');
    await first.waitForSelector('.problem');
    await check(first, 'emergency key');
    await first.close();

    const adding = await openOn('/enrol');
    await adding.waitForSelector('.card');
    await check(adding, 'found, before the choice');
    await press(adding, 'questionMine');
    await adding.waitForSelector('input[autocomplete=new-password]');
    for (const field of await adding.$$('input[autocomplete=new-password]')) await field.type('a passphrase');
    await adding.waitForSelector('meter');
    await check(adding, 'a guessed passphrase');
    for (const field of await adding.$$('input[autocomplete=new-password]')) {
      await field.click({ count: 3 });
      await field.type(passphrase);
    }
    await press(adding, 'choiceSet');
    await adding.waitForSelector('.card [data-first-act]');
    await check(adding, 'found');
    await adding.locator('.card [data-first-act]').click();
    await adding.waitForSelector('.added');
    await check(adding, 'added');
    await adding.close();

    const codes = await openOn('/login');
    await codes.waitForSelector('.row');
    await check(codes, 'codes');
    await codes.locator('button.more').click();
    await codes.waitForSelector('.check-code');
    await codes.locator('.check-code input').fill('12l456');
    await press(codes, 'checkButton');
    await codes.waitForSelector('.check-code .problem');
    await check(codes, 'account, mistyped');
    await codes.locator('.check-code input').fill('000 000');
    await press(codes, 'checkButton');
    await codes.waitForSelector('.account .notice');
    await check(codes, 'account, another code');
    await press(codes, 'accountEdit');
    await codes.waitForSelector('.edit-account');
    await codes.locator('.edit-account summary').click();
    await check(codes, 'edit');
    await press(codes, 'cancel');
    await codes.waitForSelector('.account-change');
    await press(codes, 'moveShow');
    await codes.waitForSelector('#reopen-title');
    await check(codes, 'is it you');
    await codes.close();

    const none = await openOn('/plain');
    await press(none, 'headerAdd');
    await none.waitForSelector(`::-p-xpath(//button[normalize-space()="${words('nothingArea')}"])`);
    await check(none, 'nothing found');
    await press(none, 'nothingManual');
    await none.waitForSelector('#manual-title');
    await none.locator('summary').click();
    await check(none, 'by hand');
    await none.close();

    const other = await openOn('/enrol', 'p0rtal');
    await other.waitForSelector('.card');
    await check(other, 'found at a look-alike');
    await other.close();

    const settings = await openOn('/login');
    await settings.waitForSelector('.row');
    await press(settings, 'headerSettings');
    await settings.waitForSelector('#settings-title');
    await check(settings, 'settings');
    for (const [name, there] of [
      ['removedTitle', '#removed-title'],
      ['copiesHereTitle', '.copies'],
    ] as const) {
      await press(settings, name);
      await settings.waitForSelector(there);
      await check(settings, name);
      await press(settings, 'back');
      await settings.waitForSelector('#settings-title');
    }
    await press(settings, 'settingsExport');
    await settings.locator('input[autocomplete=current-password]').fill(passphrase);
    await check(settings, 'saving a copy, the passphrase');
    await press(settings, 'keysNext');
    await settings.waitForSelector('input[autocomplete=new-password]');
    await check(settings, 'saving a copy');
    await press(settings, 'cancel');
    await press(settings, 'settingsRestore');
    await settings.waitForSelector('input[type=file]');
    await check(settings, 'restoring');
    await press(settings, 'cancel');
    await press(settings, 'back');
    await settings.locator(`button[aria-label="${words('helpButton')}"]`).click();
    await settings.waitForSelector('#help-title');
    await settings.$$eval('details', (topics) => {
      for (const topic of topics) topic.open = true;
    });
    await check(settings, 'help');
    await settings.close();

    for (const path of [
      'keys.html',
      'from-phone.html',
      'from-phone.html?picture',
      'from-phone.html?area',
      'copies.html',
      'print.html',
    ]) {
      const own = await open(path);
      await own.waitForSelector('main h1, main p');
      await check(own, path);
      await own.close();
    }

    const locking = await openOn('/login');
    await locking.waitForSelector('.row');
    await press(locking, 'headerLock');
    await locking.waitForSelector('input[type=password]');
    await check(locking, 'locked');
    await locking.close();
  });

  it('the popup fits in Firefox, and runs the right way', async () => {
    browser = await launch('firefox', { language: tag });
    expect(await browser.evaluateInBackground('browser.i18n.getUILanguage()')).toBe(tag);
    const page = await browser.newPage();
    await page.goto(`${site.at('portal')}/enrol`);
    const popup = await browser.pressToolbar(page);
    await popup.waitFor('.card');
    expect(await popup.evaluate(declared)).toEqual([tag, direction]);
    expect(await popup.evaluate(overflowing)).toEqual([]);
    await popup.close();
  });
});
