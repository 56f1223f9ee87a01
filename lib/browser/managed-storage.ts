import { browser } from 'wxt/browser';
import type { ManagedStorage } from '../app/policy-source.ts';

/** What Firefox says where nobody manages the computer; `get` in toolkit/components/extensions/parent/ext-storage.js. */
const NO_MANIFEST = 'Managed storage manifest not found';

const isUnmanaged = (error: unknown): boolean => error instanceof Error && error.message === NO_MANIFEST;

/** What an organisation set for this browser: `storage.managed`, which nobody writes but the browser's own management. */
export const managedStorage: ManagedStorage = {
  async read(keys) {
    try {
      return await browser.storage.managed.get([...keys]);
    } catch (error) {
      if (isUnmanaged(error)) return {};
      throw error;
    }
  },
};

/** Calls `changed` when an organisation set something else (Chromium; Firefox reads its manifest when it starts). */
export function onManagedChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') changed();
  });
}
