import type { Driver } from './driver.ts';

/** What the toolbar button of the active tab says when it is pointed at. */
export const titleOfButton = (browser: Driver): Promise<unknown> =>
  browser.evaluateInBackground(`(async () => {
    const api = globalThis.browser ?? chrome;
    const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
    return api.action.getTitle({ tabId: tab.id });
  })()`);
