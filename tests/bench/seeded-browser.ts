import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { sealBackup } from '../../lib/backup/seal-backup.ts';
import { toBase64 } from '../../lib/vault/base64.ts';
import type { Entry } from '../../lib/vault/entry.ts';
import { createLock } from '../../lib/vault/key-slots.ts';
import { requireChromium } from '../support/browsers.ts';
import { builtExtension } from '../support/e2e/built-extension.ts';
import { fieldOf } from '../support/faults/answer.ts';

/** The cost of a new vault's passphrase, with a salt. */
export const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: toBase64(new Uint8Array(16).fill(5)) } as const;
const kek = new Uint8Array(32).fill(11);

/** An account like a customer's. */
export const seededEntry = (index: number): Entry => ({
  id: index.toString(16).padStart(32, '0'),
  issuer: `Service ${index}`,
  account: `user${index}@example.com`,
  parameters: {
    type: 'totp',
    secret: crypto.getRandomValues(new Uint8Array(20)),
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
  },
  origins: [`https://service${index}.example`],
  state: 'confirmed',
  backupCodes: [],
  replaces: null,
  createdUnixMs: 1_700_000_000_000 + index,
  updatedUnixMs: 1_700_000_000_000 + index,
});

/** A browser with an open vault, a page of the extension's, and the extension's origin with its slash. */
export type Seeded = { readonly browser: Browser; readonly page: Page; readonly base: string };

/** Sends a message to the background and gives its answer. */
export const ask = (page: Page, message: object): Promise<unknown> =>
  page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);

/** @throws Error where an answer is of another kind */
export const expectKind = (answer: unknown, kind: string): void => {
  const found = fieldOf(answer, 'kind');
  if (found !== kind) throw new Error(`the background answered ${JSON.stringify(answer)} and not ${kind}`);
};

/** The id that Chromium gives to an unpacked extension: its path's SHA-256, in letters from a to p. */
export const unpackedId = (path: string): string =>
  createHash('sha256')
    .update(path)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

/** Pins an extension's button, as its users do: another one slides out of the menu of extensions at a press, for a quarter of a second. */
function pinButton(folder: string, extension: string): void {
  const profile = join(folder, 'Default');
  mkdirSync(profile, { recursive: true });
  const preferences = { extensions: { pinned_extensions: [unpackedId(extension)] } };
  writeFileSync(join(profile, 'Preferences'), JSON.stringify(preferences));
}

/** Starts a headless Chromium on a folder, with the built extension or, where `extension` is null, without. */
export const startChromium = (folder: string, extension: string | null): Promise<Browser> => {
  if (extension !== null) pinButton(folder, extension);
  return puppeteer.launch({
    executablePath: requireChromium(),
    pipe: true,
    headless: true,
    userDataDir: folder,
    // What it leaves there goes with the folder.
    env: { ...process.env, TMPDIR: dirname(folder) },
    ...(extension === null ? {} : { enableExtensions: [extension] }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
};

/**
 * A browser whose open vault holds these accounts, brought in by a backup file as a customer would.
 * @param granted match patterns of sites that the extension may reach from the beginning
 */
export async function openSeeded(
  folder: string,
  entries: readonly Entry[],
  granted: readonly string[] = [],
): Promise<Seeded> {
  const browser = await startChromium(folder, builtExtension('chrome-mv3', { granted }));
  const recovery = { salt: toBase64(new Uint8Array(16)), kekBase64: toBase64(kek) };
  const keys = { passphrase: 'remove', recovery, computer: 'new' } as const;
  const firstRun = await browser.waitForTarget((target) => target.url().endsWith('/first-run.html'));
  const page = await firstRun.asPage();
  await page.waitForFunction(`document.readyState === 'complete' && document.querySelector('main') !== null`);
  expectKind(await ask(page, { kind: 'create-vault', keys, replacing: false }), 'done');
  const lock = await createLock({ kind: 'passphrase', id: '1'.repeat(32), kdf }, kek);
  const sealed = await sealBackup(entries, {
    locks: [lock],
    nowUnixMs: Date.now(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    readBack: { kek },
  });
  if (!sealed.ok) throw new Error('the backup was not sealed');
  const file = { text: sealed.value, kekBase64: toBase64(kek) };
  const preview = await ask(page, { kind: 'preview-restore', ...file });
  expectKind(preview, 'restore-preview');
  const shown = fieldOf(preview, 'shown');
  expectKind(await ask(page, { kind: 'accept-restore', ...file, shown, beside: [] }), 'restored');
  return { browser, page, base: new URL('/', page.url()).href };
}

/** So many accounts like a customer's. */
export const seededEntries = (count: number): readonly Entry[] =>
  Array.from({ length: count }, (_, index) => seededEntry(index));

/** Closes browsers and removes the folder that they lived in. */
export async function closeAll(browsers: readonly Browser[], folder: string): Promise<void> {
  await Promise.all(browsers.map((browser) => browser.close()));
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
