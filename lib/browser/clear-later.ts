import { browser } from 'wxt/browser';
import type { ClearingLater, ClearingPermission } from '../app/clear-clipboard.ts';

/** What the types leave out of Chromium's API; there once its permission is. */
type Offscreen = {
  readonly createDocument: (document: {
    readonly url: string;
    readonly reasons: readonly ['CLIPBOARD'];
    readonly justification: string;
  }) => Promise<void>;
  readonly closeDocument: () => Promise<void>;
};

declare const chrome: { readonly offscreen?: Offscreen };

const ALARM = 'clear-clipboard';

// Granted and taken away together; Chromium names the first alone.
const needed: object = { permissions: import.meta.env.FIREFOX ? ['clipboardWrite'] : ['clipboardWrite', 'offscreen'] };

// The browser alone keeps whether it is wanted: Chromium's question closes the popup, which could note nothing after it.
const isAllowed = (): Promise<boolean> => browser.permissions.contains(needed);

async function end(): Promise<void> {
  if (import.meta.env.FIREFOX) await browser.alarms.clear(ALARM);
  // Refused where none is open.
  else await chrome.offscreen?.closeDocument().catch(() => undefined);
}

/** What the settings ask the browser for, and give back to it. */
export const clearClosed: ClearingPermission = {
  isAllowed,
  allow: () => browser.permissions.request(needed),
  async stop() {
    await end();
    await browser.permissions.remove(needed);
  },
};

/** Clears the clipboard whatever windows are open: by an alarm of Firefox's, by a hidden document in Chromium, whose alarms may be late. */
export const clearingLater: ClearingLater = {
  async start(seconds) {
    if (!(await isAllowed())) return false;
    if (import.meta.env.FIREFOX) await browser.alarms.create(ALARM, { when: Date.now() + seconds * 1_000 });
    else
      await chrome.offscreen?.createDocument({
        url: `/clear.html?${seconds}`,
        reasons: ['CLIPBOARD'],
        justification: 'Clears a copied code from the clipboard after its time.',
      });
    return true;
  },
  end,
};

/** Clears when the time is over, in Firefox's background, which the alarm wakes. */
export function serveClearing(): void {
  if (!import.meta.env.FIREFOX) return;
  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name === ALARM) await navigator.clipboard.writeText('');
  });
}
