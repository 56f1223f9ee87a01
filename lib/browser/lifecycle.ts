import { browser } from 'wxt/browser';

const FIRST_RUN_PAGE = '/first-run.html';

/** Calls back when the extension is installed, updated or starts with the browser; a fresh install opens the first-run tab. */
export function onBeginning(begin: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    begin();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL(FIRST_RUN_PAGE) });
  });
  browser.runtime.onStartup.addListener(begin);
}
