import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BackupSlot, openBackup, readBackupHeader } from '../../../lib/backup/doorcode-backup.ts';
import { fromBase64 } from '../../../lib/vault/base64.ts';
import { deriveFileKey } from '../../../lib/vault/file-key.ts';
import { deriveRecoveryKey, parseRecoveryCode } from '../../../lib/vault/recovery-code.ts';
import { type Driver, launch } from '../../support/e2e/driver.ts';
import { opfsFolder } from '../../support/e2e/opfs-folder.ts';
import type { Popup } from '../../support/e2e/popup.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { textOf } from '../../support/e2e/text.ts';
import { until } from '../../support/e2e/until.ts';

// Saved copies that Chromium writes into a folder by itself. Firefox gives no extension a folder.
const passphrase = 'words for the copies';
const profile = mkdtempSync(join(tmpdir(), 'doorcode-e2e-copies-'));
let chromium: Driver;
let page: Popup;
let emergencyKey = '';

const folder = () => opfsFolder(page);
const namesNow = async () => [...(await folder().files()).keys()].sort();
const told = (key: Parameters<typeof textOf>[0]) =>
  until(`the page says ${key}`, async () => (await page.text('main')).includes(textOf(key)));

/** Types an account by hand, past the form. */
const addAccount = (account: string): Promise<unknown> =>
  page.evaluate(`chrome.runtime.sendMessage({ kind: 'add-manual', form: {
    issuer: 'Harbour', account: '${account}', secretText: 'JBSWY3DPEHPK3PXP', kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0,
  } })`);

/** Opens the page from the popup's settings, as a customer does. */
async function openPage(button: 'copiesAutoButton' | 'copiesAutoOpen'): Promise<Popup> {
  const popup = await chromium.pressToolbar(await chromium.newPage());
  emergencyKey = (await popupPage(popup).openVault()) ?? emergencyKey;
  await popupPage(popup).openSettings();
  await popup.click({ button });
  const opened = await chromium.ownPage('/copies.html');
  await opened.waitFor('main:not([aria-busy=true])');
  return opened;
}

/** The key of a copy's slot, by what the customer knows. */
async function keyOf(slot: BackupSlot): Promise<Uint8Array<ArrayBuffer>> {
  if (slot.kind === 'passphrase') return deriveFileKey(passphrase, slot.kdf);
  const [code, salt] = [parseRecoveryCode(emergencyKey), fromBase64(slot.salt)];
  if (!code.ok || salt === null) throw new Error('no emergency key');
  return deriveRecoveryKey(code.value, salt);
}

/** Opens a copy by the passphrase or by the emergency key, and gives the accounts in it. */
async function accountsIn(text: string, by: BackupSlot['kind'] = 'passphrase'): Promise<readonly string[]> {
  const header = readBackupHeader(text);
  const slot = header.ok ? header.value.slots.find(({ kind }) => kind === by) : undefined;
  if (slot === undefined) throw new Error('no copy');
  const opened = await openBackup(text, { slotIndex: slot.index, kek: await keyOf(slot) });
  if (!opened.ok) throw new Error(opened.error);
  return opened.value.items.map((item) => (item.kind === 'entry' ? item.entry.account : item.reason));
}

beforeAll(async () => {
  chromium = await launch('chromium', { profile });
});

afterAll(async () => {
  await chromium?.close();
});

it('begin with a passphrase and a folder, and the first copy opens with that passphrase', async () => {
  page = await openPage('copiesAutoButton');
  await addAccount('ada');
  await folder().pick();
  expect(await page.count(popupPage(page).at.newPassphrase)).toBe(0);
  await popupPage(page).prove(null);
  await popupPage(page).typeNewPassphrase(passphrase);
  await told('copiesWritten');
  const files = await folder().files();
  expect([...files.keys()]).toEqual([expect.stringMatching(/^doorcode-\d{4}-\d{2}-\d{2}-\d{6}\.json$/)]);
  expect(await accountsIn([...files.values()][0] ?? '')).toEqual(['ada']);
  expect(await page.text('.copy-health')).toContain(': today (');
});

