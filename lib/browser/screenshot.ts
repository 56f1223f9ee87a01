import { browser } from 'wxt/browser';

/** Takes the picture of a window's visible tab as a PNG data URL; null without the grant of a press. */
export async function captureVisibleTab(windowId: number): Promise<string | null> {
  try {
    return await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
  } catch {
    return null;
  }
}
