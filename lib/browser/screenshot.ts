import { browser } from 'wxt/browser';

const windowInFront = async (tabId: number): Promise<number | null> => {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.active === true && tab.windowId !== undefined ? tab.windowId : null;
};

/** Takes the picture of a tab that is in front in its window, before and after; null where it is not, or without a press's grant. */
export async function captureTab(tabId: number): Promise<string | null> {
  const windowId = await windowInFront(tabId);
  const picture = windowId === null ? null : await captureVisibleTab(windowId);
  // The browser pictures whatever is in front, which may be another tab by then.
  return (await windowInFront(tabId)) === windowId ? picture : null;
}

/** Takes the picture of a window's visible tab as a PNG data URL; null without the grant of a press. */
async function captureVisibleTab(windowId: number): Promise<string | null> {
  try {
    return await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
  } catch {
    return null;
  }
}
