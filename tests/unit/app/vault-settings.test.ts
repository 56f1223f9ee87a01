import { describe, expect, it } from 'vitest';
import { mendSettings } from '../../../lib/app/mend-settings.ts';
import type { VaultPorts } from '../../../lib/app/vault-core.ts';
import { createVaultRepository, type VaultRepository } from '../../../lib/app/vault-repository.ts';
import type { VaultContent } from '../../../lib/vault/entry.ts';
import type { Settings } from '../../../lib/vault/settings.ts';
import { sampleEntry } from '../vault/samples.ts';
import { atEachCall, type Made } from './at-each-call.ts';
import { makeSites } from './fake-sites.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';
import { allFaults } from './faulty-ports.ts';

const [ONE, TWO, THREE] = ['https://one.example', 'https://two.example', 'https://three.example'];
const both = [ONE, TWO];
const add = (id: string) => (content: VaultContent) => ({ ...content, entries: [...content.entries, sampleEntry(id)] });

/** Sites over the ports of a world, all of which the browser grants. */
function grantedSites(ports: VaultPorts) {
  const made = makeSites(ports);
  for (const origin of [ONE, TWO, THREE]) made.browser.granted.add(origin);
  return made;
}

/** An open vault of one account whose settings were chosen: 30 minutes, filled by itself at two sites. */
async function makeChosen(): Promise<Made> {
  const made = makeWorld();
  await made.vault.create(onThisComputer);
  await made.vault.mutate(add('one'));
  const { sites } = grantedSites(made.ports);
  for (const origin of both) expect((await sites.want(origin, 7)).ok).toBe(true);
  expect((await made.vault.setAutoLock(30)).ok).toBe(true);
  return made;
}

const mend = (ports: VaultPorts) => mendSettings({ ...ports, vault: createVaultRepository(ports) });

async function sealedOf(vault: VaultRepository): Promise<Settings | null> {
  const read = await vault.read({ use: false });
  if (!read.ok) throw new Error(read.error);
  return read.value.settings;
}

/** The settings that are in force once the vault is opened anew. */
async function inForce(ports: VaultPorts): Promise<Settings> {
  const vault = createVaultRepository(ports);
  await vault.lock();
  expect((await vault.unlockWithComputer()).ok).toBe(true);
  const { sites } = grantedSites(ports);
  const states = await Promise.all(
    [ONE, TWO, THREE].map(async (origin) => ((await sites.allows(origin)) ? [origin] : [])),
  );
  return {
    autoLockMinutes: await vault.autoLockMinutes(),
    sharedComputer: await sites.isShared(),
    automaticSites: states.flat(),
    submitSites: (await sealedOf(vault))?.submitSites ?? [],
  };
}

const chosen: Settings = { autoLockMinutes: 30, sharedComputer: false, automaticSites: both, submitSites: [] };

describe('settings that somebody rewrites in the clear', () => {
  it('make no lock later and fill nowhere else, and no use by others is denied', async () => {
    const made = await makeChosen();
    const { sites } = grantedSites(made.ports);
    await sites.setShared(true);
    made.world.disk.set('vault.auto-lock', 1_440);
    made.world.disk.set('vault.shared-computer', false);
    made.world.disk.set('sites.automatic', { on: [ONE, THREE], asked: [] });
    expect(await inForce(made.ports)).toEqual({ ...chosen, sharedComputer: true, automaticSites: [] });
    expect((await sites.setShared(false)).ok).toBe(true);
    expect(await inForce(made.ports)).toEqual({ ...chosen, automaticSites: [ONE] });
    // The deadline of the open vault is not the one that was written there.
    made.world.now += 31 * 60_000;
    expect((await made.vault.state()).kind).toBe('locked');
  });

  it('fill nothing at a locked vault, whose pages are watched all the same', async () => {
    const made = await makeChosen();
    const { sites } = grantedSites(made.ports);
    await made.vault.lock();
    expect([await sites.watches(ONE), await sites.allows(ONE)]).toEqual([true, false]);
    expect(await made.vault.autoLockMinutes()).toBe(30);
    await made.vault.unlockWithComputer();
    expect(await sites.allows(ONE)).toBe(true);
  });

  it('become in both places what is stricter, with the next opening', async () => {
    const made = await makeChosen();
    made.world.disk.set('vault.auto-lock', 1_440);
    made.world.disk.set('sites.automatic', { on: [ONE, THREE], asked: [THREE] });
    expect(await mend(made.ports)).toBe(true);
    expect(made.world.disk.get('vault.auto-lock')).toBe(30);
    expect(made.world.disk.get('sites.automatic')).toEqual({ on: [ONE], asked: [THREE] });
    expect(await sealedOf(made.vault)).toEqual({ ...chosen, automaticSites: [ONE] });
    const before = new Map(made.world.disk);
    expect(await mend(made.ports)).toBe(false);
    expect(made.world.disk).toEqual(before);
  });

  it('are asked for nothing that no vault can hold', async () => {
    const made = await makeChosen();
    await made.vault.mutate((content) => ({ ...content, settings: null }));
    const many = Array.from({ length: 1_200 }, (_, number) => `https://${number}.example`);
    made.world.disk.set('sites.automatic', {
      on: [...many, ONE, ONE, `https://${'x'.repeat(5_000)}.example`],
      asked: [],
    });
    await mend(made.ports);
    expect((await sealedOf(made.vault))?.automaticSites).toHaveLength(1_000);
    expect((await sealedOf(made.vault))?.automaticSites).toContain(ONE);
  });
});

