import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBackupService } from '../../../lib/app/backup-service.ts';
import { createCopiesService } from '../../../lib/app/copies-service.ts';
import type { VaultPorts } from '../../../lib/app/vault-core.ts';
import { createVaultRepository, type VaultRepository } from '../../../lib/app/vault-repository.ts';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import type { VaultContent } from '../../../lib/vault/entry.ts';
import { readHeader } from '../../../lib/vault/envelope.ts';
import { derivePassphraseKey } from '../../../lib/vault/kdf.ts';
import { kek as fileKey, makeBackup } from '../backup/backup-samples.ts';
import { filled, leastScrypt, sampleEntry } from '../vault/samples.ts';
import { atEachCall, type Made, type Outcome } from './at-each-call.ts';
import { makeWorld } from './fake-world.ts';
import { allFaults } from './faulty-ports.ts';

const [first, second, code] = [filled(32, 5), filled(32, 6), filled(32, 8)];
const recovery = { salt: toBase64(filled(16, 4)), kek: code };
const key = (kek: Bytes) => ({ passphrase: { kdf: leastScrypt, kek } });
const add = (id: string) => (content: VaultContent) => ({ ...content, entries: [...content.entries, sampleEntry(id)] });
const DAY_MS = 24 * 3_600_000;

async function slotId(vault: VaultRepository, kind = 'passphrase'): Promise<string> {
  const state = await vault.state();
  const slots = state.kind === 'locked' || state.kind === 'unlocked' ? state.slots : [];
  return slots.find((slot) => slot.kind === kind)?.id ?? '';
}

const unlock = async (vault: VaultRepository, kek: Bytes) =>
  (await vault.unlock({ slotId: await slotId(vault), kek })).ok;

// A vault as version 1 left it, which its passphrase brings up to date.
const frozen = readFileSync(join(import.meta.dirname, '../../fixtures/vault/vault-1-passphrase.json'), 'utf8').trim();
const frozenKey = derivePassphraseKey('correct horse', leastScrypt);
async function makeVault1(): Promise<Made> {
  const made = makeWorld();
  made.world.disk.set('vault.a', frozen);
  made.world.disk.set('vault.meta', { version: 1, generation: 3, copy: 'a', createdUnixMs: 1_700_000_000_000 });
  return made;
}

const RESTORED = 'e'.repeat(32);
const restored = { ...sampleEntry(RESTORED), account: 'john@example.org' };
const theBackup = makeBackup([{ ...restored, parameters: { ...restored.parameters, secret: filled(20, 2) } }]);

type Operation = {
  readonly name: string;
  readonly make?: (locked: boolean) => Promise<Made>;
  readonly locked?: true;
  /** The keys of which exactly one opens the vault, whatever happened. */
  readonly keys?: readonly Bytes[];
  /** What else is so once it was acknowledged. */
  readonly also?: (vault: VaultRepository, where: string) => Promise<void>;
  /** True where the operation was acknowledged. */
  readonly run: (vault: VaultRepository, ports: VaultPorts) => Promise<boolean>;
  /** The accounts that there are once it was acknowledged; what there is without an acknowledgement may be either. */
  readonly after: readonly string[];
};

