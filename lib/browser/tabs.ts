import { browser } from 'wxt/browser';

/** The query parameter by which a popup in a window of its own knows the tab that it is about. */
export const TAB_PARAMETER = 'tab';

/** The id of the tab that a popup belongs to; null in a window without one. */
export async function currentTabId(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get(TAB_PARAMETER);
  if (named !== null && /^\d{1,9}$/.test(named)) return Number(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Closes the tab of this page. */
export async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
