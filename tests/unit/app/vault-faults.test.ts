import { describe, expect, it } from 'vitest';
import { createCopiesService } from '../../../lib/app/copies-service.ts';
import type { VaultPorts } from '../../../lib/app/vault-core.ts';
import { createVaultRepository, type VaultRepository } from '../../../lib/app/vault-repository.ts';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import type { VaultContent } from '../../../lib/vault/entry.ts';
import { filled, leastScrypt, sampleEntry } from '../vault/samples.ts';
import { makeWorld } from './fake-world.ts';
import { allFaults, faultyPorts } from './faulty-ports.ts';

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

type Operation = {
  readonly name: string;
  readonly locked?: true;
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
      return (await copies.exportBackup({ kind: 'export-backup', kdf: leastScrypt, kekBase64 })).kind === 'backup';
    },
    after: ['one', 'two'],
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

describe.each(operations)('$name', ({ locked, run, after }) => {
  it.each(allFaults)(
    'loses nothing that was acknowledged when any call of it %s',
    { timeout: 120_000 },
    async (fault) => {
      let [tried, reached] = [0, true];
      for (let number = 1; reached; number += 1) {
        const { world, ports } = await makeVault(locked === true);
        const { faulty, calls, ended } = faultyPorts(ports, number, fault);
        const end = new Promise<'ended'>((resolve) => {
          const look = () => (ended() ? resolve('ended') : setTimeout(look, 1));
          look();
        });
        const running = run(createVaultRepository(faulty), faulty).catch(() => 'threw' as const);
        const outcome = await (fault.startsWith('ends') ? Promise.race([running, end]) : running);
        reached = calls() >= number;
        if (reached) tried += 1;
        const where = `call ${number}, ${String(outcome)}`;

        // Another background, as the browser starts one after the end of the last.
        const vault = createVaultRepository(ports);
        const { kind } = await vault.state();
        expect(['locked', 'unlocked'], where).toContain(kind);
        if (kind === 'unlocked') {
          const read = await vault.read();
          expect(read.ok, where).toBe(true);
        }
        const opened = [await accountsBy(ports, first), await accountsBy(ports, second)].filter((ids) => ids !== null);
        expect(opened, where).toHaveLength(1);
        expect(opened[0], where).toEqual(expect.arrayContaining(outcome === true ? [...after] : ['one', 'two']));
        expect(after, where).toEqual(expect.arrayContaining([...(opened[0] ?? [])]));
        // Storage that answers again takes writes again.
        world.now += 1;
        const again = createVaultRepository(ports);
        expect([await unlock(again, first), await unlock(again, second)].filter(Boolean), where).toHaveLength(1);
        expect((await again.mutate(add('later'))).ok, where).toBe(true);
      }
      expect(tried).toBeGreaterThan(0);
    },
  );
});
