import { browser } from 'wxt/browser';

/** Calls back with the id of each tab whose document has loaded; its address is not asked for. */
export function onTabLoaded(loaded: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'complete') loaded(tabId);
  });
}

/** Calls back with the id of each tab that was closed. */
export function onTabClosed(closed: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => closed(tabId));
}
