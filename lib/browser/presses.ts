import { browser } from 'wxt/browser';
import { textOf } from './text.ts';

/** What the customer can ask for outside the popup. */
export type Press = 'fill-code' | 'add-from-page' | 'lock-vault';

const isPress = (value: unknown): value is Press =>
  value === 'fill-code' || value === 'add-from-page' || value === 'lock-vault';

/** Serves keyboard commands and menu entries alike; the handler starts in the press, before any await. */
export function servePresses(serve: (press: Press, tabId: number | undefined) => Promise<void>): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (isPress(command)) void serve(command, tab?.id);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (isPress(menuItemId)) void serve(menuItemId, tab?.id);
  });
}

/** Makes the menu entries anew: one on boxes, one on the page and its pictures. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: 'fill-code', title: textOf('menuFill'), contexts: ['editable'] });
  browser.contextMenus.create({ id: 'add-from-page', title: textOf('commandAdd'), contexts: ['page', 'image'] });
}
