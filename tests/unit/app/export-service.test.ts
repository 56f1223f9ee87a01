import { describe, expect, it } from 'vitest';
import { createExportService } from '../../../lib/app/export-service.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { AEGIS_COST } from '../../../lib/backup/export/aegis-export.ts';
import { type ExportFormat, exportFormats } from '../../../lib/backup/export/export-formats.ts';
import { readForeign } from '../../../lib/backup/foreign/read-foreign.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { utf8 } from '../../../lib/vault/bytes.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { deriveFileKey } from '../../../lib/vault/file-key.ts';
import { derivePassphraseKey } from '../../../lib/vault/kdf.ts';
import { filled, leastScrypt } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';
import { entryAt } from './sample-entry.ts';

const secret = filled(20, 7);
const byCounter = { type: 'hotp', secret, algorithm: 'SHA1', digits: 6, counter: 5 } as const;
const accounts: readonly Entry[] = [
  entryAt('https://a.example', 'ada'),
  entryAt('https://b.example', 'bob', { parameters: byCounter }),
];

const kdf = { ...AEGIS_COST, salt: toBase64(filled(32, 3)) };
/** The key of a passphrase that nobody knows. */
const key = { kdf, kekBase64: toBase64(filled(32, 4)) };

type Asked = Partial<Parameters<ReturnType<typeof createExportService>['exportFile']>[0]>;

async function openWorld(entries = accounts, formats: Readonly<Record<string, ExportFormat>> = exportFormats) {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  await vault.mutate((content) => ({ ...content, entries }));
  const { exportFile } = createExportService({ ...ports, vault, formats });
  const take = (format: string, part: Asked = {}) =>
    exportFile({ kind: 'export-file', format, key: null, proof: null, ...part });
  return { world, vault, take };
}

describe('a file for another app', () => {
  it('holds the accounts that the app can take, and names the others with the reason', async () => {
    const { take } = await openWorld();
    expect(await take('bitwarden')).toEqual({
      kind: 'export-file',
      fileName: 'doorcode-bitwarden.json',
      text: expect.stringContaining('ada'),
      count: 1,
      leftOut: [{ issuer: 'Acme', account: 'bob', why: 'kind' }],
    });
  });

  it('is given to nobody who does not know the passphrase', async () => {
    const { ports, vault } = makeWorld();
    const kek = derivePassphraseKey('mine', leastScrypt);
    await vault.create({ passphrase: { kdf: leastScrypt, kek } });
    await vault.mutate((content) => ({ ...content, entries: accounts }));
    const state = await vault.state();
    const proof = { slotId: state.kind === 'unlocked' ? (state.slots[0]?.id ?? '') : '', kekBase64: toBase64(kek) };
    const { exportFile } = createExportService({ ...ports, vault });
    const take = (tried: typeof proof | null) =>
      exportFile({ kind: 'export-file', format: 'aegis', key: null, proof: tried });
    for (const tried of [null, { ...proof, kekBase64: '?' }, { ...proof, slotId: 'none' }])
      expect(await take(tried)).toMatchObject({ kind: 'failed' });
    const other = { ...proof, kekBase64: toBase64(filled(32, 1)) };
    expect(await take(other)).toEqual({ kind: 'failed', reason: 'wrong-passphrase' });
    expect(await take(proof)).toMatchObject({ kind: 'export-file', count: 2 });
  });

  it('is none of a locked vault, nor of one without accounts', async () => {
    const { take, vault } = await openWorld([]);
    expect(await take('aegis')).toEqual({ kind: 'failed', reason: 'no-entry' });
    await vault.lock();
    expect(await take('aegis')).toEqual({ kind: 'failed', reason: 'locked' });
  });

  it('opens with its own passphrase and with no other', async () => {
    const { take } = await openWorld();
    const answer = await take('aegis-sealed', {
      key: { kdf, kekBase64: toBase64(await deriveFileKey('of the file', kdf)) },
    });
    if (answer.kind !== 'export-file') throw new Error(JSON.stringify(answer));
    expect(answer.text).not.toContain('"issuer"');
    const read = (passphrase: string) =>
      readForeign(utf8(answer.text), { passphrase, costly: false, onProgress: () => undefined });
    const { outcome } = await read('of the file');
    expect(outcome.ok && outcome.value.items).toMatchObject(
      accounts.map(({ account, parameters }) => ({ kind: 'account', account: { account, parameters } })),
    );
    expect((await read('mine')).outcome).toEqual({ ok: false, error: { kind: 'wrong-passphrase' } });
  });

  it('is only the sealed one where the organisation forbids export in the clear', async () => {
    const { take, world } = await openWorld();
    world.policies = { ...noPolicies, plainExportForbidden: true };
    for (const [id, { sealed }] of Object.entries(exportFormats)) {
      const answer = await take(id, { key: sealed ? key : null });
      expect(answer, id).toMatchObject(sealed ? { kind: 'export-file' } : { reason: 'export-forbidden' });
    }
  });

  it('is of a known kind, with a key just where a passphrase opens it, and of the cost that the file names', async () => {
    const { take } = await openWorld();
    const unacceptable = { kind: 'failed', reason: 'unacceptable' };
    expect(await take('toString')).toEqual(unacceptable);
    expect(await take('aegis', { key })).toEqual(unacceptable);
    expect(await take('aegis-sealed')).toEqual(unacceptable);
    for (const odd of [
      { ...key, kdf: { ...key.kdf, N: 2 ** 17 } },
      { ...key, kdf: { ...key.kdf, salt: '?' } },
      { ...key, kekBase64: toBase64(filled(16, 1)) },
    ])
      expect(await take('aegis-sealed', { key: odd })).toEqual(unacceptable);
  });
});

