import { describe, expect, it } from 'vitest';
import { createVaultRepository } from '../../../lib/app/vault-repository.ts';
import type { VaultContent } from '../../../lib/vault/entry.ts';
import { forge } from '../vault/forged.ts';
import { filled, leastScrypt, sampleEntry } from '../vault/samples.ts';
import { spoiled } from '../vault/spoiled.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const kek = filled(32, 5);
const MINUTE = 60_000;
const add = (id: string) => (content: VaultContent) => ({ ...content, entries: [...content.entries, sampleEntry(id)] });

type World = ReturnType<typeof makeWorld>['world'];

/** A copy whose header names another generation, by who can redo everything that needs no key. */
const claiming = (sealed: string, generation: number): string =>
  forge(sealed, (outer) => {
    outer.header = btoa(JSON.stringify({ ...JSON.parse(atob(outer.header)), generation }));
  });

/** A vault of two accounts, added a minute apart: generation 3 is in `a` and in the second place, 2 in `b`. */
async function makeVault(by: 'passphrase' | 'computer' = 'passphrase') {
  const { vault, world, ports } = makeWorld();
  await vault.create(by === 'computer' ? onThisComputer : { passphrase: { kdf: leastScrypt, kek } });
  for (const id of ['one', 'two']) {
    world.now += MINUTE;
    await vault.mutate(add(id));
  }
  const [latest] = await vault.copies();
  const slotId = latest?.slots.find(({ kind }) => kind === by)?.id ?? '';
  const ids = async () => {
    const read = await vault.read();
    return read.ok ? read.value.entries.map(({ id }) => id) : read.error;
  };
  const stored = (name: string): string => String(world.disk.get(name));
  /** Cuts a copy short, as a torn write does. */
  const cut = (name: string) => world.disk.set(name, stored(name).slice(0, 300));
  const spoil = (name: string) => world.disk.set(name, spoiled(stored(name)));
  return { vault, world, ports, slotId, ids, stored, cut, spoil };
}

