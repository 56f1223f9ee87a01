import type { VaultPorts } from '../../lib/app/vault-core.ts';
import { createVaultRepository } from '../../lib/app/vault-repository.ts';
import { makeWorld } from '../unit/app/fake-world.ts';
import { kdf, seededEntry } from './seeded-browser.ts';

const kek = new Uint8Array(32).fill(11);

// Storage as a browser gives it: other strings of the same letters each time, so that nothing is the same by being the same object.
const copyOf = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

function memoryPorts(): VaultPorts {
  const { ports } = makeWorld();
  const { storage, mirror, session } = ports;
  return {
    ...ports,
    storage: { read: async (keys) => copyOf(await storage.read(keys)), write: storage.write },
    mirror: { ...mirror, read: async () => copyOf(await mirror.read()) },
    session: { ...session, get: async (key) => copyOf(await session.get(key)) },
    clock: { nowUnixMs: () => Date.now() },
  };
}

/** A vault in this process's memory, with so many accounts and two acts on it; both give how long they took, in ms. */
export async function memoryVault(count: number) {
  const ports = memoryPorts();
  const vault = createVaultRepository(ports);
  const created = await vault.create({ passphrase: { kdf, kek } });
  if (!created.ok) throw new Error(created.error);
  const entries = Array.from({ length: count - 1 }, (_, index) => seededEntry(index));
  const filled = await vault.mutate((content) => ({ ...content, entries }));
  const state = await vault.state();
  const slotId = state.kind === 'unlocked' ? state.slots[0]?.id : undefined;
  if (!filled.ok || slotId === undefined) throw new Error('the vault was not filled');
  let turn = 0;
  return {
    async save(): Promise<number> {
      turn += 1;
      const startMs = performance.now();
      const saved = await vault.mutate((content) => ({ ...content, entries: [...entries, seededEntry(count + turn)] }));
      if (!saved.ok) throw new Error(saved.error);
      return performance.now() - startMs;
    },
    /** Opens it as a background does that was just started, with a key that is derived already. */
    async open(): Promise<number> {
      const fresh = createVaultRepository(ports);
      const startMs = performance.now();
      const opened = await fresh.unlock({ slotId, kek });
      const read = await fresh.read();
      if (!opened.ok || !read.ok) throw new Error('the vault was not opened');
      return performance.now() - startMs;
    },
  };
}
