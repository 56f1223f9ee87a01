import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { writeSavedCopy } from '../../support/e2e/saved-copy.ts';
import { textOf } from '../../support/e2e/text.ts';
import { type OpenProfile, openProfile } from '../../support/faults/open-profile.ts';
import { createVault, newKey } from '../../support/faults/vault-acts.ts';
import { restore } from '../../support/faults/writer.ts';

const COUNT = 10_000;
const PASSPHRASE = 'ten thousand doors and one key';
/** More rows than anybody sees at once, and far fewer than there are. */
const MOST_ROWS = 250;
/** Of a file, the rows that the preview draws before somebody asks for more. */
const MOST_PREVIEWED = 1_000;

/** Milliseconds from an act in a page until a condition holds and the frame after it; `longestMs`: the longest gap between frames. */
async function timed(page: Page, act: string, condition: string): Promise<{ tookMs: number; longestMs: number }> {
  const measured = await page.evaluate(`(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const start = performance.now();
    let [before, longest] = [start, 0];
    ${act};
    const look = async () => {
      await frame();
      const now = performance.now();
      longest = Math.max(longest, now - before);
      before = now;
    };
    do await look(); while (!(${condition}));
    await look();
    return [performance.now() - start, longest];
  })()`);
  const [tookMs = 0, longestMs = 0] = Array.isArray(measured) ? measured.map((one) => Math.round(Number(one))) : [];
  return { tookMs, longestMs };
}

const codes = { type: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;

const typing = (text: string): string => `(() => {
  const box = document.querySelector('input[type=search]');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, ${JSON.stringify(text)});
  box.dispatchEvent(new Event('input', { bubbles: true }));
})()`;

describe('in chromium, ten thousand accounts', () => {
  const profile = mkdtempSync(join(tmpdir(), 'doorcode-thousands-'));
  const figures: Record<string, unknown> = {};
  let open: OpenProfile;
  let base: string;

  const newPage = async (path: string): Promise<Page> => {
    const page = await open.driver.newPage();
    await page.goto(`${base}${path}`);
    return page;
  };
  const rows = (page: Page, selector: string) => page.$$eval(selector, (all) => all.length);

  beforeAll(async () => {
    open = await openProfile(profile);
    base = String(await open.evaluate('location.origin'));
    await createVault(open.ask, newKey());
    const startMs = performance.now();
    const names = Array.from({ length: COUNT }, (_, index) => `Service ${index}`);
    expect((await restore(open.ask, names)).answer).toMatchObject({ kind: 'restored', added: COUNT });
    figures['brought in by a saved copy'] = Math.round(performance.now() - startMs);
  }, 300_000);

  afterAll(async () => {
    console.log(JSON.stringify(figures, null, 1));
    await open?.driver.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  it('are listed, found and scrolled through on the page of all accounts, of which it draws a few', async () => {
    const page = await newPage('/manager.html');
    const row = '.account-row';
    figures['manager: first rows'] = await timed(page, '', `document.querySelector('${row}') !== null`);
    figures['manager: rows at first'] = await rows(page, row);
    figures['manager: search'] = await timed(
      page,
      typing('Service 9999'),
      `document.querySelectorAll('${row}').length === 1`,
    );
    figures['manager: search cleared'] = await timed(
      page,
      typing(''),
      `document.querySelectorAll('${row}').length > 1`,
    );
    const before = await rows(page, row);
    figures['manager: scrolled to the end of what is drawn'] = await timed(
      page,
      'scrollTo(0, document.body.scrollHeight)',
      `document.querySelectorAll('${row}').length > ${before}`,
    );
    const drawn = await rows(page, row);
    figures['manager: rows after it'] = drawn;
    const pins = `document.querySelectorAll('${row} [data-control=pin]')`;
    const isFirst = `${pins}[0].textContent.trim() === ${JSON.stringify(textOf('managerUnpin'))}`;
    figures['manager: pinned'] = await timed(page, `${pins}[3].click()`, isFirst);
    expect(drawn).toBeLessThan(MOST_ROWS);
    await page.close();
  });

  it('are listed and found in the popup, of which it draws a few', async () => {
    const page = await newPage('/popup.html');
    const row = 'li.row';
    figures['popup: first rows'] = await timed(page, '', `document.querySelector('${row}') !== null`);
    const drawn = await rows(page, row);
    figures['popup: rows at first'] = drawn;
    expect(drawn).toBeLessThan(MOST_ROWS);
    figures['popup: search'] = await timed(
      page,
      typing('Service 9999'),
      `document.querySelectorAll('${row}').length === 1`,
    );
    expect(await rows(page, row)).toBe(1);
    await page.close();
  });

  it('of a file are previewed, of which it draws a thousand', async () => {
    const path = join(profile, 'ten-thousand.json');
    const accounts = Array.from({ length: COUNT }, (_, index) => ({
      issuer: `Other ${index}`,
      account: 'other@example.com',
      parameters: { ...codes, secret: crypto.getRandomValues(new Uint8Array(20)) },
    }));
    await writeSavedCopy(path, PASSPHRASE, accounts);
    const page = await newPage('/popup.html?tab=0#restore');
    const popup = await open.driver.ownPage('/popup.html?tab=0#restore');
    const { at } = popupPage(popup);
    await popup.upload(at.file, path);
    await popup.type(at.filePassphrase, PASSPHRASE);
    figures['preview of a file'] = await timed(
      page,
      `document.querySelector(${JSON.stringify(at.submit)}).click()`,
      `document.querySelector(${JSON.stringify(at.preview)}) !== null`,
    );
    const drawn = await rows(page, '.import-rows > li');
    figures['preview: rows'] = drawn;
    expect(drawn).toBe(MOST_PREVIEWED);
  });
});
