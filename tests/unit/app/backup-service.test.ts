import { expect, it } from 'vitest';
import { createBackupService } from '../../../lib/app/backup-service.ts';
import { manualAccount } from '../../../lib/app/manual-account.ts';
import { trashEntry } from '../../../lib/app/trash.ts';
import { openBackup, sealBackup } from '../../../lib/backup/doorcode-backup.ts';
import { emptyContent } from '../../../lib/vault/content.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { randomBytes } from '../vault/samples.ts';
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
  return { vault, stored, backups: createBackupService({ vault, ...ports }) };
}

async function backupOf(entries: readonly Entry[]): Promise<string> {
  const sealed = await (await openWorld(entries)).backups.seal(kdf, kek);
  if (!sealed.ok) throw new Error(sealed.error);
  return sealed.value;
}

it('brings every account of a backup into an empty vault, with its sites', async () => {
  const { backups, stored } = await openWorld([]);
  expect(await backups.restore(await backupOf([entry(1), entry(2)]), kek)).toEqual({
    ok: true,
    value: { added: 2, skipped: 0 },
  });
  expect(await stored()).toEqual([entry(1), entry(2)]);
});

it('carries the backup codes of a site, with which of them were used', async () => {
  const backupCodes = [
    { code: 'k0mp4-9x0tz', used: true },
    { code: 'k1mp4-9x1tz', used: false },
  ];
  const { backups, stored } = await openWorld([]);
  await backups.restore(await backupOf([{ ...entry(1), backupCodes }]), kek);
  expect(await stored()).toMatchObject([{ backupCodes }]);
});

it('carries no correction of this computer’s clock, and takes none', async () => {
  const { vault, backups } = await openWorld([entry(1)]);
  const correction = { seconds: 600, seenUnixMs: 1 };
  await vault.mutate((content) => ({ ...content, correction }));
  const sealed = await backups.seal(kdf, kek);
  const opened = sealed.ok ? await openBackup(sealed.value, kek) : sealed;
  expect(opened).toMatchObject({ ok: true, value: { content: { entries: [entry(1)], correction: null } } });
  const foreign = await sealBackup(
    { ...emptyContent, entries: [entry(2)], correction: { seconds: -600, seenUnixMs: 1 } },
    { kek, kdf, nowUnixMs: 1, randomBytes },
  );
  expect(foreign.ok && (await backups.restore(foreign.value, kek))).toMatchObject({ ok: true, value: { added: 1 } });
  expect(await vault.read()).toMatchObject({ ok: true, value: { correction } });
});

it('leaves removed accounts out of the file, and takes no identifier of theirs', async () => {
  const { vault, backups, stored } = await openWorld([entry(1), entry(2)]);
  const whole = await backupOf([entry(1)]);
  await vault.mutate((content) => trashEntry(content, entry(1).id, 5));
  const sealed = await backups.seal(kdf, kek);
  if (!sealed.ok) throw new Error(sealed.error);
  expect(await openBackup(sealed.value, kek)).toMatchObject({ value: { content: { entries: [entry(2)], trash: [] } } });
  expect(await backups.restore(whole, kek)).toMatchObject({ value: { added: 1 } });
  expect((await stored()).map(({ account }) => account)).toEqual(['account-2', 'account-1']);
  expect((await stored())[1]?.id).not.toBe(entry(1).id);
});

it('adds only what is missing, and changes nothing that is here', async () => {
  const mine = { ...entry(1), state: 'pending' as const, origins: [] };
  const { backups, stored } = await openWorld([mine]);
  const text = await backupOf([entry(1), entry(2)]);
  expect(await backups.restore(text, kek)).toMatchObject({ value: { added: 1, skipped: 1 } });
  expect(await backups.restore(text, kek)).toMatchObject({ value: { added: 0, skipped: 2 } });
  expect(await stored()).toEqual([mine, entry(2)]);
});

it('keeps an entry of the same id and another key beside the one that is here', async () => {
  const mine = { ...entry(1), parameters: entry(9).parameters };
  const { backups, stored } = await openWorld([mine]);
  await backups.restore(await backupOf([entry(1)]), kek);
  const ids = (await stored()).map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
});

it.each([
  ['a wrong passphrase', async (text: string) => text, new Uint8Array(32), 'wrong-passphrase'],
  ['a file of something else', async () => 'hello', kek, 'not-a-backup'],
  ['a cut file', async (text: string) => text.slice(0, -40), kek, 'damaged'],
])('adds nothing from %s and says so', async (_, spoil, key, error) => {
  const { backups, stored } = await openWorld([entry(1)]);
  const outcome = await backups.restore(await spoil(await backupOf([entry(2)])), key);
  expect(outcome).toEqual({ ok: false, error });
  expect(await stored()).toEqual([entry(1)]);
});

it('gives no backup of a locked vault', async () => {
  const { vault, backups } = await openWorld([entry(1)]);
  await vault.lock();
  expect(await backups.seal(kdf, kek)).toEqual({ ok: false, error: 'locked' });
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