const operations: readonly Operation[] = [
  { name: 'an unlock', locked: true, run: (vault) => unlock(vault, first), after: ['one', 'two'] },
  { name: 'a save', run: async (vault) => (await vault.mutate(add('new'))).ok, after: ['one', 'two', 'new'] },
  {
    name: 'a change of passphrase',
    run: async (vault) => (await vault.changeKeys(key(second), { slotId: await slotId(vault), kek: first })).ok,
    after: ['one', 'two'],
  },
  {
    name: 'an unlock that brings the derivation up to date',
    locked: true,
    run: async (vault) =>
      (await vault.unlock({ slotId: await slotId(vault), kek: first, better: key(second).passphrase })).ok,
    after: ['one', 'two'],
  },
  {
    name: 'an export',
    run: async (vault, ports) => {
      const copies = createCopiesService({ ...ports, vault, underWay: { isAny: () => false } });
      const kekBase64 = toBase64(filled(32, 7));
      const proof = { slotId: await slotId(vault), kekBase64: toBase64(first) };
      const request = { kind: 'export-backup', kdf: leastScrypt, kekBase64, proof } as const;
      return (await copies.exportBackup(request)).kind === 'backup';
    },
    after: ['one', 'two'],
  },
  {
    name: 'an unlock of a vault of version 1',
    make: makeVault1,
    locked: true,
    keys: [frozenKey],
    run: (vault) => unlock(vault, frozenKey),
    after: ['one', 'two'],
    also: async (vault, where) => {
      const { setAside: _, copies } = JSON.parse(await vault.rawCopies({ opened: true }));
      const versions = copies.map(({ text }: { text: string }) => {
        const header = readHeader(text);
        return header.ok ? header.value.version : header.error.kind;
      });
      expect(versions, where).toContain(2);
    },
  },
  {
    name: 'a removal of the recovery code',
    keys: [first],
    run: async (vault) => (await vault.changeKeys({ recovery: null }, { slotId: await slotId(vault), kek: first })).ok,
    after: ['one', 'two'],
    also: async (vault, where) => {
      const state = await vault.state();
      expect(state.kind === 'unlocked' && state.slots.map(({ kind }) => kind), where).toEqual(['passphrase']);
    },
  },
  {
    name: 'a restore',
    run: async (vault, ports) => {
      const backups = createBackupService({ ...ports, vault });
      const text = await theBackup;
      const preview = await backups.preview(text, fileKey);
      if (!preview.ok) return false;
      const accepted = await backups.accept(text, fileKey, { shown: preview.value.shown, beside: new Set() });
      return accepted.ok && accepted.value.kind === 'restored';
    },
    after: ['one', 'two', RESTORED],
  },
  {
    name: 'a lock',
    run: async (vault) => {
      await vault.lock();
      return true;
    },
    after: ['one', 'two'],
  },
];

/** A vault of two accounts, open, a day after its last write, so that the next one keeps a day's copy too. */
async function makeVault(locked: boolean) {
  const made = makeWorld();
  await made.vault.create({ ...key(first), recovery });
  await made.vault.mutate(add('one'));
  await made.vault.mutate(add('two'));
  made.world.now += 2 * DAY_MS;
  await unlock(made.vault, first);
  if (locked) await made.vault.lock();
  return made;
}

async function accountsBy(ports: VaultPorts, kek: Bytes): Promise<readonly string[] | null> {
  const vault = createVaultRepository(ports);
  await vault.lock();
  if (!(await unlock(vault, kek))) return null;
  const read = await vault.read();
  return read.ok ? read.value.entries.map(({ id }) => id) : null;
}

describe.each(operations)('$name', ({ make = makeVault, locked = false, keys = [first, second], also, run, after }) => {
  it.each(allFaults)(
    'loses nothing that was acknowledged when any call of it %s',
    { timeout: 120_000 },
    async (fault) => {
      const check = async ({ world, ports }: Made, outcome: Outcome, where: string) => {
        // Another background, as the browser starts one after the end of the last.
        const vault = createVaultRepository(ports);
        const { kind } = await vault.state();
        expect(['locked', 'unlocked'], where).toContain(kind);
        if (kind === 'unlocked') {
          const read = await vault.read();
          expect(read.ok, where).toBe(true);
        }
        const opened: (readonly string[])[] = [];
        for (const one of keys) opened.push(...[await accountsBy(ports, one)].filter((ids) => ids !== null));
        expect(opened, where).toHaveLength(1);
        expect(opened[0], where).toEqual(expect.arrayContaining(outcome === true ? [...after] : ['one', 'two']));
        expect(after, where).toEqual(expect.arrayContaining([...(opened[0] ?? [])]));
        // Storage that answers again takes writes again.
        world.now += 1;
        const again = createVaultRepository(ports);
        const opens: boolean[] = [];
        for (const one of keys) opens.push(await unlock(again, one));
        expect(opens.filter(Boolean), where).toHaveLength(1);
        expect((await again.mutate(add('later'))).ok, where).toBe(true);
        if (outcome === true) await also?.(again, where);
      };
      const tried = await atEachCall(fault, () => make(locked), run, check);
      expect(tried).toBeGreaterThan(0);
    },
  );
});
