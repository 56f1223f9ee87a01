import type { Driver } from './driver.ts';

/**
 * Evaluates an expression in the page in front as the extension's own scripts see it, out of reach of what the page's scripts made of
 * its world; the extension must have the site.
 * @returns its JSON value
 */
export const inOwnWorld = (browser: Driver, read: () => unknown): Promise<unknown> =>
  browser.evaluateInBackground(`(async () => {
    const { scripting, tabs } = globalThis.browser ?? chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    const [{ result }] = await scripting.executeScript({ target: { tabId: tab.id }, func: ${read} });
    return result;
  })()`);

/** What the box `#code` of the page in front holds; `no box` where there is none. */
export const codeIn = async (browser: Driver): Promise<string> =>
  String(
    await inOwnWorld(browser, () => {
      const box = document.querySelector('#code');
      return box instanceof HTMLInputElement ? box.value : 'no box';
    }),
  );
