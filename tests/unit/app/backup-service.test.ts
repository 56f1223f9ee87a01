import { expect, it } from 'vitest';
import { createBackupService } from '../../../lib/app/backup-service.ts';
import { createCopiesService } from '../../../lib/app/copies-service.ts';
import { manualAccount } from '../../../lib/app/manual-account.ts';
import { trashEntry } from '../../../lib/app/trash.ts';
import { createUndoService } from '../../../lib/app/undo-import.ts';
import { openBackup } from '../../../lib/backup/doorcode-backup.ts';
import type { KdfText } from '../../../lib/messages/protocol-keys.ts';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import { err, ok } from '../../../lib/result.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' } as const;
const kek = new Uint8Array(32).fill(7);
const entry = (index: number): Entry => ({
  id: String(index).padStart(32, '0'),
  issuer: 'Acme',
  account: `account-${index}`,
  parameters: {
    type: 'totp',
    secret: new Uint8Array(20).fill(index),
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
  },
  origins: ['https://portal.example'],
  state: 'confirmed',
  backupCodes: [],
  replaces: null,
  createdUnixMs: 1,
  updatedUnixMs: 1,
});

async function openWorld(entries: readonly Entry[]) {
  const { ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  await vault.mutate((content) => ({ ...content, entries }));
  const stored = async () => {
    const content = await vault.read();
    return content.ok ? content.value.entries : [];
  };
  const backups = createBackupService({ vault, ...ports });
  /** Accepts what the file would bring, as it is shown; of differing accounts those at `beside` too. */
  const restore = async (text: string, key: Bytes, beside: readonly number[] = []) => {
    const preview = await backups.preview(text, key);
    return preview.ok ? backups.accept(text, key, { shown: preview.value.shown, beside: new Set(beside) }) : preview;
  };
  const copies = createCopiesService({ ...ports, vault, underWay: { isAny: () => false } });
  const seal = async (kdf: KdfText, kek: Uint8Array) => {
    const answer = await copies.exportBackup({ kind: 'export-backup', kdf, kekBase64: toBase64(kek), proof: null });
    if (answer.kind === 'backup') return ok(answer.text);
    return err(answer.kind === 'failed' ? answer.reason : answer.kind);
  };
  return { ports, vault, stored, backups: { ...backups, seal }, restore };
}

async function backupOf(entries: readonly Entry[]): Promise<string> {
  const sealed = await (await openWorld(entries)).backups.seal(kdf, kek);
  if (!sealed.ok) throw new Error(sealed.error);
  return sealed.value;
}

it('brings every account of a backup into an empty vault, with its sites', async () => {
  const { restore, stored } = await openWorld([]);
  expect(await restore(await backupOf([entry(1), entry(2)]), kek)).toEqual({
    ok: true,
    value: { kind: 'restored', added: 2, skipped: 0, undo: expect.any(String) },
  });
  expect(await stored()).toEqual([entry(1), entry(2)]);
});

it('carries the backup codes of a site, with which of them were used', async () => {
  const backupCodes = [
    { code: 'k0mp4-9x0tz', used: true },
    { code: 'k1mp4-9x1tz', used: false },
  ];
  const { restore, stored } = await openWorld([]);
  await restore(await backupOf([{ ...entry(1), backupCodes }]), kek);
  expect(await stored()).toMatchObject([{ backupCodes }]);
});

it('carries the accounts alone, and leaves this computer’s correction as it is', async () => {
  const { vault, backups, restore } = await openWorld([entry(1)]);
  const correction = { seconds: 600, seenUnixMs: 1 };
  await vault.mutate((content) => ({ ...content, correction }));
  const sealed = await backups.seal(kdf, kek);
  const opened = sealed.ok ? await openBackup(sealed.value, { slotIndex: 0, kek }) : sealed;
  expect(opened).toMatchObject({ ok: true, value: { items: [{ kind: 'entry', entry: entry(1) }] } });
  expect(await restore(await backupOf([entry(2)]), kek)).toMatchObject({ ok: true, value: { added: 1 } });
  expect(await vault.read()).toMatchObject({ ok: true, value: { correction } });
});

it('leaves removed accounts out of the file, and takes no identifier of theirs', async () => {
  const { vault, backups, restore, stored } = await openWorld([entry(1), entry(2)]);
  const whole = await backupOf([entry(1)]);
  await vault.mutate((content) => trashEntry(content, entry(1).id, 5));
  const sealed = await backups.seal(kdf, kek);
  if (!sealed.ok) throw new Error(sealed.error);
  const opened = await openBackup(sealed.value, { slotIndex: 0, kek });
  expect(opened.ok && opened.value.items).toEqual([{ kind: 'entry', entry: entry(2) }]);
  expect(await restore(whole, kek)).toMatchObject({ value: { added: 1 } });
  expect((await stored()).map(({ account }) => account)).toEqual(['account-2', 'account-1']);
  expect((await stored())[1]?.id).not.toBe(entry(1).id);
});

it('adds only what is missing, and changes nothing that is here', async () => {
  const mine = { ...entry(1), state: 'pending' as const, origins: [] };
  const { restore, stored } = await openWorld([mine]);
  const text = await backupOf([entry(1), entry(2)]);
  expect(await restore(text, kek)).toMatchObject({ value: { added: 1, skipped: 1 } });
  expect(await restore(text, kek)).toMatchObject({ value: { added: 0, skipped: 2 } });
  expect(await stored()).toEqual([mine, entry(2)]);
});

it('keeps an entry of the same id and another key beside the one that is here', async () => {
  const mine = { ...entry(1), parameters: entry(9).parameters };
  const { restore, stored } = await openWorld([mine]);
  await restore(await backupOf([entry(1)]), kek, [0]);
  const ids = (await stored()).map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
});

it.each([
  ['a wrong passphrase', async (text: string) => text, new Uint8Array(32), 'wrong-passphrase'],
  ['a file of something else', async () => 'hello', kek, 'not-a-backup'],
  ['a cut file', async (text: string) => text.slice(0, -40), kek, 'damaged'],
])('adds nothing from %s and says so', async (_, spoil, key, error) => {
  const { restore, stored } = await openWorld([entry(1)]);
  const outcome = await restore(await spoil(await backupOf([entry(2)])), key);
  expect(outcome).toEqual({ ok: false, error });
  expect(await stored()).toEqual([entry(1)]);
});

it('gives no backup of a locked vault', async () => {
  const { vault, backups } = await openWorld([entry(1)]);
  await vault.lock();
  expect(await backups.seal(kdf, kek)).toEqual({ ok: false, error: 'locked' });
});

it('says what a file would bring, and writes nothing before it is accepted', async () => {
  const { backups, stored } = await openWorld([entry(1), { ...entry(2), parameters: entry(8).parameters }]);
  const preview = await backups.preview(await backupOf([entry(1), entry(2), entry(3)]), kek);
  expect(preview.ok && preview.value.rows.map(({ verdict }) => verdict.kind)).toEqual(['same', 'conflicting', 'new']);
  expect(JSON.stringify(preview)).not.toMatch(/secret|parameters/);
  expect(await stored()).toHaveLength(2);
});

it('keeps ours where the names make other codes, and adds beside it only what was chosen', async () => {
  const mine = { ...entry(1), parameters: entry(8).parameters };
  const { restore, stored } = await openWorld([mine]);
  const text = await backupOf([entry(1), entry(2)]);
  expect(await restore(text, kek)).toMatchObject({ value: { added: 1, skipped: 1 } });
  expect(await stored()).toEqual([mine, entry(2)]);
  expect(await restore(text, kek, [0])).toMatchObject({ value: { added: 1, skipped: 1 } });
  expect(await stored()).toMatchObject([mine, entry(2), { account: 'account-1', parameters: entry(1).parameters }]);
});

it.each([
  ['another site', { origins: ['https://other.example'] }],
  ['another name', { account: 'renamed' }],
  ['another key', { parameters: entry(9).parameters }],
])('adds one with %s beside ours by a tick alone, and takes it back so that ours is left', async (_, more) => {
  const { ports, vault, restore, stored } = await openWorld([entry(1)]);
  const text = await backupOf([{ ...entry(1), ...more }]);
  expect(await restore(text, kek)).toMatchObject({ value: { added: 0, skipped: 1 } });
  const restored = await restore(text, kek, [0]);
  expect(await stored()).toMatchObject([entry(1), more]);
  expect(await restore(text, kek, [0])).toMatchObject({ value: { added: 0 } });
  const undo = restored.ok && restored.value.kind === 'restored' ? restored.value.undo : null;
  const service = createUndoService({ vault, ...ports, memory: { lastCodes: async () => new Map() } });
  expect(await service.undo({ kind: 'undo-restore', undo: undo ?? '' })).toMatchObject({ removed: 1, stayed: [] });
  expect(await stored()).toEqual([entry(1)]);
});

it('adds nothing where the accounts changed since the list was shown, and shows it anew', async () => {
  const { vault, backups, stored } = await openWorld([]);
  const text = await backupOf([entry(1), entry(2)]);
  const before = await backups.preview(text, kek);
  if (!before.ok) throw new Error(before.error);
  await vault.mutate((content) => ({ ...content, entries: [entry(2)] }));
  const accepted = await backups.accept(text, kek, { shown: before.value.shown, beside: new Set() });
  expect(accepted).toMatchObject({
    value: {
      kind: 'changed-meanwhile',
      preview: { rows: [{ verdict: { kind: 'new' } }, { verdict: { kind: 'same' } }] },
    },
  });
  expect(await stored()).toEqual([entry(2)]);
  const fresh = accepted.ok && accepted.value.kind === 'changed-meanwhile' ? accepted.value.preview.shown : '';
  expect(await backups.accept(text, kek, { shown: fresh, beside: new Set() })).toMatchObject({ value: { added: 1 } });
});

it('says of a locked vault that it is locked before it judges the file', async () => {
  const { vault, backups } = await openWorld([entry(1)]);
  const text = await backupOf([entry(2)]);
  await vault.lock();
  expect(await backups.preview(text, kek)).toEqual({ ok: false, error: 'locked' });
  expect(await backups.accept(text, kek, { shown: '', beside: new Set() })).toEqual({ ok: false, error: 'locked' });
});

it('asks for a vault before a file where there is none yet', async () => {
  const { ports, vault } = makeWorld();
  const backups = createBackupService({ vault, ...ports });
  expect(await backups.preview('no backup', kek)).toEqual({ ok: false, error: 'locked' });
});

const form = {
  issuer: ' Acme ',
  account: 'ada',
  secretText: 'jbsw y3dp ehpk 3pxp',
  kind: 'totp',
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
  counter: 0,
} as const;

it('takes a key as people type it', () => {
  expect(manualAccount(form)).toMatchObject({
    ok: true,
    value: { issuer: 'Acme', account: 'ada', parameters: { type: 'totp', digits: 6, periodSeconds: 30 } },
  });
});

it('takes a whole key URI pasted into the field of the key', () => {
  const secretText = 'otpauth://totp/Other:bob?secret=JBSWY3DPEHPK3PXP&issuer=Other&digits=8';
  expect(manualAccount({ ...form, secretText })).toMatchObject({
    value: { issuer: 'Other', account: 'bob', parameters: { digits: 8 } },
  });
});

it.each([
  ['JBSWY3D!', 'secret-invalid'],
  ['', 'secret-invalid'],
  ['JBSW', 'secret-short'],
])('refuses %j as a key', (secretText, error) => {
  expect(manualAccount({ ...form, secretText })).toEqual({ ok: false, error });
});
