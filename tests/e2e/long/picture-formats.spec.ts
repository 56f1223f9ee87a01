import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { drawingOf } from '../../support/e2e/drawing.ts';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import { gifOf } from '../../support/e2e/gif.ts';
import { type GivenFile, giveFiles, storedAccounts } from '../../support/e2e/given-files.ts';
import type { Popup } from '../../support/e2e/popup.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';

const formats = ['png', 'jpeg', 'webp', 'gif'] as const;
const ways = ['opened', 'dropped', 'pasted'] as const;
const heads = { png: /^\x89PNG/, jpeg: /^\xff\xd8\xff/, webp: /^RIFF.{4}WEBP/s, gif: /^GIF89a/ } as const;
const folder = mkdtempSync(join(tmpdir(), 'doorcode-e2e-formats-'));
// The key of a test; it belongs to nobody.
const link = (account: string) => `otpauth://totp/Harbour:${account}?secret=JBSWY3DPEHPK3PXP&issuer=Harbour`;

/** No browser writes a GIF. */
async function pictureOf(page: Popup, format: (typeof formats)[number], way: string): Promise<GivenFile> {
  const text = link(`${format}-${way}`);
  const type = `image/${format}` as const;
  const base64 =
    type === 'image/gif' ? gifOf(text).toString('base64') : String(await page.evaluate(drawingOf(text, type)));
  expect(Buffer.from(base64, 'base64').toString('latin1')).toMatch(heads[format]);
  return { name: `${format}-${way}.${format}`, type, base64 };
}

let browser: Driver;

afterEach(async () => {
  await browser?.close();
});

describe.each(browsers)('in %s', (name) => {
  it('adds from a PNG, a JPEG, a WebP and a GIF, each opened, dropped and pasted', async () => {
    browser = await launch(name);
    const popup = await browser.pressToolbar(await browser.newPage());
    await popupPage(popup).openVault();
    await popup.click({ button: 'headerAdd' });
    await popup.click({ button: 'pictureTitle' });
    const page = await browser.ownPage('/from-phone.html?picture');
    await page.waitFor('input[type=file]');
    for (const [round, way] of ways.entries()) {
      const files = await Promise.all(formats.map((format) => pictureOf(page, format, way)));
      if (way === 'opened') {
        const paths = files.map((file) => join(folder, file.name));
        for (const [index, path] of paths.entries())
          writeFileSync(path, Buffer.from(files[index]?.base64 ?? '', 'base64'));
        await page.upload('input[type=file]', ...paths);
      } else await giveFiles(page, way === 'dropped' ? 'drop' : 'paste', files);
      await page.waitFor(`.phone-accounts li:nth-child(${formats.length * (round + 1)})`);
    }
    expect(await page.count('.notice-warning')).toBe(0);
    await page.click({ button: 'movedAdd' });
    await page.waitFor('.notice-success');
    const all = formats.flatMap((format) => ways.map((way) => `${format}-${way}`));
    expect(await storedAccounts(page)).toEqual(all.toSorted().map((account) => [account, '[]']));
  });
});
