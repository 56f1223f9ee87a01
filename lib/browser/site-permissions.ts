import { browser } from 'wxt/browser';
import type { SitePermissions } from '../app/automatic-sites.ts';

const SCRIPT_ID = 'watch';
const SCRIPT = '/watch.js';

/** The match pattern to ask for: with the port in Chromium; Firefox's patterns know no port and would never match one. */
export function patternOf(origin: string): string {
  const { protocol, host, hostname } = new URL(origin);
  return `${protocol}//${import.meta.env.FIREFOX ? hostname : host}/*`;
}

/** Asks the browser's question about one site; must be called in a press, before any await (Firefox). */
export const requestSite = (origin: string): Promise<boolean> =>
  browser.permissions.request({ origins: [patternOf(origin)] });

/** Grants and registrations of the browser, for the sites of automatic filling. */
export const sitePermissions: SitePermissions = {
  contains: (origin) => browser.permissions.contains({ origins: [patternOf(origin)] }),
  async register(origins) {
    const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    if (origins.length === 0) return;
    await browser.scripting.registerContentScripts([
      {
        id: SCRIPT_ID,
        matches: [...new Set(origins.map(patternOf))],
        js: [SCRIPT],
        allFrames: true,
        runAt: 'document_idle',
        persistAcrossSessions: true,
      },
    ]);
  },
  async inject(tabId) {
    try {
      await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [SCRIPT] });
    } catch {
      // The tab is gone or shows another site by now; the registration serves the next document.
    }
  },
  grantOf: patternOf,
  async remove(origin) {
    await browser.permissions.remove({ origins: [patternOf(origin)] });
  },
};

/** Calls back whenever the browser's grants change, prompts of the browser's own pages included. */
export function onSitesChanged(changed: { readonly added: () => void; readonly removed: () => void }): void {
  browser.permissions.onAdded.addListener(changed.added);
  browser.permissions.onRemoved.addListener(changed.removed);
}
