import { browser } from 'wxt/browser';
import type { Badge } from '../app/automatic-fill.ts';
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

/** Opens the popup; must come before any await in the handler of a press. Where the browser refuses, a sign asks for a press. */
export async function openPopup(tabId: number | undefined): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    if (tabId !== undefined) await showBadge(tabId, 'several');
  }
}
