import { browser } from 'wxt/browser';
import type { Pointed, Press } from '../app/press-service.ts';
import { isPanelPossible, openPanel } from './panel.ts';
import { textOf } from './text.ts';

const OPEN_MANAGER = 'open-manager';
const OPEN_PANEL = 'open-panel';

const presses: readonly unknown[] = ['fill-code', 'add-from-page', 'add-picture', 'add-link', 'lock-vault'];
const isPress = (value: unknown): value is Press => presses.includes(value);

/** Serves keyboard commands and menu entries alike; the handler starts in the press, before any await. */
export function servePresses(
  serve: (press: Press, tabId: number | undefined, pointed: Pointed | null) => Promise<void>,
): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (isPress(command)) void serve(command, tab?.id, null);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, srcUrl, linkUrl, frameId = 0 }, tab) => {
    if (menuItemId === OPEN_MANAGER) void browser.tabs.create({ url: browser.runtime.getURL('/manager.html') });
    if (menuItemId === OPEN_PANEL && tab?.windowId !== undefined) void openPanel(tab.windowId);
    const address = menuItemId === 'add-link' ? linkUrl : srcUrl;
    if (isPress(menuItemId)) void serve(menuItemId, tab?.id, address === undefined ? null : { address, frameId });
  });
}

/**
 * Makes the menu entries anew: one each on boxes, on the page, on its pictures, and on links, and those of the toolbar button. On all links, as no pattern of either
 * browser matches an address of another scheme that has a host (`otpauth://totp/…`; `otpauth:*` wants none): the press tells.
 */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: 'fill-code', title: textOf('menuFill'), contexts: ['editable'] });
  // Pages of the browser's, and our own, cannot be read.
  const documentUrlPatterns = ['https://*/*', 'http://*/*'];
  browser.contextMenus.create({
    id: 'add-from-page',
    title: textOf('commandAdd'),
    contexts: ['page'],
    documentUrlPatterns,
  });
  browser.contextMenus.create({ id: 'add-picture', title: textOf('menuAdd'), contexts: ['image'] });
  browser.contextMenus.create({ id: 'add-link', title: textOf('menuAddLink'), contexts: ['link'] });
  browser.contextMenus.create({ id: 'lock-vault', title: textOf('commandLock'), contexts: ['action'] });
  browser.contextMenus.create({ id: OPEN_MANAGER, title: textOf('managerOpen'), contexts: ['action'] });
  if (isPanelPossible())
    browser.contextMenus.create({ id: OPEN_PANEL, title: textOf('panelOpen'), contexts: ['action'] });
}
