import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { key, secret } from './served-pages.ts';
import type { Walk } from './walk.ts';

// Argon2id that takes a minute, and nothing that it would open.
const costly = {
  kdfParams: { memLimit: 2 ** 27, opsLimit: 64, salt: btoa('salt'.repeat(4)) },
  encryptedData: btoa('x'.repeat(64)),
  encryptionNonce: btoa('nonce'),
};
const links = [
  key('ada'),
  ...['a-long-name@of-somebody.example', 'ivy'].map((name) => key(name).replace(secret, 'KRSXG5CTMVRXEZLUKRSXG5CT')),
  ...['eve', encodeURIComponent('<b>Hostile</b>')].map((name) => key(name, '&period=0')),
  'motp://Harbour:old?secret=0123456789abcdef',
];

/** Another app's file, in each state that it can be in. */
export async function foreignFileScreens({ extension, check, openOn, pressIn }: Walk): Promise<void> {
  const popup = await openOn('/plain');
  await popup.goto(`${extension}from-phone.html`);
  const folder = mkdtempSync(join(tmpdir(), 'doorcode-e2e-files-'));
  const give = async (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    await popup.waitForSelector('input[type=file]:not(:disabled)');
    await (await popup.$('input[type=file]'))?.uploadFile(path);
  };
  const sendPassphrase = async () => {
    await popup.locator('form input[type=password]').fill('not this one');
    await pressIn(popup, 'Open the file');
  };
  await give('diary.txt', 'Dear diary');
  await popup.waitForSelector('.notice-error');
  await check(popup, '35-file-problem');
  await give('saved.json', JSON.stringify({ format: 'doorcode-backup', version: 2 }));
  await popup.waitForSelector('.notice-error button');
  await check(popup, '35-file-of-ours');
  await give('links.txt', links.join('\n'));
  await popup.waitForSelector('#import-title');
  await check(popup, '35-file-preview');
  await pressIn(popup, 'Cancel');
  await popup.waitForSelector('#import-title', { hidden: true });
  // As short as such a file can be, which no passphrase opens.
  await give('stratum.bin', 'AUTHENTICATORPRO'.padEnd(200, 'x'));
  await sendPassphrase();
  await popup.waitForSelector('form .problem');
  await check(popup, '35-file-wrong');
  await pressIn(popup, 'Cancel');
  await give('ente.json', JSON.stringify(costly));
  await popup.waitForSelector('form input[type=password]');
  await check(popup, '35-file-passphrase');
  await sendPassphrase();
  await popup.waitForSelector('#costly-title');
  await check(popup, '35-file-costly');
  // Its bar stands still, as long as somebody looks at it.
  await popup.evaluate(() => {
    class Halfway extends EventTarget {
      onmessage: ((event: { data: object }) => void) | null = null;
      postMessage = () => setTimeout(() => this.onmessage?.({ data: { kind: 'progress', part: 0.5 } }));
      terminate = () => undefined;
    }
    Reflect.set(globalThis, 'Worker', Halfway);
  });
  await pressIn(popup, 'Open it anyway');
  await popup.waitForSelector('progress');
  await check(popup, '35-file-reading');
  await pressIn(popup, 'Stop');
  await popup.waitForSelector('progress', { hidden: true });
}
