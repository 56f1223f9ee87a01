import { VAULT_LOCK } from '../../../lib/app/vault-core.ts';
import type { Popup } from './popup.ts';

/**
 * Empties every storage of the extension and gives its optional sites back; to be evaluated in a context of the extension. Under the lock of
 * writes: one that was under way would end after it, and the next spec would find a vault in a new browser.
 */
const emptied = `navigator.locks.request('${VAULT_LOCK}', async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const { origins: granted } = await api.permissions.getAll();
  const { host_permissions: fixed = [] } = api.runtime.getManifest();
  const origins = granted.filter((origin) => !fixed.includes(origin));
  if (origins.length > 0) await api.permissions.remove({ origins });
  for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  await api.storage.session.clear();
  await api.storage.local.clear();
  return true;
})`;

/**
 * Makes the extension forget everything.
 * @param inBackground evaluates in the background; rejects where it sleeps
 * @param openPopup opens a popup, which is dearer and wakes it
 */
export async function forgetEverything(
  inBackground: (expression: string) => Promise<unknown>,
  openPopup: () => Promise<Popup>,
): Promise<void> {
  const asleep = await inBackground(emptied).then(
    () => false,
    () => true,
  );
  if (!asleep) return;
  const popup = await openPopup();
  await popup.waitFor('h1');
  await popup.evaluate(emptied);
  await popup.close();
}
