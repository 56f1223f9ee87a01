import { browser } from 'wxt/browser';
import { type CurrentTab, currentTab } from './current-tab.ts';

/** The browser's API for panels, which the types leave out: Firefox's or Chromium's. */
function opener(): ((where: { readonly windowId: number }) => Promise<void>) | null {
  const api: unknown = import.meta.env.FIREFOX
    ? Reflect.get(browser, 'sidebarAction')
    : Reflect.get(Object(Reflect.get(globalThis, 'chrome')), 'sidePanel');
  const open: unknown = Reflect.get(Object(api), 'open');
  if (typeof open !== 'function') return null;
  return async (where) => Reflect.apply(open, api, import.meta.env.FIREFOX ? [] : [where]);
}

/** Whether the browser has panels at all: on a phone, and in some browsers made from Chromium, it has none. */
export const isPanelPossible = (): boolean => opener() !== null;

/**
 * Opens the panel in a window, after which the popup goes; called in the press itself, before any await.
 * @returns false where the browser does not open it
 */
export async function openPanel(windowId: number): Promise<boolean> {
  const opened = await opener()?.({ windowId }).then(
    () => true,
    () => false,
  );
  // The menu of the button is answered by the background, which is no window of its own.
  if (opened && location.pathname === '/popup.html' && location.search === '') window.close();
  return opened ?? false;
}

/** Lets through the presses of the document that count, the keyboard's too; the others reach nothing. */
export function guardPresses(guard: { readonly begun: () => void; readonly counts: () => boolean }): void {
  addEventListener('pointerdown', guard.begun, { capture: true });
  addEventListener(
    'click',
    (press) => {
      if (guard.counts()) return;
      press.preventDefault();
      press.stopImmediatePropagation();
    },
    { capture: true },
  );
}

/** Calls back with the tab in front of the panel's window, now and whenever another one comes there or loads a document. */
export function followTabInFront(windowId: number, follow: (tab: CurrentTab) => void): void {
  const look = () => void currentTab('').then((tab) => tab !== null && follow(tab));
  browser.tabs.onActivated.addListener((active) => {
    if (active.windowId === windowId) look();
  });
  browser.tabs.onUpdated.addListener((_tabId, { status }, { active, windowId: at }) => {
    if (status === 'complete' && active && at === windowId) look();
  });
  // The toolbar button may have been pressed since, and what that gives reaches the page.
  addEventListener('focus', look);
  look();
}
