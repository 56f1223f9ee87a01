import { describe, expect, it, vi } from 'vitest';
import { createVaultRepository } from '../../../lib/app/vault-repository.ts';
import type { VaultContent } from '../../../lib/vault/entry.ts';
import { forge } from '../vault/forged.ts';
import { filled, leastScrypt, sampleEntry } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const kek = filled(32, 5);
const passphrase = { passphrase: { kdf: leastScrypt, kek } } as const;
const add = (id: string) => (content: VaultContent) => ({ ...content, entries: [...content.entries, sampleEntry(id)] });

type Vault = ReturnType<typeof makeWorld>['vault'];

async function ids(vault: Vault): Promise<readonly string[] | string> {
  const read = await vault.read();
  return read.ok ? read.value.entries.map(({ id }) => id) : read.error;
}

async function slotIdOf(vault: Vault): Promise<string> {
  const state = await vault.state();
  return state.kind === 'locked' ? (state.slots[0]?.id ?? '') : '';
}

async function makeVault(...entryIds: string[]) {
  const made = makeWorld();
  expect((await made.vault.create(passphrase)).ok).toBe(true);
  for (const id of entryIds) expect((await made.vault.mutate(add(id))).ok).toBe(true);
  return made;
}

describe('the life of a vault', () => {
  it('goes from absent to unlocked, locked and back', async () => {
    const { vault } = makeWorld();
    expect(await vault.state()).toEqual({ kind: 'absent' });
    expect((await vault.create(passphrase)).ok).toBe(true);
    expect((await vault.mutate(add('one'))).ok).toBe(true);
    await vault.lock();
    const state = await vault.state();
    expect(state).toMatchObject({ kind: 'locked', slots: [{ kind: 'passphrase', kdf: leastScrypt }] });
    expect(JSON.stringify(state)).not.toContain('nonce');
    expect(await ids(vault)).toBe('locked');
    expect(await vault.mutate(add('two'))).toEqual({ ok: false, error: 'locked' });
    const slotId = await slotIdOf(vault);
    expect(await vault.unlock({ slotId, kek: filled(32, 6) })).toEqual({ ok: false, error: 'wrong-passphrase' });
    expect(await vault.unlock({ slotId: 'x', kek })).toEqual({ ok: false, error: 'unknown-slot' });
    expect(await vault.unlock({ slotId, kek })).toEqual({
      ok: true,
      value: { copy: 'b', generation: 2, expectedGeneration: 2, writtenUnixMs: 1_700_000_000_000 },
    });
    expect(await ids(vault)).toEqual(['one']);
  });

  it('is opened by this computer where it was made so, and not without its key', async () => {
    const { vault, world } = makeWorld();
    expect((await vault.create(onThisComputer)).ok).toBe(true);
    await vault.lock();
    expect((await vault.unlockWithComputer()).ok).toBe(true);
    await vault.lock();
    world.keys.clear();
    expect(await vault.unlockWithComputer()).toEqual({ ok: false, error: 'no-computer-key' });
  });

  it('is not created a second time', async () => {
    const { vault } = await makeVault('one');
    expect(await vault.create(passphrase)).toEqual({ ok: false, error: 'not-absent' });
    expect(await ids(vault)).toEqual(['one']);
  });

  it('passes a refusal of the change on and writes nothing', async () => {
    const { vault, world } = await makeVault('one');
    const before = new Map(world.disk);
    expect(await vault.mutate(() => ({ ok: false, error: 'no-such-entry' }))).toEqual({
      ok: false,
      error: 'no-such-entry',
    });
    expect(await vault.mutate(add('one'))).toEqual({ ok: false, error: 'unacceptable' });
    expect(world.disk).toEqual(before);
  });
});

describe('the automatic lock', () => {
  it('comes at the deadline, which use moves on', async () => {
    const { vault, world } = await makeVault();
    world.now += 14 * 60_000;
    expect(await ids(vault)).toEqual([]);
    world.now += 14 * 60_000;
    expect((await vault.state()).kind).toBe('unlocked');
    world.now += 60_000;
    expect((await vault.state()).kind).toBe('locked');
    expect(world.memory.size).toBe(0);
  });

  it('comes when the clock went backwards', async () => {
    const { vault, world } = await makeVault();
    world.now -= 1;
    expect((await vault.state()).kind).toBe('locked');
  });

  it('takes the minutes that were set, now and for later sessions', async () => {
    const { vault, world } = await makeVault();
    expect(await vault.setAutoLock(1)).toEqual({ ok: true, value: null });
    expect(await vault.state()).toMatchObject({ kind: 'unlocked', deadlineUnixMs: world.now + 60_000 });
    await vault.lock();
    await vault.unlock({ slotId: await slotIdOf(vault), kek });
    expect(await vault.state()).toMatchObject({ kind: 'unlocked', deadlineUnixMs: world.now + 60_000 });
    for (const minutes of [0, 1_441, 1.5, Number.NaN]) expect((await vault.setAutoLock(minutes)).ok).toBe(false);
  });
});

