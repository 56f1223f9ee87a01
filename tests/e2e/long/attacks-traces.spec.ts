import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOf } from '../../output/build.ts';
import { atAttackedSite, codeBox } from '../../support/e2e/at-attacked-site.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { fillByItself } from '../../support/e2e/fill-by-itself.ts';
import { withoutLuxuries } from '../../support/e2e/firefox.ts';
import { heardSince, noteHeard } from '../../support/e2e/heard-messages.ts';
import { probe, reaching, timing } from '../../support/e2e/page-probe.ts';
import { until } from '../../support/e2e/until.ts';
import { fieldOf } from '../../support/faults/answer.ts';
import { launchPlain } from '../../support/plain-browser.ts';

const builds = { chromium: 'chrome', firefox: 'firefox' } as const;
const view = { width: 900, height: 600 };
const login = `<h1>Log in</h1>${codeBox}<p>Text</p>`;

// Beside it the same browser without the extension, which reads what a page can read anywhere.
describe.each(browsers)('in %s, a page', (name) => {
  const at = atAttackedSite(name, () => ({
    '/': { body: login },
    '/inner': { body: '<p id="inner">Inner</p>' },
    '/frames': { body: '<div id="frames"></div>' },
  }));
  const nowhere = (): string =>
    base.replace(/[\w-]+(?=\/$)/, name === 'chromium' ? 'a'.repeat(32) : crypto.randomUUID());
  const files = filesOf(builds[name]).map(({ path }) => path);
  let plain: Browser;
  let without: unknown;
  let base: string;

  beforeAll(async () => {
    plain = await launchPlain(name, withoutLuxuries);
    const page = await plain.newPage();
    await page.setViewport(view);
    await page.goto(`${at.origin}/`);
    without = await page.evaluate(probe);
    await at.page.setViewport(view);
    base = String(await at.browser.evaluateInBackground(`(globalThis.browser ?? chrome).runtime.getURL('')`));
  });
  afterAll(() => plain?.close());

  it('finds no trace of an open vault that has an account of its site', async () => {
    await at.open('/');
    expect(await at.page.evaluate(probe)).toEqual(without);
  });

  it('finds none either where codes may be filled by themselves, and its box was looked at', async () => {
    await fillByItself(at.browser, at.page);
    await noteHeard(at.browser);
    await at.open('/');
    expect(await at.page.evaluate(probe)).toEqual(without);
    await until('the watcher was there', async () =>
      (await heardSince(at.browser)).includes('onMessage challenge-seen'),
    );
  });

  it('would find one in each thing that a script of ours left there', async () => {
    await at.open('/');
    await at.browser.evaluateInBackground(`(async () => {
      const { scripting, tabs } = globalThis.browser ?? chrome;
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      const target = { tabId: tab.id };
      await scripting.executeScript({ target, world: 'MAIN', func: () => {
        globalThis.trace = 1;
        JSON.parse = () => null;
        postMessage('here', '*');
        document.body.append(document.createElement('iframe'));
        document.adoptedStyleSheets = [new CSSStyleSheet()];
        document.body.style.color = 'red';
        document.body.append(document.createElement('div'));
        document.body.lastElementChild.attachShadow({ mode: 'open' });
        setTimeout(() => document.querySelector('#code').focus(), 300);
      } });
      return true;
    })()`);
    const found = await at.page.evaluate(probe);
    const differs = (kind: string): boolean => String(fieldOf(found, kind)) !== String(fieldOf(without, kind));
    const kinds = ['globals', 'markup', 'trees', 'styles', 'sheets', 'replaced', 'frames', 'focus'];
    expect(kinds.filter((kind) => !differs(kind))).toEqual([]);
  });

  it('reaches no file of the extension, and is told of none of them more than of one that is not there', async () => {
    await at.open('/frames');
    const reached = await at.page.evaluate(reaching(base, files));
    expect(Object.keys(Object(reached))).toEqual(files);
    expect(JSON.stringify(reached)).not.toMatch(/got|loaded/);
    expect(reached).toEqual(await at.page.evaluate(reaching(nowhere(), files)));
    // The site's own are reached in the same ways.
    expect(JSON.stringify(await at.page.evaluate(reaching(`${at.origin}/`, ['inner'])))).toContain('got');
  });

  it('is refused a file in the same time, whether the extension is there or not', async ({ skip }) => {
    skip(name === 'firefox', 'in Firefox no page knows the address, which is another one in each profile');
    await at.open('/frames');
    const chance = Number(await at.page.evaluate(timing(`${base}icon/16.png`, `${nowhere()}icon/16.png`)));
    console.log(`a refusal takes longer where the extension is: ${chance.toFixed(2)} of 1`);
    expect(Math.abs(chance - 0.5)).toBeLessThan(0.2);
  });

  it('frames no page of the extension', async () => {
    await at.open('/frames');
    await noteHeard(at.browser);
    const framing = (address: string): string => `new Promise((resolve) => {
      const frame = Object.assign(document.createElement('iframe'), { width: 600, height: 500, src: '${address}' });
      const end = () => resolve(frame.contentDocument?.body?.textContent || 'nothing to read');
      frame.onload = end;
      document.body.append(frame);
      // Firefox says nothing of a frame that it refuses.
      setTimeout(end, 700);
    })`;
    const ours = files.filter((path) => path.endsWith('.html'));
    expect(ours).toContain('popup.html');
    for (const path of [...ours, 'popup.html?panel', 'popup.html?tab=1'])
      expect(await at.page.evaluate(framing(`${base}${path}`)), path).toBe('nothing to read');
    const shown = at.page.frames().map((frame) => frame.url());
    expect(shown.filter((address) => address.startsWith(base) && name === 'chromium')).toEqual([]);
    expect(await at.page.evaluate(framing(`${at.origin}/inner`))).toContain('Inner');
    // A page of ours that ran in a frame would have asked for the state of the vault.
    expect((await heardSince(at.browser)).filter((heard) => heard.startsWith('framed'))).toEqual([]);
  });
});
