import { browser } from 'wxt/browser';
import type { Badge } from '../app/badge.ts';
import { textOf } from './text.ts';

const POPUP = '/popup.html';

const signs: Readonly<Record<Badge, { readonly text: string; readonly title: string }>> = {
  locked: { text: '🔒', title: 'badgeLocked' },
  several: { text: '?', title: 'badgeSeveral' },
  refused: { text: '!', title: 'badgeRefused' },
  unfilled: { text: '!', title: 'badgeUnfilled' },
  backup: { text: '+', title: 'badgeBackup' },
  code: { text: 'QR', title: 'badgeCode' },
  'perhaps-code': { text: 'QR?', title: 'badgePerhapsCode' },
  none: { text: '', title: 'extensionName' },
};

// Null gives a tab the sign of all tabs again, in both browsers; the types know text only.
const ofAllTabs: { readonly text?: string } = JSON.parse('{"text":null}');

/** Puts a sign on the toolbar button of a tab; a tab that closed meanwhile is no failure. */
export async function showBadge(tabId: number, badge: Badge): Promise<void> {
  const { text, title } = signs[badge];
  try {
    await browser.action.setBadgeText({ tabId, ...(badge === 'none' ? ofAllTabs : { text }) });
    await browser.action.setTitle({ tabId, title: textOf(title) });
  } catch {
    // Closed.
  }
}

/** Takes one of some signs off the toolbar button of a tab; what stands there for another reason stays. */
export async function hideBadge(tabId: number, badges: readonly Badge[]): Promise<void> {
  try {
    const shown = await browser.action.getBadgeText({ tabId });
    if (badges.some((badge) => signs[badge].text === shown)) await showBadge(tabId, 'none');
  } catch {
    // Closed.
  }
}

/** Takes a sign off the toolbar button of each tab that shows it. */
export async function hideBadgeEverywhere(badge: Badge): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : hideBadge(id, [badge]))));
}

/** Says on the toolbar button of all tabs whether the vault is locked. */
export async function showLocked(locked: boolean): Promise<void> {
  const { text, title } = signs[locked ? 'locked' : 'none'];
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title: textOf(title) });
}

/** Opens the popup's page in a small window of its own where the tab's window has no toolbar; else a sign asks for a press. */
async function standIn(tabId: number, sign: Badge): Promise<void> {
  const { windowId } = await browser.tabs.get(tabId);
  const { type } = windowId === undefined ? {} : await browser.windows.get(windowId);
  if (type !== 'popup') return showBadge(tabId, sign);
  const url = browser.runtime.getURL(`${POPUP}?tab=${tabId}`);
  await browser.windows.create({ url, type: 'popup', width: 420, height: 640 });
}

/** Opens the popup, in Firefox only before any await in the handler of a press; `sign` is what else asks for a press of the button. */
export async function openPopup(tabId: number | undefined, sign: Badge): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    if (tabId !== undefined) await standIn(tabId, sign);
  }
}