describe('faults of storage', () => {
  it.each(['rejects', 'loses writes', 'fails from there on'])(
    'at any call lose nothing acknowledged (storage %s)',
    async (way) => {
      for (let failing = 1; failing <= 16; failing += 1) {
        const { vault, world } = await makeVault('first');
        let call = 0;
        world.fault = () => {
          call += 1;
          if (way === 'fails from there on' ? call < failing : call !== failing) return null;
          if (way === 'loses writes') return 'lost';
          throw new Error('IO error');
        };
        const acknowledged = ['first'];
        for (const id of ['second', 'third']) {
          if ((await vault.mutate(add(id))).ok) acknowledged.push(id);
        }
        expect((await vault.state()).kind).not.toBe('absent');
        world.fault = () => null;
        expect(await ids(vault)).toEqual(expect.arrayContaining(acknowledged));
      }
    },
  );

  it.each(['vault.a', 'vault.b', 'vault.meta'])(
    'leaving %s as it was before the write lose nothing older',
    async (key) => {
      const { vault, world } = await makeVault('one', 'two');
      const before = world.disk.get(key);
      await vault.mutate(add('three'));
      world.disk.set(key, before);
      expect(await ids(vault)).toEqual(expect.arrayContaining(['one', 'two']));
    },
  );

  it('that cut the newest copy lose nothing, as the one outside of storage has it', async () => {
    const { vault, world } = await makeVault('one', 'two');
    const whole = String(world.disk.get('vault.a'));
    world.disk.set('vault.a', whole.slice(0, 500));
    expect((await vault.mutate(add('three'))).ok).toBe(true);
    expect(await ids(vault)).toEqual(['one', 'two', 'three']);
    await vault.lock();
    const taken = await vault.unlock({ slotId: await slotIdOf(vault), kek });
    expect(taken).toMatchObject({ ok: true, value: { generation: 4, expectedGeneration: 4 } });
    expect(JSON.parse(await vault.rawCopies({ opened: true })).setAside).toEqual([whole.slice(0, 500)]);
  });

  it('that cut the newest copies give the one before, say so, and keep the damaged bytes', async () => {
    const { vault, world } = await makeVault('one', 'two');
    const whole = String(world.disk.get('vault.a'));
    world.disk.set('vault.a', whole.slice(0, 500));
    world.mirror.sealed = whole.slice(0, 400);
    await vault.lock();
    const taken = await vault.unlock({ slotId: await slotIdOf(vault), kek });
    expect(taken).toMatchObject({ ok: true, value: { copy: 'b', generation: 2, expectedGeneration: 3 } });
    expect((await vault.mutate(add('three'))).ok).toBe(true);
    expect(await ids(vault)).toEqual(['one', 'three']);
    expect(JSON.parse(await vault.rawCopies({ opened: true })).setAside).toEqual([
      whole.slice(0, 400),
      whole.slice(0, 500),
    ]);
  });

  it('never look like an absent vault, and are never written over', async () => {
    const { vault, world } = await makeVault('one');
    const newer = { version: 3, generation: 9 };
    const cases: [Record<string, unknown>, string][] = [
      [{ 'vault.a': 'x', 'vault.b': 5 }, 'damaged'],
      [{ 'vault.a': undefined, 'vault.b': undefined }, 'missing'],
      [{ 'vault.a': undefined, 'vault.b': undefined, 'vault.meta': 'x' }, 'missing'],
      [{ 'vault.a': 'x', 'vault.b': undefined, 'vault.meta': newer }, 'newer-version'],
    ];
    const original = new Map(world.disk);
    for (const [changes, reason] of cases) {
      world.disk.clear();
      for (const [key, value] of [...original, ...Object.entries(changes)]) world.disk.set(key, value);
      const before = new Map(world.disk);
      expect(await vault.state()).toEqual({ kind: 'unreadable', reason });
      expect(await vault.create(passphrase)).toEqual({ ok: false, error: 'not-absent' });
      expect(await vault.mutate(add('two'))).toEqual({ ok: false, error: reason });
      expect(world.disk).toEqual(before);
    }
  });
});

