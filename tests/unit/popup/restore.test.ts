import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import { createBackupService } from '../../../lib/app/backup-service.ts';
import { createKeysService } from '../../../lib/app/keys-service.ts';
import { newRecoveryCode } from '../../../lib/app/new-keys.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import { createUndoService } from '../../../lib/app/undo-import.ts';
import { sealBackup } from '../../../lib/backup/seal-backup.ts';
import type { Ask } from '../../../lib/messages/client.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import { fromBase64, toBase64 } from '../../../lib/vault/base64.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { createLock } from '../../../lib/vault/key-slots.ts';
import { makeWorld, onThisComputer } from '../app/fake-world.ts';
import { scriptedBackground } from '../messages/scripted-background.ts';
import { randomBytes } from '../vault/samples.ts';
import { inertPorts } from './inert-ports.ts';

const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' } as const;
const kek = new Uint8Array(32).fill(7);
const entry = (index: number, key = index): Entry => ({
  id: String(index).padStart(32, '0'),
  issuer: 'Acme',
  account: `account-${index}`,
  parameters: { type: 'totp', secret: new Uint8Array(20).fill(key), algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
  origins: ['https://portal.example'],
  state: 'confirmed',
  backupCodes: [],
  replaces: null,
  createdUnixMs: 1,
  updatedUnixMs: 1,
});
const lock = await createLock({ kind: 'passphrase', id: '1'.repeat(32), kdf }, kek);
const sealing = { locks: [lock], nowUnixMs: 1, randomBytes, readBack: { kek } };
const sealed = await sealBackup([entry(1), entry(2)], sealing);
if (!sealed.ok) throw new Error(sealed.error);
const file = { size: sealed.value.length, text: async () => sealed.value };

/** A popup at the screen of a restore, over the real services of a vault with these accounts. */
async function openRestore(entries: readonly Entry[] = []) {
  const { ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  await vault.mutate((content) => ({ ...content, entries }));
  const keys = createKeysService(vault, createBackupService({ vault, ...ports }), { noteTyped: async () => undefined });
  const undo = createUndoService({ vault, ...ports, memory: { lastCodes: async () => new Map() } });
  const asked: PageRequest[] = [];
  const locked: PageAnswer = { kind: 'failed', reason: 'locked' };
  const answer = scriptedBackground({
    'preview-restore': keys.previewRestore,
    'accept-restore': keys.acceptRestore,
    'undo-restore': undo.undo,
    settings: async () => ({ kind: 'settings', autoLockMinutes: 5, reminder: null, sharedComputer: false }),
    lock: keys.lock,
    'vault-state': async () => ({ kind: 'vault-state', state: await vault.state() }),
    'list-entries': async () => {
      const site = { origin: null, automatic: 'off', submits: false, refused: null, lookAlike: null } as const;
      const open = await vault.read();
      return open.ok
        ? { kind: 'entries', ...site, correctionSeconds: 0, offer: null, practise: false, missed: null, entries: [] }
        : locked;
    },
  });
  const ask: Ask = (request) => {
    asked.push(request);
    return answer(request);
  };
  const popup = createPopup({
    ...inertPorts,
    ask,
    derive: async (passphrase) => toBase64(passphrase === 'right' ? kek : new Uint8Array(32)),
    random: randomBytes,
  });
  await popup.retry();
  await popup.show('restore');
  const stored = async () => {
    const content = await vault.read();
    return content.ok ? content.value : null;
  };
  const shown = () => popup.current().preview?.rows.map(({ verdict }) => verdict.kind);
  return { popup, vault, stored, shown, asked };
}

describe('a restore in the popup', () => {
  it('shows what the file would bring and writes nothing, adds it by the next press, and takes it back by another', async () => {
    const { popup, stored, shown } = await openRestore([entry(1)]);
    await popup.previewRestore(file, 'right');
    expect(shown()).toEqual(['same', 'new']);
    expect((await stored())?.entries).toEqual([entry(1)]);
    await popup.acceptRestore([]);
    expect((await stored())?.entries).toEqual([entry(1), entry(2)]);
    const { success, screen, preview } = popup.current();
    expect([success, screen, preview]).toEqual([
      { kind: 'restored', added: 1, skipped: 1, undo: expect.any(String) },
      'codes',
      null,
    ]);
    await popup.undoAdded(success?.kind === 'restored' ? (success.undo ?? '') : '');
    expect(await stored()).toMatchObject({ entries: [entry(1)], trash: [{ entry: entry(2) }] });
    expect(popup.current().success).toEqual({ kind: 'undone', removed: 1, stayed: [] });
  });

  it('adds beside ours the differing account that was chosen', async () => {
    const { popup, stored, shown } = await openRestore([entry(1, 9)]);
    await popup.previewRestore(file, 'right');
    expect(shown()).toEqual(['conflicting', 'new']);
    await popup.acceptRestore([0]);
    expect((await stored())?.entries.map(({ account }) => account)).toEqual(['account-1', 'account-1', 'account-2']);
  });

  it('shows the list anew, and says so, where the accounts changed since', async () => {
    const { popup, vault, stored, shown } = await openRestore();
    await popup.previewRestore(file, 'right');
    await vault.mutate((content) => ({ ...content, entries: [entry(2)] }));
    await popup.acceptRestore([]);
    expect(shown()).toEqual(['new', 'same']);
    expect(popup.current()).toMatchObject({ screen: 'restore', failed: false, preview: { changed: true } });
    expect((await stored())?.entries).toEqual([entry(2)]);
    await popup.acceptRestore([]);
    expect((await stored())?.entries).toHaveLength(2);
  });

  it.each([
    ['left', (popup: ReturnType<typeof createPopup>) => popup.show('settings')],
    ['locked', (popup: ReturnType<typeof createPopup>) => popup.lock()],
  ])('has neither file nor key once it was %s', async (_, leave) => {
    const { popup, asked } = await openRestore();
    await popup.previewRestore(file, 'right');
    await leave(popup);
    expect(popup.current().preview).toBeNull();
    await popup.acceptRestore([]);
    expect(asked.filter(({ kind }) => kind === 'accept-restore')).toEqual([]);
  });

  it('keeps the file out of what it shows', async () => {
    const { popup } = await openRestore();
    await popup.previewRestore(file, 'right');
    const model = JSON.stringify(popup.current());
    expect(model).not.toContain(toBase64(kek));
    expect(model).not.toContain('doorcode-backup');
  });

  it('shows the lock, and stays at the restore, where the vault was locked meanwhile', async () => {
    const { popup, vault } = await openRestore();
    await vault.lock();
    await popup.previewRestore(file, 'right');
    expect(popup.current()).toMatchObject({
      vault: { kind: 'locked' },
      screen: 'restore',
      failed: false,
      preview: null,
    });
  });

  it('shows the lock where it was locked between the list and the press, and adds nothing', async () => {
    const { popup, vault } = await openRestore();
    await popup.previewRestore(file, 'right');
    await vault.lock();
    await popup.acceptRestore([]);
    expect(popup.current()).toMatchObject({ vault: { kind: 'locked' }, preview: null, success: null });
  });

  it('opens a file by the emergency key too, however it is typed', async () => {
    const { code, key } = newRecoveryCode({ random: randomBytes });
    const recovery = await createLock(
      { kind: 'recovery', id: '2'.repeat(32), salt: key.salt },
      fromBase64(key.kekBase64) ?? new Uint8Array(32),
    );
    const both = await sealBackup([entry(1)], { ...sealing, locks: [lock, recovery] });
    const text = both.ok ? both.value : '';
    const { popup, shown } = await openRestore();
    const typed = code.toLowerCase().replaceAll('-', ' ');
    await popup.previewRestore({ size: text.length, text: async () => text }, typed);
    expect(shown()).toEqual(['new']);
    expect(popup.current().preview?.intact).toBe(true);
    const touched = text.replace('Doorcode', 'doorcode');
    expect(touched).not.toBe(text);
    for (const secret of [typed, 'right']) {
      await popup.previewRestore({ size: touched.length, text: async () => touched }, secret);
      expect(shown()).toEqual(['new']);
      expect(popup.current().preview?.intact).toBe(false);
    }
    await popup.previewRestore(
      { size: text.length, text: async () => text },
      `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`,
    );
    expect(popup.current()).toMatchObject({ restoreProblem: 'wrong-passphrase' });
  });

  it('tells a file that was changed from a damaged one', async () => {
    const outer = JSON.parse(sealed.ok ? sealed.value : '');
    outer.data = btoa(atob(outer.data).replace(/^./s, (first) => String.fromCharCode(first.charCodeAt(0) ^ 1)));
    const damaged = JSON.stringify(outer);
    const covered = [outer.format, outer.version, outer.help, outer.header, ...outer.check, outer.data].join('\n');
    outer.sha256 = createHash('sha256').update(covered).digest('hex');
    const altered = JSON.stringify(outer);
    const { popup } = await openRestore();
    for (const [text, problem] of [
      [damaged, 'damaged'],
      [altered, 'altered'],
    ] as const) {
      await popup.previewRestore({ size: text.length, text: async () => text }, 'right');
      expect(popup.current()).toMatchObject({ restoreProblem: problem, preview: null });
    }
  });

  it('names a wrong passphrase, and shows no list', async () => {
    const { popup } = await openRestore();
    await popup.previewRestore(file, 'wrong');
    expect(popup.current()).toMatchObject({ restoreProblem: 'wrong-passphrase', preview: null, failed: false });
  });

  it('shows no list over a screen that was gone to meanwhile', async () => {
    const { popup } = await openRestore();
    const reading = popup.previewRestore(file, 'right');
    await popup.show('settings');
    await reading;
    expect(popup.current()).toMatchObject({ screen: 'settings', preview: null });
  });

  it('says where there is nothing left to take back', async () => {
    const { popup } = await openRestore();
    await popup.undoAdded('unknown');
    expect(popup.current()).toMatchObject({ failed: false, success: { kind: 'undone', removed: 0, stayed: [] } });
  });
});
