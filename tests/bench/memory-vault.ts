import { noPolicies } from '../../lib/app/policies.ts';
import type { VaultPorts } from '../../lib/app/vault-core.ts';
import { createVaultRepository } from '../../lib/app/vault-repository.ts';
import { kdf, seededEntry } from './seeded-browser.ts';

const kek = new Uint8Array(32).fill(11);

// Storage as a browser gives it: other strings of the same letters each time, so that nothing is the same by being the same object.
const copyOf = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

function memoryPorts(): VaultPorts {
  const disk = new Map<string, unknown>();
  const session = new Map<string, unknown>();
  let mirror: { readonly sealed: string; readonly marker: Awaited<ReturnType<VaultPorts['mirror']['marker']>> } | null =
    null;
  let tail: Promise<unknown> = Promise.resolve();
  return {
    storage: {
      read: async (keys) =>
        Object.fromEntries(keys.flatMap((key) => (disk.has(key) ? [[key, copyOf(disk.get(key))]] : []))),
      write: async (values) => {
        for (const [key, value] of Object.entries(values)) disk.set(key, copyOf(value));
      },
    },
    mirror: {
      marker: async () => mirror?.marker ?? null,
      read: async () => copyOf(mirror?.sealed),
      write: async (sealed, marker) => {
        mirror = { sealed, marker };
      },
      remove: async () => undefined,
    },
    session: {
      get: async (key) => copyOf(session.get(key)),
      set: async (values) => {
        for (const [key, value] of Object.entries(values)) session.set(key, copyOf(value));
      },
      remove: async (keys) => {
        for (const key of keys) session.delete(key);
      },
    },
    computerKeys: { get: async () => null, create: async () => kek, remove: async () => undefined },
    lock: {
      run: (name, act) => {
        // The session's own lock is taken inside of the vault's.
        if (name === 'doorcode-session') return act();
        const turn = tail.then(act, act);
        tail = turn;
        return turn;
      },
    },
    clock: { nowUnixMs: () => Date.now() },
    random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
    policies: { now: async () => noPolicies },
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
