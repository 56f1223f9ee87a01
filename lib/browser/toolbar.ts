import { browser } from 'wxt/browser';
import type { Badge } from '../app/automatic-fill.ts';
import { TAB_PARAMETER } from './tabs.ts';
import { textOf } from './text.ts';

const signs: Readonly<Record<Badge, { readonly text: string; readonly title: string }>> = {
  locked: { text: '🔒', title: 'badgeLocked' },
  several: { text: '?', title: 'badgeSeveral' },
  refused: { text: '!', title: 'badgeRefused' },
  none: { text: '', title: 'extensionName' },
};

/** Puts a sign on the toolbar button of a tab; a tab that closed meanwhile is no failure. */
export async function showBadge(tabId: number, badge: Badge): Promise<void> {
  const { text, title } = signs[badge];
  try {
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setTitle({ tabId, title: textOf(title) });
  } catch {
    // Closed.
  }
}

/**
 * Opens the popup; must come before any await in the handler of a press. A window without a toolbar, such as a site opens
 * for an enrolment, has no place for it: there the popup gets a window of its own, for the tab of the press.
 */
export async function openPopup(tabId: number | undefined): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    if (tabId === undefined) return;
    try {
      const url = browser.runtime.getURL(`/popup.html?${TAB_PARAMETER}=${tabId}`);
      await browser.windows.create({ url, type: 'popup', width: 400, height: 640 });
    } catch {
      await showBadge(tabId, 'several');
    }
  }
}
