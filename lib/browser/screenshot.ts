import { browser } from 'wxt/browser';

/** Takes the visible tab's picture as a PNG data URL; null without the grant of a press. */
export async function captureVisibleTab(): Promise<string | null> {
  try {
    return await browser.tabs.captureVisibleTab({ format: 'png' });
  } catch {
    return null;
  }
}
