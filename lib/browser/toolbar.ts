import { browser } from 'wxt/browser';
import { type Badge, isQuiet } from '../app/badge.ts';
import type { Toolbar } from '../app/site-signs.ts';
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
  pending: { text: '…', title: 'badgePending' },
  ready: { text: '✓', title: 'badgeReady' },
  none: { text: '', title: 'extensionName' },
};

// Beside the letters and the titles, never in their place. White on each: 6.0 and 6.5 to 1.
const colours = { quiet: '#5f6368', pressing: '#a12c21' } as const;

const isBadge = (name: string): name is Badge => Object.hasOwn(signs, name);
// `!` is two signs, neither of them quiet.
const named = Object.keys(signs).filter(isBadge);

// Null gives a tab the sign of all tabs again, in both browsers; the types know text only.
const ofAllTabs: { readonly text?: string } = JSON.parse('{"text":null}');

/** Puts a sign on the toolbar button of a tab; a tab that closed meanwhile is no failure. */
async function show(tabId: number, badge: Badge): Promise<void> {
  const { text } = signs[badge];
  try {
    const color = isQuiet(badge) && badge !== 'none' ? colours.quiet : colours.pressing;
    await browser.action.setBadgeBackgroundColor({ tabId, color });
    await browser.action.setBadgeText({ tabId, ...(badge === 'none' ? ofAllTabs : { text }) });
    // Without a sign of its own a tab shows the one of all tabs, and its title is to say the same.
    const seen = badge === 'none' ? await browser.action.getBadgeText({ tabId }) : text;
    const { title } = signs[seen === signs.locked.text ? 'locked' : badge];
    await browser.action.setTitle({ tabId, title: textOf(title) });
  } catch {
    // Closed.
  }
}

/** The toolbar button; what none of ours shows there, such as another version's sign, is taken for one that asks for a press. */
export const toolbar: Toolbar = {
  show,
  async shown(tabId) {
    const text = await browser.action.getBadgeText({ tabId }).catch(() => null);
    return text === null ? null : (named.find((badge) => signs[badge].text === text) ?? 'several');
  },
};

/** The open tabs. */
export async function allTabs(): Promise<readonly number[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** The exact origin of a tab, which the browser tells of the sites that it grants alone. */
export async function originIn(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.url === undefined ? null : (URL.parse(tab.url)?.origin ?? null);
}

/** Says on the toolbar button of all tabs whether the vault is locked. */
export async function showLocked(locked: boolean): Promise<void> {
  const { text, title } = signs[locked ? 'locked' : 'none'];
  await browser.action.setBadgeBackgroundColor({ color: colours.pressing });
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title: textOf(title) });
}

/** Opens the popup's page in a small window of its own where the tab's window has no toolbar; else `ask` asks for a press. */
async function standIn(tabId: number, ask: () => Promise<void>): Promise<void> {
  const { windowId } = await browser.tabs.get(tabId);
  const { type } = windowId === undefined ? {} : await browser.windows.get(windowId);
  if (type !== 'popup') return ask();
  const url = browser.runtime.getURL(`${POPUP}?tab=${tabId}`);
  await browser.windows.create({ url, type: 'popup', width: 420, height: 640 });
}

/** Opens the popup, in Firefox only before any await in the handler of a press; `ask` asks for a press of the button in its place. */
export async function openPopup(tabId: number | undefined, ask: (tabId: number) => Promise<void>): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    if (tabId !== undefined) await standIn(tabId, () => ask(tabId));
  }
}
