import { describe, expect, it } from 'vitest';
import { createTransferService } from '../../../lib/app/transfer-service.ts';
import type { ImportedText } from '../../../lib/messages/protocol-transfer.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const key = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const text = (account: string, more: Partial<ImportedText> = {}): ImportedText => ({
  uri: `otpauth://totp/Harbour:${account}?secret=${key}&issuer=Harbour`,
  group: null,
  pinned: false,
  ...more,
});
const readUnixMs = 1_700_000_000_000;

/** The service over a vault that is open and empty. */
async function open() {
  const { ports, vault, world } = makeWorld();
  await vault.create(onThisComputer);
  const service = createTransferService({ vault, ...ports });
  const preview = (accounts: readonly ImportedText[]) =>
    service.preview({ kind: 'preview-import', accounts, readUnixMs });
  /** Accepts what was shown of them, or something else. */
  async function accept(accounts: readonly ImportedText[], how: { shown?: string; beside?: readonly number[] } = {}) {
    const answer = await preview(accounts);
    const shown = how.shown ?? (answer.kind === 'restore-preview' ? answer.shown : '');
    return service.accept({ kind: 'accept-import', accounts, readUnixMs, shown, beside: how.beside ?? [] });
  }
  const stored = async () => {
    const content = await vault.read({ use: false });
    return content.ok ? content.value.entries : [];
  };
  return { vault, world, preview, accept, stored };
}

describe("the accounts of another app's file", () => {
  it('are shown before anything is written', async () => {
    const { preview, stored } = await open();
    expect(await preview([text('ada'), text('bob')])).toMatchObject({
      kind: 'restore-preview',
      changed: false,
      intact: true,
      rows: [
        { index: 0, issuer: 'Harbour', account: 'ada', sites: [], verdict: { kind: 'new' } },
        { index: 1, account: 'bob', verdict: { kind: 'new' } },
      ],
    });
    expect(await stored()).toEqual([]);
  });

  it('are in use already and of no site, with their groups, their pins, and identifiers of this vault', async () => {
    const { accept, stored } = await open();
    expect(await accept([text('ada', { group: 'Work', pinned: true }), text('bob')])).toMatchObject({
      kind: 'restored',
      added: 2,
      skipped: 0,
      undo: expect.any(String),
    });
    const [ada, bob] = await stored();
    const same = {
      state: 'confirmed',
      origins: [],
      backupCodes: [],
      replaces: null,
      createdUnixMs: readUnixMs,
      updatedUnixMs: readUnixMs,
    };
    expect(ada).toMatchObject({ ...same, issuer: 'Harbour', account: 'ada', group: 'Work', pinned: true });
    expect(bob).toMatchObject({ ...same, account: 'bob' });
    expect(bob).not.toHaveProperty('group');
    expect(bob).not.toHaveProperty('pinned');
    expect(ada?.id).toMatch(/^[0-9a-f]{32}$/);
    expect(ada?.id).not.toBe(bob?.id);
  });

  it('are added once, however often the file is brought', async () => {
    const { accept, stored } = await open();
    await accept([text('ada')]);
    expect(await accept([text('ada')])).toMatchObject({ kind: 'restored', added: 0, skipped: 1, undo: null });
    expect(await stored()).toHaveLength(1);
  });

  it('that differ from one here are added beside it only where that was chosen', async () => {
    const { accept, stored } = await open();
    await accept([text('ada')]);
    const other = text('ada', { uri: text('ada').uri.replace(key, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ') });
    expect(await accept([other])).toMatchObject({ added: 0, skipped: 1 });
    expect(await accept([other], { beside: [0] })).toMatchObject({ added: 1, skipped: 0 });
    expect(await stored()).toHaveLength(2);
  });

  it('whose text a page of ours would never send are shown as unreadable, and not added', async () => {
    const { preview, accept, stored } = await open();
    const spoiled = [text('ada', { uri: 'https://harbour.example' }), text('bob')];
    expect(await preview(spoiled)).toMatchObject({ rows: [{ verdict: { kind: 'unreadable' } }, { account: 'bob' }] });
    expect(await accept(spoiled)).toMatchObject({ kind: 'restored', added: 1 });
    expect(await stored()).toHaveLength(1);
  });

  it('are not added where something else was shown; the list as it is now comes back', async () => {
    const { accept, stored } = await open();
    const answer = await accept([text('ada')], { shown: 'another list' });
    expect(answer).toMatchObject({ kind: 'restore-preview', changed: true, rows: [{ account: 'ada' }] });
    expect(await stored()).toEqual([]);
  });

  it('are neither shown nor added while the vault is locked', async () => {
    const { vault, preview, accept } = await open();
    await vault.lock();
    expect(await preview([text('ada')])).toEqual({ kind: 'failed', reason: 'locked' });
    expect(await accept([text('ada')], { shown: 's' })).toEqual({ kind: 'failed', reason: 'locked' });
  });
});
