import { noPolicies, type Policies } from '../../../lib/app/policies.ts';
import type { VaultPorts } from '../../../lib/app/vault-core.ts';
import type { KeyChange } from '../../../lib/app/vault-keys.ts';
import type { VaultMarker } from '../../../lib/app/vault-ports.ts';
import { createVaultRepository } from '../../../lib/app/vault-repository.ts';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { filled, randomBytes } from '../vault/samples.ts';

/** Keys of a vault without a passphrase: this computer's, and a recovery code's. */
export const onThisComputer: KeyChange = {
  computer: true,
  recovery: { salt: toBase64(filled(16, 4)), kek: filled(32, 8) },
};

/** A world of fakes; `fault` is asked before every storage call and may throw, or answer 'lost' for an unkept write. */
export function makeWorld() {
  const disk = new Map<string, unknown>();
  const memory = new Map<string, unknown>();
  const mirror: { sealed: unknown; marker: VaultMarker | null; fault: () => void } = {
    sealed: undefined,
    marker: null,
    fault: () => undefined,
  };
  const tails = new Map<string, Promise<unknown>>();
  const world = {
    disk,
    memory,
    now: 1_700_000_000_000,
    keys: new Map<string, Bytes>(),
    mirror,
    fault: (): 'lost' | null => null,
    policies: noPolicies as Policies,
  };
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
    mirror: {
      marker: async () => {
        world.mirror.fault();
        return world.mirror.marker;
      },
      read: async () => {
        world.mirror.fault();
        return world.mirror.sealed;
      },
      write: async (sealed, marker) => {
        world.mirror.fault();
        Object.assign(world.mirror, { sealed, marker });
      },
      remove: async () => {
        world.mirror.fault();
        world.mirror.sealed = undefined;
      },
    },
    computerKeys: {
      get: async (name) => world.keys.get(name) ?? null,
      create: async (name) => {
        if (world.keys.has(name)) throw new Error('a key of this name exists');
        const key = randomBytes(32);
        world.keys.set(name, key);
        return key;
      },
      remove: async (name) => {
        world.keys.delete(name);
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
    policies: { now: async () => world.policies },
  };
  return { world, ports, vault: createVaultRepository(ports) };
}
