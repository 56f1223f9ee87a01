import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { bundle } from '../../score/fields/bundle.ts';
import { type BrowserName, type Driver, launch } from './driver.ts';
import { underWay } from './under-way.ts';

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** A plain page, and scripts to run in it: the engine, whose global is `engine`, and another module. */
export type EnginePage = { readonly page: Page; readonly engine: string; readonly beside: string };

/**
 * Declares, in a `describe`, that its tests share a browser with one plain page to lend the engine to; asked for before the tests
 * run, it throws.
 * @param beside a module of this folder to bundle too; its exports are in the global of that name
 */
export function enginePage(name: BrowserName, beside?: { readonly path: string; readonly name: string }): EnginePage {
  let browser: Driver | undefined;
  let made: EnginePage | undefined;

  beforeAll(async () => {
    const engine = await bundle(pathOf('../../score/fields/page-room.ts'), 'engine');
    const other = beside === undefined ? '' : await bundle(pathOf(`./${beside.path}`), beside.name);
    browser = await launch(name);
    made = { page: await browser.newPage(), engine, beside: other };
  });

  afterAll(() => browser?.close());

  return {
    get page() {
      return underWay(made).page;
    },
    get engine() {
      return underWay(made).engine;
    },
    get beside() {
      return underWay(made).beside;
    },
  };
}
