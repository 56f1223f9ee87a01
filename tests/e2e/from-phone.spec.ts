import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterEach, describe, expect, it } from 'vitest';
import { exportFormats } from '../../lib/backup/export/export-formats.ts';
import { deriveForeignKey } from '../../lib/backup/foreign/file-key.ts';
import { formatMigration } from '../../lib/otp/migration-format.ts';
import type { OtpAccount } from '../../lib/otp/parameters.ts';
import { qrModules } from '../../lib/qr/draw-code.ts';
import type { Entry } from '../../lib/vault/entry.ts';
import { type BrowserName, browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { writeFilm, writeScreenshot } from '../support/e2e/phone-pictures.ts';
import type { Popup } from '../support/e2e/popup.ts';
import { popupPage } from '../support/e2e/popup-page.ts';
import { textOf } from '../support/e2e/text.ts';
import { until } from '../support/e2e/until.ts';

// Secrets of a test; they belong to nobody.
const keys = { ada: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', bob: 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU' } as const;
const phone = (['ada', 'bob'] as const).map((name): OtpAccount => {
  const secret = new Uint8Array(Secret.fromBase32(keys[name]).bytes);
  return {
    issuer: 'Harbour',
    account: name,
    parameters: { type: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
  };
});
// As Google Authenticator does with more accounts: one export in several codes.
const [first = '', second = ''] = formatMigration(phone, 20_260, 1).texts;

/** The phone's accounts as Aegis saves them, under a passphrase. */
async function aegisFile(passphrase: string): Promise<string> {
  const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const salt = randomBytes(32);
  const derivation = { name: 'scrypt', N: 2 ** 15, r: 8, p: 1, salt } as const;
  const kek = await deriveForeignKey(passphrase, derivation, 32, { costly: false, onProgress: () => undefined });
  if (!kek.ok) throw new Error(kek.error.kind);
  const entries = phone.map((account, at): Entry => {
    const [backupCodes, nowUnixMs] = [[], 1_700_000_000_000];
    const more = { origins: [], state: 'confirmed', backupCodes, replaces: null } as const;
    return {
      id: String(at).padStart(32, '0'),
      ...account,
      ...more,
      createdUnixMs: nowUnixMs,
      updatedUnixMs: nowUnixMs,
    };
  });
  const how = { key: { kek: kek.value, salt }, randomBytes, nowUnixMs: 1_700_000_000_000 };
  return (await exportFormats['aegis-sealed'].write(entries, how)).text;
}

const folder = mkdtempSync(join(tmpdir(), 'doorcode-e2e-phone-'));
const file = (name: string): string => join(folder, name);
const words = (key: Parameters<typeof textOf>[0], ...values: readonly string[]): string =>
  values.reduce((text, value, index) => text.replace(`$${index + 1}`, value), textOf(key));

let browser: Driver;

afterEach(async () => {
  await browser?.close();
});

/** The page, as a customer comes to it who has no accounts yet. */
async function openFromPopup(name: BrowserName, options: Parameters<typeof launch>[1] = {}): Promise<Popup> {
  browser = await launch(name, options);
  const popup = await browser.pressToolbar(await browser.newPage());
  await popupPage(popup).openVault();
  await popup.click({ button: 'phoneTitle' });
  const page = await browser.ownPage('/from-phone.html');
  await page.waitFor({ button: 'phoneCameraStart' });
  return page;
}

/** All accounts with the codes of now, and whether each code is the phone's of the same 30 seconds. */
async function added(page: Popup): Promise<unknown> {
  const answer = await page.evaluate(
    `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ kind: 'list-entries', tabId: 0, most: 10 })`,
  );
  const { entries } = JSON.parse(JSON.stringify(answer));
  return entries.map(({ account, code, endsUnixMs, sites }: Record<string, unknown>) => {
    const secret = Secret.fromBase32(account === 'ada' ? keys.ada : keys.bob);
    const isPhones = new TOTP({ secret }).generate({ timestamp: Number(endsUnixMs) - 1 }) === code;
    return { account, isPhones, sites };
  });
}
const both = [
  { account: 'ada', isPhones: true, sites: [] },
  { account: 'bob', isPhones: true, sites: [] },
];

describe.each(browsers)('in %s', (name) => {
  it('brings the accounts of a phone from two pictures of one export, part by part, takes them back, and brings them from a locked file', async () => {
    writeScreenshot(file('first.png'), first);
    writeScreenshot(file('second.png'), second);
    const page = await openFromPopup(name);
    await page.upload('input[type=file]', file('second.png'));
    expect(await page.text('.card')).toContain(words('phoneParts', '1', '2', '1'));
    await page.upload('input[type=file]', file('first.png'), file('second.png'));
    await page.waitFor('.phone-accounts li + li');
    expect(await page.text('.card')).toContain(words('phonePartsAllOther', '2'));
    expect(await page.evaluate('document.documentElement.outerHTML')).not.toMatch(/otpauth|JBSWY3DP/);
    await page.click({ button: 'movedAdd' });
    expect(await page.text('.notice-success')).toContain(words('movedDone', '2', '0'));
    expect(await added(page)).toEqual(both);
    await page.waitForNone('.card');
    await page.click({ button: 'importUndo' });
    await page.waitForNone({ button: 'importUndo' });
    expect(await page.text('.notice-success')).toBe(words('importUndoneOther', '2'));
    expect(await added(page)).toEqual([]);

    // The same accounts by the file of another app, which a passphrase locks.
    writeFileSync(file('aegis.json'), await aegisFile('of the file'));
    await page.evaluate(`(() => {
      window.workers = [];
      window.Worker = class extends Worker {
        constructor(address) {
          super(address);
          window.workers.push(address);
        }
      };
    })()`);
    await page.upload('input[type=file]', file('aegis.json'));
    await page.waitFor({ labelled: 'filePassphrase' });
    expect(await page.text('form p')).toContain(words('fileOf', 'Aegis'));
    // Its box has the focus as it appears.
    for (const passphrase of ['not this one', 'of the file']) {
      await until('the box has the focus', () => page.evaluate(`document.activeElement?.type === 'password'`));
      for (const letter of passphrase) await page.press(letter);
      await page.press('Enter');
      if (passphrase === 'not this one')
        expect(await page.text('form [role=alert]')).toBe(textOf('filePassphraseWrong'));
    }
    expect(await page.text('.import-counts')).toContain('2');
    expect(await added(page)).toEqual([]);
    expect(await page.evaluate('window.workers')).toEqual(Array(3).fill('/foreign.js'));
    expect(await page.evaluate('document.documentElement.outerHTML')).not.toMatch(/otpauth|JBSWY3DP/);
    await page.click('.import-end .primary');
    expect(await page.text('.notice-success')).toContain(textOf('fileAsk'));
    expect(await added(page)).toEqual(both);
  });
});

describe('in chromium', () => {
  it('brings them from the camera, which is on until the whole export was seen, and no longer', async () => {
    writeFilm(file('phone.y4m'), [first, second]);
    const page = await openFromPopup('chromium', { camera: file('phone.y4m') });
    expect(await page.count('video')).toBe(0);
    await page.click({ button: 'phoneCameraStart' });
    await until('the camera is seen in the page', async () =>
      page.evaluate(`(() => {
        const video = document.querySelector('video');
        window.tracks ??= video?.srcObject?.getTracks();
        return video?.videoWidth > 0;
      })()`),
    );
    await page.waitFor('.phone-accounts li + li');
    expect(await page.text('.card')).toContain(words('phonePartsAllOther', '2'));
    expect(await page.evaluate('window.tracks.map(({ readyState }) => readyState)')).toEqual(['ended']);
    expect(await page.count('video')).toBe(0);
    await page.click({ button: 'movedAdd' });
    await page.waitFor('.notice-success');
    expect(await added(page)).toEqual(both);
  });
});

// Firefox's camera for tests shows a drawing of its own, and no film of ours: a canvas stands in the place of the device, and
// of the browser's question. Everything after it is real: preview, frames, Worker, and the end of the stream.
const canvasAsCamera = (text: string): string => `(() => {
  const modules = ${JSON.stringify(qrModules(text).map((row) => row.map(Number)))};
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 480];
  const context = canvas.getContext('2d');
  const paint = () => {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 640, 480);
    context.fillStyle = '#000';
    modules.forEach((row, y) => row.forEach((dark, x) => dark && context.fillRect(100 + x * 8, 20 + y * 8, 8, 8)));
  };
  paint();
  setInterval(paint, 100);
  const stream = canvas.captureStream();
  window.tracks = stream.getTracks();
  navigator.mediaDevices.getUserMedia = () => Promise.resolve(stream);
})()`;

describe('in firefox', () => {
  it('reads what a camera shows, and switches it off', async () => {
    const page = await openFromPopup('firefox');
    await page.evaluate(canvasAsCamera('otpauth://totp/Harbour:eve?secret=JBSWY3DPEHPK3PXP&issuer=Harbour'));
    await page.click({ button: 'phoneCameraStart' });
    expect(await page.text('.phone-accounts')).toContain('eve');
    expect(await page.evaluate('window.tracks.map(({ readyState }) => readyState)')).toEqual(['ended']);
    expect(await page.count('video')).toBe(0);
  });
});
