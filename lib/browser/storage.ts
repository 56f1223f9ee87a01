import { browser } from 'wxt/browser';
import type { SessionStore, VaultStorage } from '../app/vault-ports.ts';

/** The vault's place on disk: `storage.local`, read by named keys only, one `set` a write. */
export const localStorageArea: VaultStorage = {
  read: async (keys) => ({ ...(await browser.storage.local.get([...keys])) }),
  write: async (values) => browser.storage.local.set(values),
};

/** Memory that ends with the browser and that content scripts cannot read: `storage.session`. */
export const sessionStorageArea: SessionStore = {
  get: async (key) => (await browser.storage.session.get(key))[key],
  set: async (values) => browser.storage.session.set(values),
  remove: async (keys) => browser.storage.session.remove([...keys]),
};

/** Closes `storage.local` to content scripts where the browser can (Chromium); in Firefox it holds ciphertext, and settings that a sealed vault bounds. */
export async function closeStorageToContentScripts(): Promise<void> {
  const area: object = browser.storage.local;
  if ('setAccessLevel' in area && typeof area.setAccessLevel === 'function') {
    await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
}
