import { describe, expect, it } from 'vitest';
import { createTypedNames, TYPED_NAME_LIFE_MS } from '../../../lib/app/typed-names.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';
import { entryAt, idOf } from './sample-entry.ts';

const ORIGIN = 'https://portal.example';
const OTHER = 'https://other.example';
const tabId = 1;
const entry = (account: string, part: Partial<Entry> = {}): Entry => entryAt(ORIGIN, account, part);
const two = [entry('ada'), entry('bob')];

async function openWorld(entries: readonly Entry[] = two) {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  await vault.mutate((content) => ({ ...content, entries }));
  const listened: [number, string][] = [];
  const shown = { origin: ORIGIN as string | null };
  const names = createTypedNames({
    ...ports,
    vault,
    pages: {
      topDocument: async () => (shown.origin === null ? null : { origin: shown.origin, documentId: 'D9' }),
    },
    listen: async (...where) => void listened.push(where),
  });
  const hear = (name: string, part: { origin?: string; frameId?: number; tabId?: number } = {}) =>
    names.hear(name, { tabId, frameId: 0, origin: ORIGIN, ...part });
  return { world, vault, names, listened, shown, hear };
}

describe('a name typed at the login of a site with several accounts', () => {
  it('says which of them is logging in, in its tab and at its exact origin', async () => {
    const { names, hear } = await openWorld();
    await hear(' Bob ');
    expect(await names.named(tabId, ORIGIN)).toBe(idOf('bob'));
    expect(await names.named(2, ORIGIN)).toBe(null);
    expect(await names.named(tabId, `${ORIGIN}:8443`)).toBe(null);
    expect(await names.named(tabId, 'http://portal.example')).toBe(null);
  });

  it('is itself kept nowhere', async () => {
    const { hear, world } = await openWorld([entry('ada@example.org'), entry('bob')]);
    const before = JSON.stringify([...world.disk]);
    await hear('ADA@example.org');
    const kept = world.memory.get('login.named');
    expect(Object.keys(Object(kept)[tabId]).toSorted()).toEqual(['entryId', 'origin', 'untilUnixMs']);
    expect(
      JSON.stringify([...world.memory])
        .toLowerCase()
        .replaceAll(idOf('ada@example.org'), ''),
    ).not.toContain('ada@example.org');
    expect(JSON.stringify([...world.disk])).toBe(before);
  });

  it('ends after two minutes, also when the clock is set back meanwhile', async () => {
    const { names, hear, world } = await openWorld();
    await hear('bob');
    world.now += TYPED_NAME_LIFE_MS - 1;
    expect(await names.named(tabId, ORIGIN)).toBe(idOf('bob'));
    world.now += 1;
    expect(await names.named(tabId, ORIGIN)).toBe(null);
    await hear('bob');
    world.now -= 60_000;
    expect(await names.named(tabId, ORIGIN)).toBe(null);
  });

  it.each([
    ['a name of no account', 'carol', [...two]],
    ['the name of an account of another site', 'eve', [...two, entry('eve', { origins: [OTHER] })]],
    ['the name of two accounts', 'BOB', [...two, entry('Bob')]],
    ['the name of an account that is no longer in force', 'old', [...two, entry('old', { state: 'stale' })]],
    ['no name', '', [...two, entry('')]],
  ])('chooses nothing when it is %s, and ends what was chosen before', async (_what, name, entries) => {
    const { names, hear } = await openWorld(entries);
    await hear('ada');
    expect(await names.named(tabId, ORIGIN)).toBe(idOf('ada'));
    await hear(name);
    expect(await names.named(tabId, ORIGIN)).toBe(null);
  });

  it('counts in the top document only', async () => {
    const { names, hear } = await openWorld();
    await hear('bob', { frameId: 4 });
    expect(await names.named(tabId, ORIGIN)).toBe(null);
  });

  it('is told of one tab without touching another', async () => {
    const { names, hear } = await openWorld();
    await hear('bob');
    await hear('ada', { tabId: 2 });
    await names.used(2, ORIGIN);
    expect(await names.named(tabId, ORIGIN)).toBe(idOf('bob'));
    expect(await names.named(2, ORIGIN)).toBe(null);
  });

  it('is used up by the code of its own site, and forgotten with the lock', async () => {
    const { names, hear, world } = await openWorld();
    await hear('bob');
    await names.used(tabId, OTHER);
    expect(await names.named(tabId, ORIGIN)).toBe(idOf('bob'));
    await names.used(tabId, ORIGIN);
    expect(await names.named(tabId, ORIGIN)).toBe(null);
    await hear('bob');
    await names.forget();
    expect(world.memory.has('login.named')).toBe(false);
  });

  it('chooses nothing while the vault is locked', async () => {
    const { names, hear, vault, world } = await openWorld();
    await vault.lock();
    await hear('bob');
    expect(await names.named(tabId, ORIGIN)).toBe(null);
    expect(world.memory.has('login.named')).toBe(false);
  });

  it('is heard before it is asked for, and does not put the lock of the vault off', async () => {
    const { names, hear, vault, world } = await openWorld();
    const minutes = await vault.autoLockMinutes();
    world.now += minutes * 60_000 - 1_000;
    const heard = hear('bob');
    expect(await names.named(tabId, ORIGIN)).toBe(idOf('bob'));
    await heard;
    world.now += 1_000;
    expect((await vault.state()).kind).toBe('locked');
  });

  it.each([
    ['text', 'x'],
    ['a list', ['x']],
    ['a foreign shape', { 1: { origin: ORIGIN, entryId: 7, untilUnixMs: 1 } }],
    ['a deadline that is none', { 1: { origin: ORIGIN, entryId: idOf('bob'), untilUnixMs: null } }],
    ['a life of a year', { 1: { origin: ORIGIN, entryId: idOf('bob'), untilUnixMs: 1_731_536_000_000 } }],
  ])('is none where the memory holds %s', async (_what, kept) => {
    const { names, world } = await openWorld();
    world.memory.set('login.named', kept);
    expect(await names.named(tabId, ORIGIN)).toBe(null);
  });
});

describe('the login form', () => {
  it('is listened to where the site has several accounts', async () => {
    const { names, listened } = await openWorld();
    await names.attend(tabId, { origin: ORIGIN, documentId: 'D1' });
    await names.attend(2, null);
    expect(listened).toEqual([
      [tabId, 'D1'],
      [2, 'D9'],
    ]);
  });

  it.each([
    ['one account', [entry('ada')]],
    ['one account that is in force', [entry('ada'), entry('bob', { state: 'stale' })]],
    ['accounts of another site', [entry('ada', { origins: [OTHER] }), entry('bob', { origins: [OTHER] })]],
    ['none', []],
  ])('is left alone where the site has %s', async (_what, entries) => {
    const { names, listened } = await openWorld(entries);
    await names.attend(tabId, { origin: ORIGIN, documentId: 'D1' });
    await names.attend(tabId, null);
    expect(listened).toEqual([]);
  });

  it('is left alone while the vault is locked, and where the press reaches no page', async () => {
    const { names, listened, shown, vault } = await openWorld();
    shown.origin = null;
    await names.attend(tabId, null);
    await vault.lock();
    await names.attend(tabId, { origin: ORIGIN, documentId: 'D1' });
    expect(listened).toEqual([]);
  });
});
