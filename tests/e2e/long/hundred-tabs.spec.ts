import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt } from '../../../lib/otp/code.ts';
import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import { type SmallSite, serveSmallSite } from '../../support/e2e/small-site.ts';
import { until } from '../../support/e2e/until.ts';
import { listOf } from '../../support/faults/answer.ts';
import { type OpenProfile, openProfile } from '../../support/faults/open-profile.ts';
import { createVault, newKey } from '../../support/faults/vault-acts.ts';
import { restore } from '../../support/faults/writer.ts';

const TABS = 100;
const PERIOD_MS = 30_000;

// Counts what is written into the box by anybody, and tells when the first was.
const challenge = `<h1>Two-factor authentication</h1>
  <form><label>Enter the six-digit code from your authenticator app <input name="otp" autocomplete="one-time-code" inputmode="numeric" maxlength="6"></label>
  <button>Log in</button></form>
  <script>
    globalThis.written = [];
    document.addEventListener('input', ({ target }) => { if (target.value.length === 6) globalThis.written.push(target.value); });
  </script>`;

describe('in chromium, a hundred tabs of a hundred sites', () => {
  const profile = mkdtempSync(join(tmpdir(), 'doorcode-tabs-'));
  let open: OpenProfile;
  let site: SmallSite;
  const pages: Page[] = [];
  let later: Page;
  const parameters = new Map<string, OtpParameters>();

  beforeAll(async () => {
    site = await serveSmallSite(() => ({ '/': { body: '' }, '/challenge': { body: challenge } }));
    open = await openProfile(profile, 'chromium', { granted: ['http://*.localhost/*'] });
    await createVault(open.ask, newKey());
    const accounts = Array.from({ length: TABS + 1 }, (_, index) => {
      const secret = crypto.getRandomValues(new Uint8Array(20));
      const origin = site.at(`site-${index}`);
      parameters.set(origin, { type: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 });
      return { issuer: `Site ${index}`, origins: [origin], secret };
    });
    for (const { issuer, origins, secret } of accounts)
      await restore(open.ask, [issuer], { secret, backupCodes: [], origins });
    for (const origin of parameters.keys()) {
      const page = await open.driver.newPage();
      await page.goto(`${origin}/`);
      pages.push(page);
    }
    // As the popup asks once the customer said yes.
    const tabs = listOf(
      await open.evaluate(`chrome.tabs.query({}).then((all) => all.map(({ id, url }) => [id, url]))`),
    );
    for (const tab of tabs) {
      const [tabId, url] = listOf(tab);
      const origin = URL.parse(String(url))?.origin ?? '';
      if (!parameters.has(origin)) continue;
      const wanted = await open.ask({ kind: 'want-automatic', tabId, shown: origin });
      expect(wanted.kind).toBe('done');
    }
    later = pages.pop() ?? later;
  }, 240_000);

  afterAll(async () => {
    await open?.driver.kill();
    await site?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  const written = async (page: Page): Promise<readonly string[]> =>
    listOf(await page.evaluate('globalThis.written ?? []')).map(String);
  const originOf = (page: Page): string => new URL(page.url()).origin;

  it('get each the code of its own account by itself, and no second one', async () => {
    await until('a time step has begun', async () => Date.now() % PERIOD_MS < 5_000);
    const startMs = performance.now();
    await Promise.all(pages.map((page) => page.goto(`${originOf(page)}/challenge`)));
    const loadedMs = performance.now();
    await until(
      'all are filled',
      async () => (await Promise.all(pages.map(written))).every(({ length }) => length > 0),
      90_000,
    );
    const filledMs = performance.now();
    console.log(
      `${TABS} tabs loaded in ${Math.round(loadedMs - startMs)} ms, all filled after ${Math.round(filledMs - startMs)} ms`,
    );

    const now = Date.now();
    const steps = [now, now - PERIOD_MS, now - 2 * PERIOD_MS, now - 3 * PERIOD_MS];
    for (const page of pages) {
      const own = parameters.get(originOf(page));
      const codes = own === undefined ? [] : steps.map((unixMs) => codeAt(own, unixMs).code);
      const [code = '', ...more] = await written(page);
      expect(codes).toContain(code);
      expect(more).toEqual([]);
    }

    // A box that comes anew in a document that had its code gets none, in the first tabs as in the last.
    for (const page of pages)
      await page.evaluate(`(() => {
        const box = document.querySelector('input');
        const fresh = box.cloneNode();
        fresh.value = '';
        box.replaceWith(fresh);
      })()`);
    // What a tab gets that asks later came after all that the others would have got.
    await later.goto(`${originOf(later)}/challenge`);
    await until('the later tab is filled', async () => (await written(later)).length === 1, 90_000);
    for (const page of pages) expect(await written(page)).toHaveLength(1);
  });
});
