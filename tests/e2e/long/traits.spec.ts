import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxes, never, type Trait } from '../../fixtures/traits/traits.ts';
import { bundle } from '../../score/fields/bundle.ts';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';

// One page for each trait, with real layout; what is filled by itself there.
let engine: string;
beforeAll(async () => {
  engine = await bundle(fileURLToPath(new URL('../../score/fields/page-room.ts', import.meta.url)), 'engine');
});

describe.each(browsers)('by itself, in %s,', (name) => {
  let browser: Driver;
  let page: Page;

  beforeAll(async () => {
    browser = await launch(name);
    page = await browser.newPage();
  });

  afterAll(() => browser?.close());

  /** Draws the page, lends it the engine, fills; the ids of the boxes that hold something else than before. */
  async function filledIn({ markup, script = '', enrolment = undefined, code = '012345' }: Trait): Promise<unknown> {
    await page.goto('about:blank');
    await page.setContent(`<!doctype html><title>Account</title><body>${markup}</body>`);
    const order = { mode: 'automatic', enrolledHere: true, besideCode: enrolment === true, code };
    return page.evaluate(`(async () => {
      ${script}
      ${engine}
      const found = (root) => [...root.querySelectorAll('*')].flatMap((element) =>
        [...(element.matches('input, textarea') ? [element] : []), ...(element.shadowRoot ? found(element.shadowRoot) : [])]);
      const before = new Map(found(document).map((box) => [box, box.value]));
      await engine.createAgent(window, () => null).write({ ...${JSON.stringify(order)}, origin: self.origin });
      return [...before].filter(([box, value]) => box.value !== value).map(([box]) => box.id || box.name).join(' ');
    })()`);
  }

  it.each(boxes)('the code is filled into $name', async (trait) => {
    expect(await filledIn(trait)).toBe(trait.filled);
  });

  it.each(never)('nothing is filled where there is $name', async (trait) => {
    expect(await filledIn(trait)).toBe('');
  });
});
