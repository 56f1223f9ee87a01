import { browser } from 'wxt/browser';
import { type Shortcut, shortcutsOf } from '../app/shortcuts.ts';

// The page of Chromium's where keys are changed; no link to it works, a new tab does.
const CHROMIUM_PAGE = 'chrome://extensions/shortcuts';

/** The commands with their keys by now. */
export const readShortcuts = async (): Promise<readonly Shortcut[]> => shortcutsOf(await browser.commands.getAll());

/** Opens the browser's own page for changing keys. */
export async function openShortcutSettings(): Promise<void> {
  const { commands }: { readonly commands: object } = browser;
  if ('openShortcutSettings' in commands && typeof commands.openShortcutSettings === 'function')
    await commands.openShortcutSettings();
  else await browser.tabs.create({ url: CHROMIUM_PAGE });
}
