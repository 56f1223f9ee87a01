import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextKey } from '../../../components/text-keys.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { type SmallSite, serveSmallSite } from '../../support/e2e/small-site.ts';
import { textOf } from '../../support/e2e/text.ts';
import { until } from '../../support/e2e/until.ts';

const NAME = 'Harbour Hosting';
const ID = 'doorcode@doorcode.example';
const said = (key: TextKey, name: string): string => textOf(key).replace('$1', name);
const setUp = (account: string, secret: string) => ({
  body: `<a href="otpauth://totp/Harbour:${account}?secret=${secret}&issuer=Harbour">Set up</a>
    <label>Code <input name="code" autocomplete="one-time-code"></label>`,
});

it.each(browsers)('in %s nothing is set where nobody manages it', async (name) => {
  const home = mkdtempSync(join(tmpdir(), 'doorcode-home-'));
  const browser = await launch(name, { home });
  try {
    const popup = await browser.pressToolbar(await browser.newPage());
    // What Firefox says of a manifest that is not there is known by its very words.
    expect(await popup.evaluate("(globalThis.browser ?? chrome).runtime.sendMessage({ kind: 'policies' })")).toEqual({
      kind: 'policies',
      policies: noPolicies,
      lacksPassphrase: false,
    });
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
});

// Chromium reads policies below /etc alone, where a test does not write.
describe('in Firefox, with a native manifest of an organisation', () => {
  let home: string;
  let site: SmallSite;
  let browser: Driver;
  let page: Page;
  const allowed = () => site.at('area');

  beforeAll(async () => {
    site = await serveSmallSite(() => ({
      '/ada': setUp('ada', 'JBSWY3DPEHPK3PXP'),
      '/bob': setUp('bob', 'KRSXG5CTMVRXEZLU'),
    }));
    home = mkdtempSync(join(tmpdir(), 'doorcode-home-'));
    const folder = join(home, '.mozilla', 'managed-storage');
    mkdirSync(folder, { recursive: true });
    const data = {
      organisationName: NAME,
      allowedPortals: [allowed()],
      passphraseRequired: true,
      autoLockMostMinutes: '7',
      plainExportForbidden: true,
      presetPortal: `${allowed()}/ada`,
    };
    const manifest = { name: ID, description: 'Doorcode here', type: 'storage', data };
    writeFileSync(join(folder, `${ID}.json`), JSON.stringify(manifest));
    browser = await launch('firefox', { home });
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  it('lets nobody begin without a passphrase', async () => {
    await page.goto(allowed());
    const popup = await browser.pressToolbar(page);
    await popup.click({ button: 'questionMine' });
    const needed = said('policyNeedsPassphrase', NAME);
    await until('the passphrase is said to be needed', async () => (await popup.text('#choice-title + p')) === needed);
    expect(await popup.count({ button: 'choiceWithout' })).toBe(0);
    await popup.click({ button: 'back' });
    await popupPage(popup).choosePassphrase('four plain words here');
    expect(await popup.text('a')).toBe(said('policyOpen', NAME));
    await popup.close();
  });

  it('adds at the allowed site, and at another one adds nothing and names who decided so', async () => {
    await page.goto(`${allowed()}/ada`);
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).addFound();
    await popup.close();
    await page.goto(`${site.at('elsewhere')}/bob`);
    const other = await browser.pressToolbar(page);
    await other.waitFor('.notice-info');
    expect(await other.text('.notice-info')).toBe(said('policySiteClosed', NAME));
    expect(await other.count('.card')).toBe(0);
    await other.close();
  });

  it('says in the settings what is set, takes the strict choice for what it cannot read, and shows no setup key', async () => {
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).openSettings();
    expect(await popup.text('#policy-title')).toBe(said('policyTitle', NAME));
    expect(await popup.text('ul.policies')).toContain(said('policyAutoLock', '1'));
    expect(await popup.text('#policy-title + p')).toBe(said('policyUnreadable', 'autoLockMostMinutes'));
    const answer = await popup.evaluate(`(async () => {
      const { entries } = await browser.runtime.sendMessage({ kind: 'list-entries', tabId: 1, most: 10 });
      return browser.runtime.sendMessage({ kind: 'export-entry', entryId: entries[0].id, proof: null });
    })()`);
    expect(answer).toEqual({ kind: 'failed', reason: 'export-forbidden' });
    await popup.close();
  });
});
