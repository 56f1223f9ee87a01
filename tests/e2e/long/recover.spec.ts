import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/e2e/until.ts';
import { launchPlain, plainBrowsers } from '../../support/plain-browser.ts';
import { vectors } from '../../unit/backup/vectors.ts';

const page = pathToFileURL(resolve('docs/recover/recover.html')).href;
const uris = vectors.entries.map(({ uri }) => uri);

describe.each(plainBrowsers)('recover.html from a disk, in %s', (name) => {
  let browser: Browser;
  let folder = '';
  let tab: Page;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'doorcode-'));
    browser = await launchPlain(name);
    tab = await browser.newPage();
    await tab.goto(page);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function open(text: string, typed: string): Promise<string> {
    const path = join(folder, 'doorcode-backup.json');
    writeFileSync(path, text);
    const input = (await tab.$('#file')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
    await tab.evaluate(`document.getElementById('typed').value = ''; document.getElementById('said').textContent = ''`);
    await tab.type('#typed', typed);
    await tab.click('form button');
    const said = async () => String(await tab.evaluate(`document.getElementById('said').textContent`));
    await until('the file was judged', async () => !/^(|Opening.*)$/.test(await said()));
    return said();
  }
  const shown = () => tab.evaluate(`[...document.querySelectorAll('code')].map((each) => each.textContent)`);

  it('opens the published files by the passphrase and by the emergency key', async () => {
    for (const { text } of vectors.files) {
      for (const typed of [vectors.passphrase, vectors.emergencyKey]) {
        expect(await open(text, typed)).toMatch(/^4 accounts/);
        expect(await shown()).toEqual(uris);
      }
    }
    await tab.click('li button');
    expect(await tab.evaluate(`document.querySelectorAll('svg path').length`)).toBe(1);
  });

  it('tells the published verdicts apart, and shows nothing of a file that does not open', async () => {
    const sentences = new Map<string, string>();
    for (const { verdict, text } of vectors.verdicts) {
      const said = await open(text, vectors.emergencyKey);
      expect(sentences.get(verdict) ?? said).toBe(said);
      sentences.set(verdict, said);
      expect(await shown()).toEqual(verdict === 'opens' ? uris : []);
    }
    sentences.set('wrong-passphrase', await open(vectors.files[0]?.text ?? '', 'not this one'));
    expect(new Set(sentences.values()).size).toBe(6);
  });
});
