import { browser } from 'wxt/browser';
import type { OwnPage } from '../app/own-page.ts';

/** Opens a page of our own in a tab; a true popup, which would cover it in Firefox, goes. A page that is in a tab itself stays. */
export async function openOwnPage(path: OwnPage): Promise<void> {
  const tabId = await thisTabId();
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
  if (location.search === '' && tabId === null) window.close();
}

/** Opens an address in a tab in place of what it shows; a true popup goes. */
export async function openInTab(tabId: number, address: string): Promise<void> {
  await browser.tabs.update(tabId, { url: address });
  if (location.search === '') window.close();
}

/** The number of this page's tab; null where it has none. */
export async function thisTabId(): Promise<number | null> {
  return (await browser.tabs.getCurrent())?.id ?? null;
}

/** Brings a tab to the front; false where it is gone. */
export async function showTab(tabId: number): Promise<boolean> {
  return browser.tabs.update(tabId, { active: true }).then(
    () => true,
    () => false,
  );
}

/** Closes a tab; one that is gone is as good as closed. */
export async function closeTab(tabId: number): Promise<void> {
  await browser.tabs.remove(tabId).catch(() => undefined);
}

/** Closes the tab of this page. */
export async function closeThisTab(): Promise<void> {
  const tabId = await thisTabId();
  if (tabId !== null) await closeTab(tabId);
}
