import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../../lib/backup/export/export-formats.ts';
import { deriveForeignKey } from '../../../lib/backup/foreign/file-key.ts';
import { randomBytes, sampleEntry } from '../vault/samples.ts';
import { openPage, settled } from './fake-phone.ts';

const links =
  'otpauth://totp/Harbour:ada?secret=JBSWY3DPEHPK3PXP&issuer=Harbour\notpauth://totp/Mail:ada?secret=GEZDGNBVGY3TQOJQ&period=0\n';
const fileOf = (name: string, content: string) => ({ name, texts: null, content });

async function sealed(passphrase: string): Promise<string> {
  const salt = randomBytes(32);
  const derivation = { name: 'scrypt', N: 2 ** 15, r: 8, p: 1, salt } as const;
  const kek = await deriveForeignKey(passphrase, derivation, 32, { costly: false, onProgress: () => {} });
  if (!kek.ok) throw new Error('no key');
  const how = { key: { kek: kek.value, salt }, randomBytes, nowUnixMs: 0 };
  return (await exportFormats['aegis-sealed'].write([sampleEntry('a')], how)).text;
}

describe("another app's file", () => {
  it('shows what it would bring and what is left out of it, and adds nothing before that was accepted', async () => {
    const { page, read, stored } = await openPage();
    await read([fileOf('accounts.txt', links)]);
    expect(page.current().file).toMatchObject({
      kind: 'preview',
      rows: [{ issuer: 'Harbour', account: 'ada', verdict: { kind: 'new' } }],
      leftOut: [{ account: 'Mail:ada', why: 'period-invalid' }],
    });
    expect(await stored()).toEqual([]);
    await page.acceptFile([]);
    expect(page.current()).toMatchObject({ file: null, done: { added: 1, skipped: 0 }, doneOf: 'file' });
    expect(await stored()).toMatchObject([{ issuer: 'Harbour', account: 'ada', state: 'confirmed', origins: [] }]);
  });

  it('brings nothing a second time', async () => {
    const { page, read, stored } = await openPage();
    for (let time = 0; time < 2; time += 1) {
      await read([fileOf('accounts.txt', links)]);
      await page.acceptFile([]);
    }
    expect(page.current().done).toMatchObject({ added: 0, skipped: 1 });
    expect(await stored()).toHaveLength(1);
  });

  it('shows the list as it is now where the accounts changed since', async () => {
    const { page, read, stored, vault } = await openPage();
    await read([fileOf('accounts.txt', links)]);
    const mine = { ...sampleEntry('mine'), issuer: 'Harbour', account: 'ada' };
    await vault.mutate((content) => ({ ...content, entries: [mine] }));
    await page.acceptFile([]);
    expect(page.current().file).toMatchObject({ kind: 'preview', changed: true });
    expect(await stored()).toHaveLength(1);
  });

  it('asks for the passphrase that locks it, says that a wrong one opens nothing, and takes the right one', async () => {
    const { page, read } = await openPage();
    await read([fileOf('aegis.json', await sealed('correct horse'))]);
    expect(page.current().file).toEqual({ kind: 'passphrase', app: 'Aegis', wrong: false });
    await page.openFile('wrong');
    expect(page.current().file).toEqual({ kind: 'passphrase', app: 'Aegis', wrong: true });
    await page.openFile('correct horse');
    expect(page.current().file).toMatchObject({ kind: 'preview', rows: [{}] });
  });

  it('says what is wrong with it, and keeps nothing of it', async () => {
    const cases = [
      ['{"header":', 'damaged'],
      ['Dear diary', 'unrecognised'],
      ['{"encrypted":true,"items":[]}', 'account-restricted'],
      ['{"encrypted":false,"items":[]}', 'nothing-in-it'],
      ['{"format":"doorcode-backup","version":2}', 'doorcode'],
    ] as const;
    const { page, read } = await openPage();
    for (const [content, problem] of cases) {
      await read([fileOf('file', content)]);
      expect(page.current().file, content).toEqual({ kind: 'problem', name: 'file', problem });
    }
  });

  it('goes with the lock, so that nothing of it is shown or added after', async () => {
    const { page, read, vault, stored } = await openPage();
    await read([fileOf('accounts.txt', links)]);
    await vault.lock();
    await page.lockChanged();
    expect(page.current().file).toBeNull();
    await page.acceptFile([]);
    await vault.unlockWithComputer();
    expect(await stored()).toEqual([]);
  });

  it('stops at once when the customer does', async () => {
    const { page, read, background } = await openPage();
    let open = () => {};
    background.gate = new Promise((resolve) => {
      open = resolve;
    });
    const reading = read([fileOf('accounts.txt', links)]);
    open();
    background.gate = new Promise((resolve) => {
      open = resolve;
    });
    await settled();
    expect(page.current().file).toEqual({ kind: 'reading', part: null });
    page.closeFile();
    expect(page.current().file).toBeNull();
    open();
    await reading;
    expect(page.current()).toMatchObject({ file: null, busy: false, failed: false });
  });

  it('comes back no more where it was stopped while its pictures are read, or while it is compared', async () => {
    const png = btoa('\x89PNG\r\n\x1a\n');
    const pictures = `<!doctype html><html><body><img src="data:image/png;base64,${png}"></body></html>`;
    const first = await openPage();
    first.page.subscribe(({ file, reading }) => {
      if (file?.kind === 'reading' && reading !== null) first.page.closeFile();
    });
    await first.read([fileOf('accounts.html', pictures)]);
    expect(first.page.current()).toMatchObject({ file: null, busy: false, failed: false });
    expect(first.asked).not.toContain('preview-import');
    const second = await openPage();
    second.background.hear = (kind) => {
      if (kind === 'preview-import') second.page.closeFile();
    };
    await second.read([fileOf('accounts.txt', links)]);
    expect(second.page.current()).toMatchObject({ file: null, busy: false, failed: false });
  });

  it('is not said to be read for ever where nobody says what it would bring', async () => {
    const { page, read, background } = await openPage();
    background.hear = (kind) => {
      background.dead = kind === 'preview-import';
    };
    await read([fileOf('accounts.txt', links)]);
    expect(page.current()).toMatchObject({ file: null, busy: false, failed: true });
  });

  it('left while it is added is not shown anew where the accounts changed since', async () => {
    const { page, read, background, vault } = await openPage();
    await read([fileOf('accounts.txt', links)]);
    const mine = { ...sampleEntry('mine'), issuer: 'Harbour', account: 'ada' };
    await vault.mutate((content) => ({ ...content, entries: [mine] }));
    background.hear = (kind) => {
      if (kind === 'accept-import') page.closeFile();
    };
    await page.acceptFile([]);
    expect(page.current()).toMatchObject({ file: null, done: null, failed: false });
  });

  it('given while the vault is locked waits for the unlocking, and is read by it', async () => {
    const { page, early, background, asked } = await openPage({ locked: true });
    early([fileOf('accounts.txt', links)]);
    expect(page.current()).toMatchObject({ waits: true, file: null });
    background.wrong = true;
    await page.unlock('not this one');
    expect(page.current()).toMatchObject({ waits: true, file: null });
    expect(asked).not.toContain('preview-import');
    background.wrong = false;
    await page.unlock('four words of mine');
    expect(page.current()).toMatchObject({ waits: false, file: { kind: 'preview', rows: [{ account: 'ada' }] } });
  });

  it('given while the vault is locked is read when it is opened somewhere else', async () => {
    const { page, early, vault } = await openPage({ locked: true });
    early([fileOf('accounts.txt', links)]);
    await vault.unlockWithComputer();
    await page.lockChanged();
    expect(page.current()).toMatchObject({ waits: false, file: { kind: 'preview', rows: [{ account: 'ada' }] } });
    await vault.lock();
    await page.lockChanged();
    await vault.unlockWithComputer();
    await page.lockChanged();
    expect(page.current()).toMatchObject({ waits: false, file: null });
  });

  it('given while the vault is open waits for nothing', async () => {
    const { page, early } = await openPage();
    early([fileOf('accounts.txt', links)]);
    expect(page.current().waits).toBe(false);
  });

  it('is not called a picture while it is read', async () => {
    const { page, read } = await openPage();
    const seen: unknown[] = [];
    page.subscribe(({ file, reading }) => {
      if (file?.kind === 'reading') seen.push(reading);
    });
    await read([fileOf('accounts.txt', links)]);
    expect(new Set(seen)).toEqual(new Set([null]));
  });

  it('takes one file at a time, and names the second', async () => {
    const { page, read } = await openPage();
    await read([fileOf('one.txt', links), fileOf('two.txt', links)]);
    expect(page.current().file).toMatchObject({ kind: 'preview' });
    expect(page.current().unread).toEqual([{ name: 'two.txt', why: 'one-file' }]);
  });
});
