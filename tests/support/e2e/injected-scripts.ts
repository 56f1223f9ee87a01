import type { Driver } from './driver.ts';

/** Has the background note which files it injects into which page from now on, until it sleeps. */
export async function noteInjected(browser: Driver): Promise<void> {
  await browser.evaluateInBackground(`(() => {
    const { scripting, tabs } = globalThis.browser ?? chrome;
    const inject = scripting.executeScript;
    self.injectedScripts = [];
    self.restoreScripting = () => { scripting.executeScript = inject; };
    scripting.executeScript = async (order) => {
      const { url } = await tabs.get(order.target.tabId);
      for (const file of order.files ?? []) self.injectedScripts.push([file, new URL(url).pathname].join(' '));
      return inject.call(scripting, order);
    };
    return true;
  })()`);
}

/** What was injected since, as `/file.js /path`; ends the noting. */
export async function injectedSince(browser: Driver): Promise<readonly string[]> {
  const noted = await browser.evaluateInBackground('self.restoreScripting(), self.injectedScripts');
  if (!Array.isArray(noted)) throw new Error('the background slept meanwhile');
  return noted.map(String);
}
