import { browser } from 'wxt/browser';
import type { ManagedStorage } from '../app/policy-source.ts';

/** What an organisation set for this browser: `storage.managed`, which nobody writes but the browser's own management. */
export const managedStorage: ManagedStorage = {
  // Firefox rejects where there is no native manifest, which is so on every computer that nobody manages.
  read: (keys) =>
    browser.storage.managed.get([...keys]).then(
      (values): unknown => values,
      () => ({}),
    ),
};

/** Calls `changed` when an organisation set something else (Chromium; Firefox reads its manifest when it starts). */
export function onManagedChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') changed();
  });
}