describe('settings of a vault from before they were sealed', () => {
  it('are taken over with the first opening', async () => {
    const made = await makeChosen();
    await made.vault.mutate((content) => ({ ...content, settings: null }));
    expect(await inForce(made.ports)).toEqual(chosen);
    expect(await mend(made.ports)).toBe(false);
    expect(await sealedOf(made.vault)).toEqual(chosen);
  });

  it('are not taken over where one of them cannot be read', async () => {
    const made = await makeChosen();
    await made.vault.mutate((content) => ({ ...content, settings: null }));
    const { storage } = made.ports;
    const read: typeof storage.read = (keys) =>
      keys.includes('sites.automatic') ? Promise.reject(new Error('IO error')) : storage.read(keys);
    await mend({ ...made.ports, storage: { ...storage, read } });
    expect(await sealedOf(made.vault)).toBeNull();
  });
});

it('a new vault seals what was chosen before it, and no site', async () => {
  const made = await makeChosen();
  made.world.disk.set('vault.shared-computer', true);
  await made.vault.setAutoLock(5);
  await made.vault.lock();
  expect((await made.vault.create(onThisComputer, { replacing: true })).ok).toBe(true);
  expect(await sealedOf(made.vault)).toEqual({
    autoLockMinutes: 5,
    sharedComputer: true,
    automaticSites: [],
    submitSites: [],
  });
});

it('a site that is granted while the vault is locked is switched on once it is open', async () => {
  const made = await makeChosen();
  const { sites, browser } = grantedSites(made.ports);
  browser.granted.delete(THREE);
  await sites.want(THREE, 7);
  await made.vault.lock();
  browser.granted.add(THREE);
  await sites.settle();
  expect(await sites.watches(THREE)).toBe(false);
  await made.vault.unlockWithComputer();
  await sites.settle();
  expect(await sites.allows(THREE)).toBe(true);
  expect(browser.injected).toEqual([7]);
});

const writes: readonly (readonly [
  string,
  (vault: VaultRepository, ports: VaultPorts) => Promise<boolean>,
  Settings,
])[] = [
  ['a later lock', async (vault) => (await vault.setAutoLock(60)).ok, { ...chosen, autoLockMinutes: 60 }],
  ['an earlier lock', async (vault) => (await vault.setAutoLock(5)).ok, { ...chosen, autoLockMinutes: 5 }],
  [
    'use by others',
    async (_vault, ports) => (await grantedSites(ports).sites.setShared(true)).ok,
    { ...chosen, sharedComputer: true, automaticSites: [] },
  ],
  [
    'one more site',
    async (_vault, ports) => (await grantedSites(ports).sites.want(THREE, 7)).ok,
    { ...chosen, automaticSites: [ONE, TWO, THREE] },
  ],
  [
    'one site less',
    async (_vault, ports) => (await grantedSites(ports).sites.stop(TWO)).ok,
    { ...chosen, automaticSites: [ONE] },
  ],
  ['a comparison', async (_vault, ports) => mend(ports).then(() => true), chosen],
];

describe.each(writes)('%s', (_what, act, after) => {
  it.each(allFaults)('is in force or is not, and costs no account, when any call %s', async (fault) => {
    const isStricter = after.autoLockMinutes < 30 || after.automaticSites.length < 2;
    const check = async (made: Made, outcome: unknown, where: string) => {
      const now = await inForce(made.ports);
      expect([chosen, after], where).toContainEqual(now);
      // A looser one that storage lost after it said that it kept it may be asked for again.
      if (outcome === true && isStricter) expect(now, where).toEqual(after);
      const vault = createVaultRepository(made.ports);
      const read = await vault.read();
      expect(read.ok && read.value.entries.map(({ id }) => id), where).toEqual(['one']);
      expect((await vault.mutate(add('later'))).ok, where).toBe(true);
      await mend(made.ports);
      expect(await inForce(made.ports), where).toEqual(now);
    };
    expect(await atEachCall(fault, makeChosen, act, check)).toBeGreaterThan(3);
  });
});

describe('a setting of which one place cannot be written', () => {
  it.each([
    ['in the clear', 'vault.auto-lock'],
    ['sealed', 'vault.meta'],
  ])('is said to be not saved, and the stricter minutes hold: %s', async (_where, name) => {
    for (const minutes of [5, 60]) {
      const made = await makeChosen();
      const { storage } = made.ports;
      const write: typeof storage.write = (values) =>
        Object.hasOwn(values, name) ? Promise.reject(new Error('IO error')) : storage.write(values);
      const vault = createVaultRepository({ ...made.ports, storage: { ...storage, write } });
      expect(await vault.setAutoLock(minutes)).toEqual({ ok: false, error: 'not-saved' });
      // While the vault is locked too nothing is looser than what holds once it is open.
      expect(made.world.disk.get('vault.auto-lock')).toBeLessThanOrEqual(30);
      expect((await inForce(made.ports)).autoLockMinutes).toBe(Math.min(minutes, 30));
    }
  });
});
