import type { Driver } from './driver.ts';
import type { Popup } from './popup.ts';
import { popupPage } from './popup-page.ts';

// Each is a body of an async function in a page of the extension: `local` is its storage, `apart` an open database of the second copy.
const damages = {
  'the newest copy cut': `
    const { 'vault.meta': meta } = await local.get('vault.meta');
    const name = 'vault.' + meta.copy;
    const { [name]: text } = await local.get(name);
    await local.set({ [name]: text.slice(0, 300) });`,
  'the second copy cut': `
    const store = apart.transaction('copy', 'readwrite').objectStore('copy');
    await done(store.put('{"format":"doorcode-vault"', 'sealed'));`,
  'both copies cut': `
    const stored = await local.get(['vault.a', 'vault.b']);
    for (const name of Object.keys(stored)) stored[name] = stored[name].slice(0, 300);
    await local.set(stored);`,
  'all of storage gone': `
    await local.clear();`,
  'a newer version': `
    const { 'vault.meta': meta } = await local.get('vault.meta');
    const name = 'vault.' + meta.copy;
    const { [name]: text } = await local.get(name);
    const { format, data } = JSON.parse(text);
    const header = btoa('{"version":99}');
    const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode([format, header, data].join('\\n')));
    const sha256 = [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const newer = { [name]: JSON.stringify({ format, header, data, sha256 }), 'vault.meta': { ...meta, version: 99 } };
    await local.set({ ...newer, 'test.kept': { [name]: text, 'vault.meta': meta } });`,
  'the version of before': `
    const { 'test.kept': kept } = await local.get('test.kept');
    await local.set(kept);`,
} as const;

/** What can be done to the stored codes. */
export type Damage = keyof typeof damages;

const expression = (names: readonly Damage[]): string => `(async () => {
  const { local } = (globalThis.browser ?? globalThis.chrome).storage;
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const apart = await done(indexedDB.open('doorcode-copy'));
  ${names.map((name) => `{ ${damages[name]} }`).join('\n')}
  apart.close();
  return true;
})()`;

/** Damages what Doorcode stored, from a page of its own, as a fault of the disk or of the browser would. */
export const damageStored = (popup: Popup, ...names: readonly Damage[]): Promise<unknown> =>
  popup.evaluate(expression(names));

/** Locks Doorcode, damages what it stored, and gives the popup that is opened next. */
export async function openDamaged(
  browser: Driver,
  page: Parameters<Driver['pressToolbar']>[0],
  ...names: readonly Damage[]
): Promise<Popup> {
  const popup = await browser.pressToolbar(page);
  await popupPage(popup).lock();
  await damageStored(popup, ...names);
  await popup.close();
  return browser.pressToolbar(page);
}
