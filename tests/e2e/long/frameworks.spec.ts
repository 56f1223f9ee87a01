import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../score/fields/bundle.ts';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import { until } from '../../support/e2e/until.ts';

// Boxes that the real libraries draw, in the page's own world: harder than the isolated one, where a page's setters are not seen.
const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

let engine: string;
let frameworks: string;
beforeAll(async () => {
  engine = await bundle(pathOf('../../score/fields/page-room.ts'), 'engine');
  frameworks = await bundle(pathOf('../../support/e2e/framework-boxes.ts'), 'frameworks');
});

describe.each(browsers)('boxes of real libraries, in %s', (name) => {
  let browser: Driver;
  let page: Page;

  beforeAll(async () => {
    browser = await launch(name);
    page = await browser.newPage();
  });

  afterAll(() => browser?.close());

  const state = async (): Promise<unknown> =>
    JSON.parse(String(await page.evaluate('JSON.stringify(frameworks.held)')));

  it.each<[string, string, { readonly state: string; readonly sent: string }]>([
    ['React controls', 'react', { state: '012345', sent: '' }],
    ['React sends at the last digit and takes away', 'react-sends', { state: '012345', sent: '012345' }],
    ['React spreads over six, and sends at the last', 'react-row', { state: '012345', sent: '012345' }],
    ['input-otp lays over drawn ones, and sends at the last', 'input-otp', { state: '012345', sent: '012345' }],
    ['Vue binds', 'vue', { state: '012345', sent: '' }],
    ['Vue binds, six of one digit', 'vue-row', { state: '012345', sent: '' }],
    ['imask masks', 'imask', { state: '012345', sent: '' }],
  ])('one that %s is found by itself, and its page holds the whole code', async (_, kind, expected) => {
    await page.goto('about:blank');
    await page.setContent(
      '<!doctype html><title>Log in</title><style>[maxlength="1"] { width: 2em }</style><h1>Two-factor authentication</h1><div id="app"></div>',
    );
    await page.evaluate(frameworks);
    await page.evaluate(engine);
    await page.evaluate(`frameworks.kinds['${kind}'](document.querySelector('#app'))`);
    await until('it is drawn', () => page.evaluate(`document.querySelector('input') !== null`));
    const order = { mode: 'automatic', enrolledHere: true, besideCode: false, code: '012345' };
    const told = await page.evaluate(
      `engine.createAgent(window, () => null).write({ ...${JSON.stringify(order)}, origin: self.origin })`,
    );
    expect([told, await state()]).toEqual(['filled', expected]);
  });
});
