import { browser } from 'wxt/browser';

/** The id of the tab that a popup belongs to; null in a window without one. */
export async function currentTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}