describe('an opening', () => {
  it('takes the copy in the second place where the newest one reads and does not open', async () => {
    const { vault, world, slotId, ids, spoil, stored } = await makeVault();
    spoil('vault.a');
    await vault.lock();
    expect(await vault.unlock({ slotId, kek })).toMatchObject({ ok: true, value: { copy: 'mirror', generation: 3 } });
    expect(await ids()).toEqual(['one', 'two']);
    expect(await vault.missed()).toBeNull();
    expect(stored('vault.set-aside')).not.toBe('');
    expect(world.mirror.marker?.generation).toBe(4);
  });

  it('takes it too where both copies in storage read and do not open', async () => {
    const { vault, slotId, ids, spoil } = await makeVault();
    spoil('vault.a');
    spoil('vault.b');
    await vault.lock();
    expect((await vault.unlock({ slotId, kek })).ok).toBe(true);
    expect(await ids()).toEqual(['one', 'two']);
  });

  it('stays open where the copies go bad meanwhile, and loses nothing by the next change', async () => {
    const { vault, world, ids, cut } = await makeVault();
    cut('vault.a');
    world.disk.delete('vault.meta');
    expect((await vault.mutate(add('three'))).ok).toBe(true);
    expect(await ids()).toEqual(['one', 'two', 'three']);
  });

  it('of the copy before says since when changes are missing, until that is put away, and keeps what does not open', async () => {
    const { vault, world, slotId, ids, cut } = await makeVault();
    cut('vault.a');
    world.mirror.sealed = 'torn';
    await vault.lock();
    expect((await vault.unlock({ slotId, kek })).ok).toBe(true);
    expect(await ids()).toEqual(['one']);
    const since = { sinceUnixMs: world.now - MINUTE };
    expect(await vault.missed()).toEqual(since);
    expect(JSON.parse(await vault.rawCopies({ opened: true })).setAside).toEqual(['torn']);
    await vault.lock();
    await vault.unlock({ slotId, kek });
    expect(await vault.missed()).toEqual(since);
    expect((await vault.dismissMissed()).ok).toBe(true);
    await vault.lock();
    await vault.unlock({ slotId, kek });
    await ids();
    expect(await vault.missed()).toBeNull();
  });

  it('says nothing of missing changes where the note of them has a time that no date can show', async () => {
    const { vault, world } = await makeVault();
    const note = { id: 'any', generation: 9, sinceUnixMs: 8.64e15, dismissed: false };
    world.disk.set('vault.missed', note);
    expect(await vault.missed()).toEqual({ sinceUnixMs: 8.64e15 });
    world.disk.set('vault.missed', { ...note, sinceUnixMs: 8.64e15 + 1 });
    expect(await vault.missed()).toBeNull();
  });

  it('asks for the keys in force where storage got the copies back from before a change of keys', async () => {
    const { vault, world, slotId, ids } = await makeVault();
    const before = new Map(world.disk);
    const other = filled(32, 6);
    expect((await vault.changeKeys({ passphrase: { kdf: leastScrypt, kek: other } }, { slotId, kek })).ok).toBe(true);
    world.disk.clear();
    for (const [key, value] of before) world.disk.set(key, value);
    await vault.lock();
    const state = await vault.state();
    const [asked] = state.kind === 'locked' ? state.slots : [];
    expect(asked?.id).not.toBe(slotId);
    expect((await vault.unlock({ slotId: asked?.id ?? '', kek })).ok).toBe(false);
    expect((await vault.unlock({ slotId: asked?.id ?? '', kek: other })).ok).toBe(true);
    expect(await ids()).toEqual(['one', 'two']);
    expect(await vault.missed()).toBeNull();
  });

  it('is gone back behind by no read where all of storage was put back while the vault is open', async () => {
    const { vault, world, ports, ids } = await makeVault();
    const before = new Map(world.disk);
    expect((await vault.mutate(add('three'))).ok).toBe(true);
    for (const remembers of [true, false]) {
      if (remembers) expect(await ids()).toEqual(['one', 'two', 'three']);
      world.disk.clear();
      for (const [key, value] of before) world.disk.set(key, value);
      // Whatever the background remembers: the browser may have ended it meanwhile.
      const read = await (remembers ? vault : createVaultRepository(ports)).read();
      expect(read.ok && read.value.entries.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
    }
    expect(await vault.missed()).toBeNull();
    expect((await vault.mutate(add('four'))).ok).toBe(true);
    expect(await ids()).toEqual(['one', 'two', 'three', 'four']);
  });

  it('says what it misses where the second copy does not open either, though the vault was open all the time', async () => {
    const { vault, world, ids } = await makeVault();
    const before = new Map(world.disk);
    const since = world.now;
    expect((await vault.mutate(add('three'))).ok).toBe(true);
    world.disk.clear();
    for (const [key, value] of before) world.disk.set(key, value);
    world.mirror.sealed = 'torn';
    expect(await ids()).toEqual(['one', 'two']);
    expect(await vault.missed()).toEqual({ sinceUnixMs: since });
  });

  it('notices that all of storage was put back to an older state', async () => {
    const { vault, world, slotId, ids } = await makeVault();
    const before = new Map(world.disk);
    world.now += MINUTE;
    await vault.mutate(add('three'));
    world.disk.clear();
    for (const [key, value] of before) world.disk.set(key, value);
    await vault.lock();
    world.mirror.sealed = undefined;
    expect((await vault.unlock({ slotId, kek })).ok).toBe(true);
    expect(await ids()).toEqual(['one', 'two']);
    expect(await vault.missed()).toEqual({ sinceUnixMs: world.now - MINUTE });
  });
});

describe('a generation that was claimed without a key and leaves no number for a write', () => {
  const claims = {
    'by the record': (world: World) =>
      world.disk.set('vault.meta', { ...Object(world.disk.get('vault.meta')), generation: Number.MAX_SAFE_INTEGER }),
    'by the other copy': (world: World) =>
      world.disk.set('vault.b', claiming(String(world.disk.get('vault.b')), 2 ** 32)),
    'by the second place': (world: World) => {
      const { marker, sealed } = world.mirror;
      if (marker === null) throw new Error('no marker');
      world.mirror.marker = { ...marker, generation: 2 ** 32 };
      world.mirror.sealed = claiming(String(sealed), 2 ** 32);
    },
  };

  it.each(Object.entries(claims))('%s keeps no account from being saved, and is gone by that', async (_, claim) => {
    const { vault, world, slotId, ids } = await makeVault();
    claim(world);
    expect((await vault.mutate(add('three'))).ok).toBe(true);
    await vault.lock();
    expect(await vault.unlock({ slotId, kek })).toMatchObject({ ok: true, value: { generation: 4 } });
    expect(await ids()).toEqual(['one', 'two', 'three']);
  });

  it.each(Object.entries(claims))('%s keeps no key from being changed', async (_, claim) => {
    const { vault, world, slotId, ids } = await makeVault();
    claim(world);
    const other = filled(32, 6);
    expect((await vault.changeKeys({ passphrase: { kdf: leastScrypt, kek: other } }, { slotId, kek })).ok).toBe(true);
    expect((await vault.mutate(add('three'))).ok).toBe(true);
    expect(await ids()).toEqual(['one', 'two', 'three']);
  });

  it.each(Object.entries(claims))('%s keeps no copy from being opened', async (_, claim) => {
    const { vault, world, slotId, ids } = await makeVault();
    claim(world);
    await vault.lock();
    expect((await vault.openCopy({ place: 'a', slotId, kek })).ok).toBe(true);
    expect((await vault.mutate(add('three'))).ok).toBe(true);
    expect(await ids()).toEqual(['one', 'two', 'three']);
  });
});

describe('a copy of another vault that somebody put beside the own one', () => {
  it.each([{ places: ['b'] }, { places: ['a', 'b'] }])(
    'keeps nobody from the copies that the passphrase opens ($places)',
    async ({ places }) => {
      const other = await makeVault();
      const { vault, world, slotId, ids } = await makeVault();
      for (const place of places)
        world.disk.set(`vault.${place}`, claiming(other.stored(place === 'a' ? 'vault.b' : 'vault.a'), 9));
      await vault.lock();
      const state = await vault.state();
      const [asked] = state.kind === 'locked' ? state.slots : [];
      expect(asked?.id).toBe(other.slotId);
      expect(await vault.unlock({ slotId: asked?.id ?? '', kek: filled(32, 6) })).toEqual({
        ok: false,
        error: 'damaged',
      });
      const own = (await vault.copies()).find(({ slots }) => slots.some(({ id }) => id === slotId));
      expect((await vault.openCopy({ place: own?.place ?? 'b', slotId, kek })).ok).toBe(true);
      expect(await ids()).toEqual(['one', 'two']);
    },
  );

  it('is not spoken of after a wrong passphrase where all copies have the same keys', async () => {
    const { vault, slotId } = await makeVault();
    await vault.lock();
    const wrong = { ok: false, error: 'wrong-passphrase' };
    expect(await vault.unlock({ slotId, kek: filled(32, 6) })).toEqual(wrong);
    await vault.unlock({ slotId, kek });
    const second = filled(32, 7);
    await vault.changeKeys({ passphrase: { kdf: leastScrypt, kek: second } }, { slotId, kek });
    await vault.lock();
    const state = await vault.state();
    const [asked] = state.kind === 'locked' ? state.slots : [];
    expect(await vault.unlock({ slotId: asked?.id ?? '', kek })).toEqual(wrong);
  });
});

describe('a write after all of storage was put back while the vault is open', () => {
  it.each(['an account', 'keys'])('goes on from the copy outside of it (%s)', async (what) => {
    const { vault, world, slotId, ids } = await makeVault();
    const before = new Map(world.disk);
    for (const id of ['three', 'four', 'five']) await vault.mutate(add(id));
    world.disk.clear();
    for (const [key, value] of before) world.disk.set(key, value);
    const other = filled(32, 6);
    const written =
      what === 'keys'
        ? await vault.changeKeys({ passphrase: { kdf: leastScrypt, kek: other } }, { slotId, kek })
        : await vault.mutate(add('six'));
    expect(written.ok).toBe(true);
    const all = ['one', 'two', 'three', 'four', 'five'];
    expect(await ids()).toEqual(what === 'keys' ? all : [...all, 'six']);
    // Later than what the storage before was put back to, so that nothing of that can be taken for newer.
    expect(world.mirror.marker?.generation).toBe(7);
  });
});

describe('a copy that is chosen', () => {
  it('is opened by the key that lies on this computer, and the vault goes on from it', async () => {
    const { vault, world, slotId, ids } = await makeVault('computer');
    for (const name of ['vault.a', 'vault.b', 'vault.meta']) world.disk.delete(name);
    await vault.lock();
    expect(await vault.state()).toEqual({ kind: 'unreadable', reason: 'missing' });
    expect(await vault.openCopy({ place: 'mirror', slotId, kek: null })).toMatchObject({ ok: true });
    expect(await ids()).toEqual(['one', 'two']);
    expect(await vault.missed()).toBeNull();
  });

  it('asks for a key where that of this computer is gone, and takes it for no other kind of key', async () => {
    const { vault, world, slotId } = await makeVault('computer');
    world.keys.clear();
    const [copy] = await vault.copies();
    const recovery = copy?.slots.find(({ kind }) => kind === 'recovery')?.id ?? '';
    await vault.lock();
    expect(await vault.openCopy({ place: 'a', slotId, kek: null })).toEqual({ ok: false, error: 'no-computer-key' });
    expect(await vault.openCopy({ place: 'a', slotId: recovery, kek: null })).toEqual({
      ok: false,
      error: 'unknown-slot',
    });
    expect((await vault.openCopy({ place: 'a', slotId: recovery, kek: filled(32, 8) })).ok).toBe(true);
  });

  it('sets newer copies aside, those that open among them, and says what is missing since', async () => {
    const { vault, world, slotId, ids, stored } = await makeVault();
    const newer = stored('vault.a');
    world.mirror.sealed = 'torn';
    await vault.lock();
    const since = world.now - MINUTE;
    expect((await vault.openCopy({ place: 'b', slotId, kek })).ok).toBe(true);
    expect(await ids()).toEqual(['one']);
    expect(await vault.missed()).toEqual({ sinceUnixMs: since });
    expect(JSON.parse(await vault.rawCopies({ opened: true })).setAside).toEqual(['torn', newer]);
  });
});

it('a new beginning keeps every copy, and says nothing of what the one before had missed', async () => {
  const { vault, world, slotId, cut } = await makeVault();
  cut('vault.a');
  world.mirror.sealed = 'torn';
  await vault.lock();
  await vault.unlock({ slotId, kek });
  expect(await vault.missed()).not.toBeNull();
  const copies = JSON.parse(await vault.rawCopies({ opened: true })).copies.map(({ text }: { text: string }) => text);
  expect((await vault.create({ passphrase: { kdf: leastScrypt, kek } }, { replacing: true })).ok).toBe(true);
  expect(await vault.missed()).toBeNull();
  expect(JSON.parse(await vault.rawCopies({ opened: true })).setAside).toEqual(expect.arrayContaining(copies));
});

describe('what a background remembers', () => {
  it('is not what a look at the state found in storage that was put back', async () => {
    const { vault, world, ids } = await makeVault();
    const before = new Map(world.disk);
    await vault.mutate(add('three'));
    await ids();
    world.disk.clear();
    for (const [key, value] of before) world.disk.set(key, value);
    expect((await vault.state()).kind).toBe('unlocked');
    expect(await ids()).toEqual(['one', 'two', 'three']);
  });

  it('is asked of all places again where nothing outside of storage vouches for it', async () => {
    const { vault, world, ids } = await makeVault();
    const before = new Map(world.disk);
    await vault.mutate(add('three'));
    world.disk.clear();
    for (const [key, value] of before) world.disk.set(key, value);
    world.mirror.fault = () => {
      throw new Error('busy');
    };
    expect(await ids()).toEqual(['one', 'two']);
    world.mirror.fault = () => undefined;
    expect(await ids()).toEqual(['one', 'two', 'three']);
  });
});

describe('a note of missing changes', () => {
  /** Generation 4 is in `b` alone, whose next read is rejected. */
  async function makeRejecting() {
    const made = await makeVault();
    const { vault, world, ports } = made;
    const { write } = ports.mirror;
    ports.mirror.write = async () => {
      throw new Error('full');
    };
    world.now += MINUTE;
    await vault.mutate(add('three'));
    world.now += 1;
    ports.mirror.write = write;
    const { read } = ports.storage;
    const state = { rejects: true };
    ports.storage.read = async (keys) => {
      if (state.rejects && keys.includes('vault.b')) throw new Error('rejected');
      return read(keys);
    };
    return { ...made, state };
  }

  it('is taken back once the very copy is read after all, also by another background', async () => {
    for (const isOther of [false, true]) {
      const { vault, ports, ids, state } = await makeRejecting();
      expect(await ids()).toEqual(['one', 'two']);
      expect(await vault.missed()).not.toBeNull();
      state.rejects = false;
      await (isOther ? createVaultRepository(ports) : vault).read();
      expect(await ids()).toEqual(['one', 'two', 'three']);
      expect(await vault.missed()).toBeNull();
    }
  });

  it('stays where its number was given to other changes since', async () => {
    const { vault, world, ids, state } = await makeRejecting();
    await ids();
    const since = await vault.missed();
    // All that told of the copy is lost.
    world.disk.delete('vault.b');
    const meta = Object(world.disk.get('vault.meta'));
    world.disk.set('vault.meta', { ...meta, generation: 3, copy: 'a' });
    state.rejects = false;
    expect((await vault.mutate(add('four'))).ok).toBe(true);
    expect((await vault.copies())[0]?.generation).toBe(4);
    expect(await ids()).toEqual(['one', 'two', 'four']);
    expect(await vault.missed()).toEqual(since);
  });
});

describe('an opening while a read is rejected', () => {
  it('writes nothing over what may be later than the copy in the second place', async () => {
    const { vault, world, ports, slotId, ids } = await makeVault();
    const { write } = ports.mirror;
    await vault.mutate(add('three'));
    // `a` is generation 3, the second place 4, and what comes back from there into `b` is 5.
    world.disk.set('vault.b', 'torn');
    ports.mirror.write = async () => {
      throw new Error('full');
    };
    await vault.lock();
    await vault.unlock({ slotId, kek });
    const b = world.disk.get('vault.b');
    ports.mirror.write = write;
    const { read } = ports.storage;
    ports.storage.read = async (keys) => {
      if (keys.includes('vault.b')) throw new Error('rejected');
      return read(keys);
    };
    await vault.lock();
    expect(await vault.unlock({ slotId, kek })).toMatchObject({ ok: true, value: { copy: 'mirror', generation: 4 } });
    expect(await ids()).toEqual(['one', 'two', 'three']);
    expect(world.disk.get('vault.b')).toBe(b);
    expect(await vault.mutate(add('four'))).toEqual({ ok: false, error: 'storage-failed' });
    ports.storage.read = read;
    expect((await vault.mutate(add('four'))).ok).toBe(true);
    expect(await ids()).toEqual(['one', 'two', 'three', 'four']);
  });

  it.each(['sealed', 'marker'])('puts no older copy over the later one in the second place (%s)', async (what) => {
    const { vault, world, ports, slotId, ids } = await makeVault();
    const before = new Map(world.disk);
    await vault.mutate(add('three'));
    world.disk.clear();
    for (const [key, value] of before) world.disk.set(key, value);
    const { read, marker } = ports.mirror;
    const reject = async () => {
      throw new Error('busy');
    };
    let rejections = what === 'marker' ? 2 : Number.POSITIVE_INFINITY;
    ports.mirror.read = () => (rejections-- > 0 ? reject() : read());
    if (what === 'marker') ports.mirror.marker = reject;
    await vault.lock();
    expect(await vault.unlock({ slotId, kek })).toMatchObject({ ok: true, value: { generation: 3 } });
    // Without the marker nothing tells that there is a later one.
    if (what === 'sealed') expect(await vault.mutate(add('four'))).toEqual({ ok: false, error: 'storage-failed' });
    Object.assign(ports.mirror, { read, marker });
    expect(world.mirror.marker?.generation).toBe(4);
    expect(await ids()).toEqual(['one', 'two', 'three']);
  });
});
