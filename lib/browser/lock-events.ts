import { browser } from 'wxt/browser';
import { SESSION_KEY } from '../app/vault-session.ts';

/** Calls back when Doorcode is locked or opened, wherever that happens; its uses in between are no news. */
export function onLockChanged(changed: () => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    const held = changes[SESSION_KEY];
    if (held !== undefined && (held.oldValue === undefined) !== (held.newValue === undefined)) changed();
  });
}