describe('reading again', () => {
  it('fetches no copy while the record beside them is the same, and both once it is not', async () => {
    const { vault, world, ports } = await makeVault('one');
    const fetched: string[] = [];
    const spied = createVaultRepository({
      ...ports,
      storage: {
        ...ports.storage,
        read: (keys) => {
          fetched.push(...keys);
          return ports.storage.read(keys);
        },
      },
    });
    await ids(spied);
    fetched.length = 0;
    expect(await ids(spied)).toEqual(['one']);
    expect(fetched).toEqual(['vault.meta']);
    await vault.mutate(add('two'));
    expect(await ids(spied)).toEqual(['one', 'two']);
    world.disk.delete('vault.meta');
    world.disk.delete('vault.a');
    world.disk.delete('vault.b');
    expect(await spied.read()).toEqual({ ok: false, error: 'missing' });
  });

  it('opens no copy a second time: a save decrypts what it writes, and nothing else', async () => {
    const { vault } = await makeVault('one', 'two');
    const decrypt = vi.spyOn(crypto.subtle, 'decrypt');
    await vault.mutate(add('three'));
    expect(await ids(vault)).toEqual(['one', 'two', 'three']);
    expect((await vault.state()).kind).toBe('unlocked');
    const taken = decrypt.mock.calls.length;
    decrypt.mockRestore();
    expect(taken).toBe(1);
  });

  it('gives nothing from memory once the vault is locked', async () => {
    const { vault } = await makeVault('one');
    await ids(vault);
    await vault.lock();
    expect(await vault.read()).toEqual({ ok: false, error: 'locked' });
  });
});

describe('three writers at once', () => {
  it('lose none of 300 changes', { timeout: 60_000 }, async () => {
    const { ports, vault } = await makeVault();
    const write = async (writer: number) => {
      const own = createVaultRepository(ports);
      for (let index = 0; index < 100; index += 1) await own.mutate(add(`${writer}-${index}`));
    };
    await Promise.all([write(1), write(2), write(3)]);
    expect(new Set(await ids(vault)).size).toBe(300);
  });
});

describe('an open vault asked for a sensitive act', () => {
  it('gives its content for its own passphrase only', async () => {
    const { vault } = await makeVault('one');
    const state = await vault.state();
    const slotId = state.kind === 'unlocked' ? (state.slots[0]?.id ?? '') : '';
    expect(await vault.readProven({ slotId, kek })).toMatchObject({ ok: true, value: { entries: [{ id: 'one' }] } });
    expect(await vault.readProven({ slotId, kek: filled(32, 6) })).toEqual({ ok: false, error: 'wrong-passphrase' });
    expect(await vault.readProven({ slotId: 'x', kek })).toEqual({ ok: false, error: 'unknown-slot' });
    expect(await vault.readProven(null)).toEqual({ ok: false, error: 'passphrase-needed' });
    await vault.lock();
    expect(await vault.readProven({ slotId, kek })).toEqual({ ok: false, error: 'locked' });
  });

  it('asks for nothing where only this computer has a key, and takes that key for no passphrase', async () => {
    const { vault, world } = makeWorld();
    await vault.create(onThisComputer);
    expect((await vault.readProven(null)).ok).toBe(true);
    const state = await vault.state();
    const slotId = state.kind === 'unlocked' ? (state.slots.find(({ kind }) => kind === 'computer')?.id ?? '') : '';
    const proof = { slotId, kek: world.keys.get(slotId) ?? filled(32, 0) };
    expect(await vault.readProven(proof)).toEqual({ ok: false, error: 'unknown-slot' });
  });

  it('is not put off its lock by wrong guesses', async () => {
    const { vault, world } = await makeVault('one');
    const before = await vault.state();
    world.now += 30_000;
    await vault.readProven({ slotId: 'x', kek });
    expect(await vault.state()).toEqual(before);
  });

  it('believes no slot list that somebody else wrote over both copies, its checksum redone', async () => {
    const { vault, world } = await makeVault('one');
    const copies = ['vault.a', 'vault.b'].filter((name) => world.disk.has(name));
    expect(copies).toHaveLength(2);
    for (const name of copies) {
      const forged = forge(String(world.disk.get(name)), (outer) => {
        const header = JSON.parse(atob(outer.header));
        header.slots = header.slots.map(({ id, nonce, key }: Record<string, unknown>) => ({
          kind: 'computer',
          id,
          nonce,
          key,
        }));
        outer.header = btoa(JSON.stringify(header));
      });
      world.disk.set(name, forged);
    }
    expect(await vault.readProven(null)).toEqual({ ok: false, error: 'damaged' });
  });
});
