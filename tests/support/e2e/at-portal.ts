import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { type BrowserName, type Driver, type LaunchOptions, launch } from './driver.ts';
import { type PortalOptions, startPortal, type TestPortal } from './portal.ts';
import { underWay } from './under-way.ts';

/** A portal, a browser, and the page that it opened first. */
export type AtPortal = { readonly portal: TestPortal; readonly browser: Driver; readonly page: Page };

/**
 * Declares, in a `describe`, that its tests share a portal of their own and a browser with one open page; asked for before the
 * tests run, they throw.
 */
export function atPortal(
  name: BrowserName,
  { launched, ...ofPortal }: PortalOptions & { readonly launched?: LaunchOptions } = {},
): AtPortal {
  let portal: TestPortal | undefined;
  let browser: Driver | undefined;
  let page: Page | undefined;

  beforeAll(async () => {
    portal = await startPortal(ofPortal);
    browser = await launch(name, launched);
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  return {
    get portal() {
      return underWay(portal);
    },
    get browser() {
      return underWay(browser);
    },
    get page() {
      return underWay(page);
    },
  };
}