it('keep the last three where three are wanted, and touch nothing else in the folder', async () => {
  await folder().write('notes.txt', 'mine');
  await folder().write('doorcode-2020-01-01-000000.json', '{"format":"doorcode-backup"}');
  await page.evaluate(`(() => {
    const select = document.querySelector('select');
    select.value = '3';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);
  for (let count = 0; count < 4; count += 1) {
    await page.click({ button: 'copiesNow' });
    await page.waitForNone('main[aria-busy=true]');
    await told('copiesWritten');
  }
  const names = await namesNow();
  expect(names).toHaveLength(5);
  expect(names).toEqual(expect.arrayContaining(['notes.txt', 'doorcode-2020-01-01-000000.json']));
  expect(await page.count('#copies-files ~ ul li')).toBe(3);
});

it('are written by the popup when it opens, where one is missing, and open by the emergency key too', async () => {
  await addAccount('bob');
  await folder().empty();
  // The page writes by itself too.
  await page.close();
  const popup = await chromium.pressToolbar(await chromium.newPage());
  const { files } = opfsFolder(popup);
  const isThere = (names: readonly string[]) => names.length === 1 && names.every((name) => name.endsWith('.json'));
  await until('a copy is in the folder', async () => isThere([...(await files()).keys()]));
  const [text = ''] = (await files()).values();
  expect(await accountsIn(text)).toEqual(['ada', 'bob']);
  expect(await accountsIn(text, 'recovery')).toEqual(['ada', 'bob']);
  await popup.close();
  page = await openPage('copiesAutoOpen');
});

it('leave the older ones alone when the disk gives back other bytes, and say so', async () => {
  const before = await folder().files();
  await page.evaluate(`(() => {
    const { write } = FileSystemWritableFileStream.prototype;
    globalThis.mend = () => { FileSystemWritableFileStream.prototype.write = write; };
    FileSystemWritableFileStream.prototype.write = function (text) { return write.call(this, text.replace('"data"', '"dat4"')); };
  })()`);
  await page.click({ button: 'copiesNow' });
  await told('copiesFailed');
  expect(await folder().files()).toEqual(before);
  await page.evaluate('mend()');
});

it('survive a page that is closed in the middle of one, whose half is cleared away with the next', async () => {
  const before = await folder().files();
  await page.evaluate(`(() => {
    FileSystemWritableFileStream.prototype.close = () => new Promise(() => undefined);
  })()`);
  await page.click({ button: 'copiesNow' });
  await until('the copy is under way', async () => (await namesNow()).some((name) => name.endsWith('.part')));
  await page.close();
  page = await openPage('copiesAutoOpen');
  for (const [name, text] of before) expect((await folder().files()).get(name)).toBe(text);
  await page.click({ button: 'copiesNow' });
  await told('copiesWritten');
  expect(await namesNow()).toHaveLength(before.size + 1);
  expect((await namesNow()).filter((name) => !name.endsWith('.json'))).toEqual([]);
});

it('get their name also where the browser moves no file', async () => {
  const before = await namesNow();
  await page.evaluate('void delete FileSystemFileHandle.prototype.move');
  await page.click({ button: 'copiesNow' });
  await told('copiesWritten');
  const [made = ''] = (await namesNow()).filter((name) => !before.includes(name));
  expect(await accountsIn((await folder().files()).get(made) ?? '')).toEqual(['ada', 'bob']);
});

it('wait for one press where the browser wants to ask again, and the settings say so', async () => {
  // An OPFS folder is always allowed; the page and the popup see one that is not.
  const forbid = `(() => {
    globalThis.allowed = false;
    FileSystemHandle.prototype.queryPermission = async () => (globalThis.allowed ? 'granted' : 'prompt');
    FileSystemHandle.prototype.requestPermission = async () => { globalThis.allowed = true; return 'granted'; };
  })()`;
  await page.evaluate(forbid);
  await page.evaluate(`dispatchEvent(new Event('focus'))`);
  await page.click({ button: 'copiesFolderAllow' });
  await told('copiesWritten');
  const popup = await chromium.pressToolbar(await chromium.newPage());
  await popup.evaluate(forbid);
  await popupPage(popup).openSettings();
  await until('the settings say that a press is needed', async () =>
    (await popup.text('main')).includes(textOf('copiesAutoPress')),
  );
  await popup.close();
});

it('go on in the same folder after the browser was started again', async () => {
  const before = await folder().files();
  await chromium.close();
  chromium = await launch('chromium', { profile });
  const popup = await chromium.pressToolbar(await chromium.newPage());
  await popup.waitFor('#unlock-title');
  await popup.evaluate(`chrome.runtime.sendMessage({ kind: 'unlock-with-computer' })`);
  await popup.close();
  page = await openPage('copiesAutoOpen');
  expect(await folder().files()).toEqual(before);
  await page.click({ button: 'copiesNow' });
  await told('copiesWritten');
  expect(await page.count('#copies-files ~ ul li')).toBe(3);
});
