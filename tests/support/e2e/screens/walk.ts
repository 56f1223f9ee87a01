import type { Page } from 'puppeteer-core';
import type { Driver } from '../driver.ts';
import type { Words } from './words.ts';

/** What is done at every screen that the walk comes by. */
export type Visitor = {
  /** At each screen, once it is complete. */
  readonly check: (screen: Page, name: string) => Promise<void>;
  /** At a page as it goes to paper. */
  readonly printed?: (screen: Page, name: string) => Promise<void>;
  /** At a choice of a passphrase, of which the bar shows how strong it is. */
  readonly meter?: (screen: Page, name: string) => Promise<void>;
};

/** What the steps through the screens are made with. */
export type Walk = Required<Visitor> & {
  readonly chromium: Driver;
  /** The tab of the site. */
  readonly page: Page;
  /** The site's address. */
  readonly site: string;
  /** Where the extension's own pages are. */
  readonly extension: string;
  readonly words: Words;
  /** Opens a page of the extension in a tab of its own. */
  readonly open: (path: string) => Promise<Page>;
  /** Opens the popup on a page of the site, in place of the one before. */
  readonly openOn: (path: string, at?: string) => Promise<Page>;
  /** Sets the clocks of the background and of every page that is opened from now on ahead; 0 gives them their own time back. */
  readonly later: (ms: number) => Promise<void>;
  /** Presses a button in the popup, named by its English words. */
  readonly press: (english: string) => Promise<void>;
  readonly pressIn: (screen: Page, english: string) => Promise<void>;
};

/** The size of the window that screens are shown in: a popup's, and a phone's for the pages. */
export const smallWindow = { width: 380, height: 600 };

/** A window on a desk, where the page of all accounts has its sections beside it. */
const wideWindow = { width: 1280, height: 800 };

/** Checks a page as it is in both windows; what is wide has a name of its own. */
export async function checkBoth({ check }: Pick<Walk, 'check'>, screen: Page, name: string): Promise<void> {
  await check(screen, name);
  await screen.setViewport(wideWindow);
  await check(screen, `${name}-wide`);
  await screen.setViewport(smallWindow);
}

/** What the walk is made in: a browser, a site, and a language. */
export type WalkIn = Pick<Walk, 'chromium' | 'page' | 'site' | 'words'> & {
  /** What is done to a new tab before anything is opened in it. */
  readonly prepare: (tab: Page) => Promise<void>;
};

const setAhead = (ms: number): string =>
  `void (() => { const clock = (globalThis.clock ??= Date.now); Date.now = () => clock() + ${ms}; })()`;

/** Makes what the steps share. */
export async function createWalk({ prepare, ...rest }: WalkIn, visitor: Visitor): Promise<Walk> {
  const { chromium, page, site, words } = rest;
  const extension = String(await chromium.evaluateInBackground('chrome.runtime.getURL("")'));
  let popup: Page | undefined;
  let aheadMs = 0;
  const newTab = async (): Promise<Page> => {
    const tab = await chromium.newPage();
    await tab.setViewport(smallWindow);
    await prepare(tab);
    if (aheadMs > 0) await tab.evaluateOnNewDocument(setAhead(aheadMs));
    return tab;
  };
  const pressIn = (screen: Page, english: string): Promise<void> => {
    const named = words.of(english).map((text) => `normalize-space()="${text}"`);
    return screen.locator(`::-p-xpath(//button[${named.join(' or ')}])`).click();
  };
  const nothing = async (): Promise<void> => {};
  return {
    ...rest,
    extension,
    printed: nothing,
    meter: nothing,
    ...visitor,
    async open(path) {
      const tab = await newTab();
      await tab.goto(`${extension}${path}`);
      return tab;
    },
    // In a tab of its own that names the page's tab: a true popup would close while pictures are taken.
    async openOn(path, at = site) {
      await popup?.close();
      await page.goto(`${at}${path}`);
      // The press grants the page; its own popup closes as soon as another tab comes to the front.
      await chromium.pressToolbar(page);
      const tabId = await chromium.evaluateInBackground(
        '(async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0].id)()',
      );
      popup = await newTab();
      await popup.goto(`${extension}popup.html?tab=${tabId}`);
      await popup.waitForSelector('main:not([aria-busy=true])');
      return popup;
    },
    async later(ms) {
      aheadMs = ms;
      await chromium.evaluateInBackground(setAhead(ms));
    },
    async press(english) {
      if (popup === undefined) throw new Error('no popup is open');
      await pressIn(popup, english);
    },
    pressIn,
  };
}
