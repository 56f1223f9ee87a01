import type { VaultPorts } from '../../../lib/app/vault-repository.ts';
import { createVaultRepository } from '../../../lib/app/vault-repository.ts';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import { randomBytes } from '../vault/samples.ts';

/** A world of fakes; `fault` is asked before every storage call and may throw, or answer 'lost' for an unkept write. */
export function makeWorld() {
  const disk = new Map<string, unknown>();
  const memory = new Map<string, unknown>();
  const tails = new Map<string, Promise<unknown>>();
  const world = { disk, memory, now: 1_700_000_000_000, key: null as Bytes | null, fault: (): 'lost' | null => null };
  const ports: VaultPorts = {
    storage: {
      read: async (keys) => {
        world.fault();
        return Object.fromEntries(keys.filter((key) => disk.has(key)).map((key) => [key, disk.get(key)]));
      },
      write: async (values) => {
        if (world.fault() === 'lost') return;
        for (const [key, value] of Object.entries(values)) disk.set(key, structuredClone(value));
      },
    },
    session: {
      get: async (key) => memory.get(key),
      set: async (values) => {
        for (const [key, value] of Object.entries(values)) memory.set(key, JSON.parse(JSON.stringify(value)));
      },
      remove: async (keys) => {
        for (const key of keys) memory.delete(key);
      },
    },
    computerKeys: {
      get: async () => world.key,
      create: async () => {
        world.key = randomBytes(32);
        return world.key;
      },
    },
    lock: {
      run: (name, act) => {
        const turn = (tails.get(name) ?? Promise.resolve()).then(act, act);
        tails.set(name, turn);
        return turn;
      },
    },
    clock: { nowUnixMs: () => world.now },
    random: { bytes: randomBytes },
  };
  return { world, ports, vault: createVaultRepository(ports) };
}
