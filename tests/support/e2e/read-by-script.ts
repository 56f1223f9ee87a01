import type { Driver } from './driver.ts';

/** What a script that the extension injects into the page in front finds in a part of the extension's storage: its JSON, or how it was refused. */
export async function readByScript(browser: Driver, area: 'local' | 'session'): Promise<string> {
  const read = await browser.evaluateInBackground(`(async () => {
    const { scripting, tabs } = globalThis.browser ?? chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    const [{ result }] = await scripting.executeScript({
      target: { tabId: tab.id },
      func: async () => {
        try {
          return JSON.stringify(await (globalThis.browser ?? chrome).storage.${area}.get(null));
        } catch (error) {
          return 'refused: ' + error.message;
        }
      },
    });
    return result;
  })()`);
  return String(read);
}