describe('a file that our own importer does not read back whole', () => {
  const faults: Readonly<Record<string, (entries: readonly Entry[]) => readonly Entry[]>> = {
    'lacks an account': (entries) => entries.slice(1),
    'has one twice': (entries) => [...entries, ...entries.slice(0, 1)],
    'has a wrong key': (entries) => entries.map((entry) => ({ ...entry, parameters: { ...entry.parameters, secret } })),
    'has a wrong count of codes': (entries) =>
      entries.map((entry) => ({ ...entry, parameters: { ...byCounter, counter: 6 } })),
  };

  it.each(Object.keys(faults))('is not handed out where it %s', async (fault) => {
    for (const [id, format] of Object.entries(exportFormats)) {
      const broken: ExportFormat = {
        ...format,
        write: async (entries, how) => ({
          ...(await format.write(faults[fault]?.(entries) ?? [], how)),
          held: entries,
        }),
      };
      const { take } = await openWorld(accounts, { [id]: broken });
      const answer = await take(id, { key: format.sealed ? key : null });
      expect(answer, id).toEqual({ kind: 'failed', reason: 'not-read-back' });
    }
  });

  it('is not handed out where it cannot be read at all', async () => {
    for (const [id, format] of Object.entries(exportFormats)) {
      for (const spoil of [(text: string) => text.slice(0, -9), () => '', () => '{}']) {
        const broken: ExportFormat = {
          ...format,
          write: async (entries, how) => {
            const written = await format.write(entries, how);
            return { ...written, text: spoil(written.text) };
          },
        };
        const { take } = await openWorld(accounts, { [id]: broken });
        const answer = await take(id, { key: format.sealed ? key : null });
        expect(answer, id).toEqual({ kind: 'failed', reason: 'not-read-back' });
      }
    }
  });

  it('is not handed out where its header names another salt than the key was made with', async () => {
    const format = exportFormats['aegis-sealed'];
    const broken: ExportFormat = {
      ...format,
      write: async (entries, how) => {
        const written = await format.write(entries, how);
        return { ...written, text: written.text.replace(/"salt": "../, '"salt": "ff') };
      },
    };
    const { take } = await openWorld(accounts, { 'aegis-sealed': broken });
    const answer = await take('aegis-sealed', { key: key });
    expect(answer).toEqual({ kind: 'failed', reason: 'not-read-back' });
  });
});
