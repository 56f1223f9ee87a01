import { describe, expect, it } from 'vitest';
import { createPopup } from '../../../entrypoints/popup/model.ts';
import type { ListedEntry } from '../../../lib/app/entry-listing.ts';
import type { FillResult } from '../../../lib/app/fill-code.ts';
import type { PageAnswer } from '../../../lib/app/page-service.ts';
import type { VaultState } from '../../../lib/app/vault-repository.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';

const entry = (code: string, endsUnixMs: number): ListedEntry => ({
  id: 'e',
  issuer: 'Acme',
  account: 'ada',
  code,
  nextCode: '',
  endsUnixMs,
  periodSeconds: 30,
  state: 'confirmed',
  belongsHere: true,
  kind: 'totp',
});
const reading = { texts: [], looked: { pictures: 0, links: 0, frames: 1, screenshot: false } };

/** A popup over a background that answers from a script. */
async function openPopup() {
  const background = {
    state: { kind: 'unlocked', deadlineUnixMs: 1e15 } as VaultState,
    entries: [entry('111111', 30_000)],
    fill: { kind: 'not-written', outcome: 'no-box' } as FillResult,
  };
  const files: string[] = [];
  const asked: PageRequest['kind'][] = [];
  const popup = createPopup({
    tabId: 1,
    ask: async ({ kind }): Promise<PageAnswer> => {
      asked.push(kind);
      if (kind === 'vault-state') return { kind: 'vault-state', state: background.state };
      if (kind === 'list-entries')
        return { kind: 'entries', origin: 'https://a.example', automatic: 'off', entries: background.entries };
      if (kind === 'found-texts') return { kind: 'found', origin: 'https://a.example', codes: [] };
      if (kind === 'settings') return { kind: 'settings', autoLockMinutes: 5 };
      if (kind === 'export-backup') return { kind: 'backup', text: 'sealed' };
      if (kind === 'fill') return { kind: 'fill', result: background.fill };
      if (kind === 'add-manual') return { kind: 'failed', reason: 'duplicate' };
      return { kind: 'failed', reason: 'wrong-passphrase' };
    },
    derive: async () => 'AAAA',
    newKdf: () => ({ name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: 'AAAA' }),
    readDom: async () => reading,
    readScreenshot: async () => reading,
    saveFile: (_name, text) => void files.push(text),
    requestSite: async () => true,
    copyText: async () => {},
  });
  await popup.start();
  return { background, asked, files, popup };
}

describe('the open popup', () => {
  it('never shows a code past its end', async () => {
    const { background, popup } = await openPopup();
    background.entries = [entry('222222', 60_000)];
    await popup.tick(29_999);
    expect(popup.current().entries[0]?.code).toBe('111111');
    await popup.tick(30_000);
    expect(popup.current().entries[0]?.code).toBe('222222');
  });

  it('shows no code once the vault has locked', async () => {
    const { background, popup } = await openPopup();
    background.state = { kind: 'locked', slots: [] };
    await popup.tick(30_000);
    expect(popup.current()).toMatchObject({ vault: { kind: 'locked' }, entries: [], found: [] });
  });

  it('tells a wrong passphrase from another failure', async () => {
    const { background, popup } = await openPopup();
    const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: 'AAAA' } as const;
    background.state = { kind: 'locked', slots: [{ kind: 'passphrase', id: 's', kdf }] };
    await popup.retry();
    await popup.unlock('wrong');
    expect(popup.current()).toMatchObject({ wrongPassphrase: true, failed: false });
    await popup.advance('e');
    expect(popup.current().wrongPassphrase).toBe(true);
  });

  it('says why nothing was filled, and takes it back with the next press', async () => {
    const { background, popup } = await openPopup();
    await popup.fill('e');
    expect(popup.current()).toMatchObject({ fillProblem: 'no-box', failed: false });
    background.fill = { kind: 'written', origin: 'https://a.example', purpose: 'challenge' };
    await popup.fill('e');
    expect(popup.current()).toMatchObject({ fillProblem: null, failed: false });
  });

  it('shows the stored time until the lock', async () => {
    const { popup } = await openPopup();
    await popup.show('settings');
    expect(popup.current()).toMatchObject({ screen: 'settings', autoLockMinutes: 5 });
  });

  it('keeps the form open and names what is wrong with it', async () => {
    const { popup } = await openPopup();
    await popup.show('manual');
    await popup.addManual({
      issuer: '',
      account: '',
      secretText: 'JBSWY3DPEHPK3PXP',
      kind: 'totp',
      algorithm: 'SHA1',
      digits: 6,
      periodSeconds: 30,
      counter: 0,
    });
    expect(popup.current()).toMatchObject({ screen: 'manual', manualProblem: 'duplicate', failed: false });
  });

  it('hands the sealed backup to the browser as a file', async () => {
    const { files, popup } = await openPopup();
    await popup.exportBackup('correct horse battery');
    expect(files).toEqual(['sealed']);
  });

  it.each([
    ['too-large', 17 * 2 ** 20, ''],
    ['not-a-backup', 5, 'hello'],
  ] as const)('names a file that is %s, and asks the background nothing', async (restoreProblem, size, text) => {
    const { asked, popup } = await openPopup();
    await popup.restoreBackup({ size, text: async () => text }, 'any');
    expect(popup.current()).toMatchObject({ restoreProblem, failed: false });
    expect(asked).not.toContain('restore-backup');
  });
});
