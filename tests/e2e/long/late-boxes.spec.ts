import { randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyUriOf } from '../../../portal/key-uri.ts';
import { addFromLink } from '../../support/e2e/customers.ts';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { type SmallSite, serveSmallSite } from '../../support/e2e/small-site.ts';
import { until } from '../../support/e2e/until.ts';

// Boxes that come seconds after their page, on sites that were allowed. `ask` draws the form into an element.
const form =
  '<form><h1>Two-factor authentication</h1><label>Authentication code <input name="otp" maxlength="6"></label><button>Verify</button></form>';
const later = (act: string): string =>
  `<main id="app"><p>Please wait</p></main><script>setTimeout(() => { ${act} }, 2500)</script>`;
const draw = (into: string): string => `${into}.innerHTML = ${JSON.stringify(form)}`;

const pages = {
  plain: later(draw('app')),
  // A component that is there with an empty root from the start.
  component: `<script>const root = document.body.appendChild(document.createElement('code-form')).attachShadow({ mode: 'open' })</script>${later(draw('root'))}`,
  // Closed to scripts of the page too; the test's own keeps them to look into.
  closed: `<script>globalThis.kept = new WeakMap(); const close = (host) => { const root = host.attachShadow({ mode: 'closed' }); kept.set(host, root); return root };
    const root = close(document.body.appendChild(document.createElement('code-form')))</script>${later(draw('root'))}`,
  deep: `<script>globalThis.kept = new WeakMap(); const close = (host) => { const root = host.attachShadow({ mode: 'closed' }); kept.set(host, root); return root };
    const outer = close(document.body.appendChild(document.createElement('div')))</script>${later(`const root = close(outer.appendChild(document.createElement('div'))); ${draw('root')}`)}`,
  route: later(`history.pushState(null, '', '/challenge'); ${draw('app')}; setTimeout(() => { ${draw('app')} }, 40)`),
  frame: later(`app.innerHTML = '<iframe src="/form" width="500" height="300"></iframe>'`),
  beside: later(
    `app.innerHTML = ${JSON.stringify('<form><label>Backup code <input name="code"></label><button>Use it</button></form>')} + ${JSON.stringify(form)}`,
  ),
} as const;

describe.each(browsers)('in %s, on an allowed site,', (name) => {
  let browser: Driver;
  let site: SmallSite;
  let page: Page;

  beforeAll(async () => {
    site = await serveSmallSite(() => ({
      ...Object.fromEntries(Object.entries(pages).map(([path, body]) => [`/${path}`, { body }])),
      '/form': { body: form },
    }));
    // Firefox asks its own question, which Chromium's copy of the build has the answer to.
    browser = await launch(name, name === 'chromium' ? { granted: ['http://*.localhost/*'] } : {});
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** What stands in each box of the page, its shadow roots and its frames, by the box's name. */
  async function held(): Promise<readonly string[]> {
    const each = await Promise.all(
      page.frames().map((frame) =>
        frame.evaluate(() => {
          const kept: unknown = Reflect.get(globalThis, 'kept');
          const innerOf = (element: Element): ShadowRoot | null => {
            const root: unknown = kept instanceof WeakMap ? kept.get(element) : null;
            return element.shadowRoot ?? (root instanceof ShadowRoot ? root : null);
          };
          const boxesIn = (root: ParentNode): HTMLInputElement[] =>
            [...root.querySelectorAll('*')].flatMap((element) => {
              const inner = innerOf(element);
              return [
                ...(element instanceof HTMLInputElement ? [element] : []),
                ...(inner === null ? [] : boxesIn(inner)),
              ];
            });
          return boxesIn(document).map((box) => `${box.name} ${/^\d{6}$/.test(box.value) ? 'filled' : box.value}`);
        }),
      ),
    );
    return each.flat();
  }

  it.each(Object.keys(pages))('fills by itself the box that comes later: %s', async (path) => {
    const origin = site.at(path);
    await addFromLink(browser, page, origin, keyUriOf(new Uint8Array(randomBytes(20)), `${path}@example.com`));
    const popup = await browser.pressToolbar(page);
    await popupPage(popup).fillByItselfHere();
    await browser.allowSite();
    await popup.waitForNone(popupPage(popup).at.automatic);
    await popup.close();
    await page.goto(`${origin}/${path}`);
    expect((await held()).filter((box) => box.includes('filled'))).toEqual([]);
    await until('the code is in the box', async () => (await held()).includes('otp filled'));
    expect((await held()).filter((box) => box.includes('filled'))).toEqual(['otp filled']);
  });
});
