import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBackupHeader } from '../../../lib/backup/doorcode-backup.ts';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import type { Popup } from '../../support/e2e/popup.ts';
import { vectors } from '../../unit/backup/vectors.ts';

function kdfOf(text: string): object {
  const header = readBackupHeader(text);
  const slot = header.ok ? header.value.slots[0] : undefined;
  if (slot?.kind !== 'passphrase') throw new Error('no passphrase');
  return slot.kdf;
}

describe.each(browsers)('the key Worker, in %s', (name) => {
  let browser: Driver;
  let popup: Popup;
  beforeAll(async () => {
    browser = await launch(name);
    popup = await browser.pressToolbar(await browser.newPage());
  });
  afterAll(() => browser.close());

  const derived = (kdf: object): Promise<unknown> =>
    popup.evaluate(`new Promise((resolve, reject) => {
      const worker = new Worker('/kdf.js');
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = () => reject(new Error('no answer'));
      worker.postMessage(${JSON.stringify({ passphrase: vectors.passphrase, kdf })});
    })`);

  it.each(vectors.files)('derives the key of a published file ($name)', async ({ text, steps }) => {
    expect(await derived(kdfOf(text))).toBe(Buffer.from(steps.passphraseKey ?? '', 'hex').toString('base64'));
  });

  it('derives nothing where a file asks for too much', async () => {
    for (const { text } of vectors.files) {
      const kdf = kdfOf(text);
      const cost = ['N', 'm', 'c'].find((key) => key in kdf) ?? '';
      expect(await derived({ ...kdf, [cost]: 2 ** 30 })).toBeNull();
      expect(await derived({ ...kdf, more: 1 })).toBeNull();
    }
  });
});
