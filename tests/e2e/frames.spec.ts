import { randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import encodeQr from 'qr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyUriOf } from '../../portal/key-uri.ts';
import { addFromLink } from '../support/e2e/customers.ts';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { readByScript } from '../support/e2e/read-by-script.ts';
import { type SmallSite, serveSmallSite } from '../support/e2e/small-site.ts';
import { tracesOf } from '../support/faults/encodings.ts';

const box =
  '<form><label for="code">6-digit code from your authenticator</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6"></form>';
const secret = new Uint8Array(randomBytes(20));
const around = (frame: string) => ({ body: `<h1>Two-factor authentication</h1>${frame}` });

// Firefox closes no storage to the extension's own scripts in pages.
const ofTheVault = { chromium: 'nothing', firefox: 'ciphertext alone' } as const;

// The sites are granted, so that scripts reach every frame that a browser lets them reach, and the decision is ours.
describe.each(browsers)('in %s', (name) => {
  let browser: Driver;
  let site: SmallSite;
  let page: Page;

  beforeAll(async () => {
    site = await serveSmallSite((port) => ({
      '/box': { body: box },
      '/box-sandboxed': { body: box, headers: { 'Content-Security-Policy': 'sandbox allow-scripts allow-forms' } },
      '/same': around('<iframe src="/box" width="400" height="200"></iframe>'),
      '/cross': around(`<iframe src="http://elsewhere.localhost:${port}/box" width="400" height="200"></iframe>`),
      '/sandbox': around('<iframe sandbox="allow-scripts allow-forms" src="/box" width="400" height="200"></iframe>'),
      '/policy': around('<iframe src="/box-sandboxed" width="400" height="200"></iframe>'),
      '/hidden': around('<iframe src="/box" width="400" height="200" style="opacity: 0"></iframe>'),
      '/code': { body: encodeQr(keyUriOf(new Uint8Array(20).fill(8), 'framed@example.com'), 'svg') },
      '/cross-code': {
        body: `<iframe src="http://elsewhere.localhost:${port}/code" width="400" height="400"></iframe>`,
      },
      '/own-policy': { body: box, headers: { 'Content-Security-Policy': 'sandbox allow-scripts allow-forms' } },
    }));
    browser = await launch(name, { granted: ['http://*.localhost/*'] });
    page = await browser.newPage();
    await addFromLink(browser, page, site.at('frames'), keyUriOf(secret, 'frames@example.com'));
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Opens a page, asks for its code past every button, and gives the answer and what stands in the box then. */
  async function ask(path: string): Promise<{ answer: unknown; inBox: string }> {
    await page.goto(`${site.at('frames')}${path}`);
    const frame = page.frames().find((each) => each !== page.mainFrame()) ?? page.mainFrame();
    await frame.waitForSelector('#code');
    const popup = await browser.pressToolbar(page);
    await popup.waitFor(popupPage(popup).at.code);
    const answer = await popupPage(popup).fillFirstAnyway();
    await popup.close();
    const inBox = await frame.$eval('#code', (input) => (input instanceof HTMLInputElement ? input.value : 'no box'));
    return { answer, inBox };
  }

  it.each([
    ['a frame of another origin', '/cross', 'cross-origin-frame'],
    ['a sandboxed frame', '/sandbox', 'origin-not-fillable'],
    ['a frame sandboxed by its policy', '/policy', 'origin-not-fillable'],
    ['an invisible frame', '/hidden', 'frame-not-visible'],
    ['a page sandboxed by its own policy', '/own-policy', 'origin-not-fillable'],
  ])('gives nothing to %s', async (_, path, reason) => {
    const { answer, inBox } = await ask(path);
    expect(inBox).toBe('');
    expect(answer).toStrictEqual({ kind: 'fill', result: { kind: 'withheld', reason } });
  });

  it('offers no code that a frame of another origin shows', async () => {
    await page.goto(`${site.at('around')}/cross-code`);
    const popup = await browser.pressToolbar(page);
    await popup.waitFor('.help-line[data-step=none], section.card dl');
    expect(await popup.count(popupPage(popup).at.found)).toBe(0);
    await popup.close();
  });

  it(`lets the extension's own scripts in pages read ${ofTheVault[name]} of the open vault`, async () => {
    const dataKey = await browser.evaluateInBackground(
      `(globalThis.browser ?? chrome).storage.session.get('vault.session').then((all) => all['vault.session'].dataKey)`,
    );
    const opening = [secret, Buffer.from(String(dataKey), 'base64')];
    expect(opening.map(({ length }) => length)).toEqual([20, 32]);
    expect(await readByScript(browser, 'session')).toMatch(/^refused: /);
    const local = await readByScript(browser, 'local');
    expect(local).toMatch(name === 'chromium' ? /^refused: .*not allowed/ : /"vault\./);
    const lies = (part: Buffer) => Buffer.from(local, 'latin1').includes(part);
    const found = opening.flatMap((bytes) => tracesOf(bytes)).filter(({ parts }) => parts.some(lies));
    expect(found.map(({ encoding }) => encoding)).toEqual([]);
  });

  it('fills a visible frame of the same origin', async () => {
    const { answer, inBox } = await ask('/same');
    expect(answer).toMatchObject({ result: { kind: 'written' } });
    expect(inBox).toMatch(/^\d{6}$/);
  });
});
