import { describe, expect, it } from 'vitest';
import { openAside } from '../../../lib/app/vault-aside.ts';
import type { VaultPorts } from '../../../lib/app/vault-core.ts';
import { createVaultRepository, type VaultRepository } from '../../../lib/app/vault-repository.ts';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import type { VaultContent } from '../../../lib/vault/entry.ts';
import { filled, leastScrypt, sampleEntry } from '../vault/samples.ts';
import { atEachCall, type Made } from './at-each-call.ts';
import { makeWorld } from './fake-world.ts';
import { allFaults } from './faulty-ports.ts';
import { heldKey } from './held-key.ts';

const [first, second] = [filled(32, 5), filled(32, 6)];
const recovery = { salt: toBase64(filled(16, 4)), kek: filled(32, 8) };
const key = (kek: Bytes) => ({ passphrase: { kdf: leastScrypt, kek }, recovery });
const add = (id: string) => (content: VaultContent) => ({ ...content, entries: [...content.entries, sampleEntry(id)] });
const DAY_MS = 24 * 3_600_000;
const COPIES = ['vault.a', 'vault.b', 'vault.day.1', 'vault.day.2'];

async function slotId(vault: VaultRepository): Promise<string> {
  const state = await vault.state();
  const slots = state.kind === 'locked' || state.kind === 'unlocked' ? state.slots : [];
  return slots.find(({ kind }) => kind === 'passphrase')?.id ?? '';
}

/** The accounts that a key opens; null where it opens nothing. */
async function accountsBy(ports: VaultPorts, kek: Bytes): Promise<readonly string[] | null> {
  const vault = createVaultRepository(ports);
  await vault.lock();
  if (!(await vault.unlock({ slotId: await slotId(vault), kek })).ok) return null;
  const read = await vault.read();
  return read.ok ? read.value.entries.map(({ id }) => id) : null;
}

/** All sealed texts, wherever they lie. */
const textsOf = ({ world }: Made): readonly unknown[] => {
  const places = [...COPIES.map((name) => world.disk.get(name)), world.mirror.sealed];
  return [...new Set([places, world.disk.get('vault.set-aside') ?? []].flat())].filter(
    (text) => typeof text === 'string',
  );
};

/** A locked vault of four accounts that was open for three days; its copies are whole, or all but the days' are torn. */
async function makeOld(torn: boolean) {
  const made = makeWorld();
  await made.vault.create(key(first));
  const dataKey = heldKey(made);
  for (const id of ['one', 'two', 'three', 'four']) {
    await made.vault.unlock({ slotId: await slotId(made.vault), kek: first });
    await made.vault.mutate(add(id));
    made.world.now += DAY_MS;
  }
  const id = await slotId(made.vault);
  await made.vault.lock();
  if (torn) {
    for (const name of ['vault.a', 'vault.b'])
      made.world.disk.set(name, `${name} ${String(made.world.disk.get(name)).slice(0, 500)}`);
    made.world.mirror.sealed = 'torn outside';
  }
  return { ...made, before: textsOf(made), slotId: id, dataKey };
}

type Old = Awaited<ReturnType<typeof makeOld>>;

/** All texts, those that were set aside as they were before. */
const openedTexts = (made: Old): Promise<readonly unknown[]> =>
  Promise.all(textsOf(made).map((text) => openAside(text, made.dataKey)));

describe('a new vault', () => {
  it.each(allFaults)('is there or is not, and can be made then, when any call of it %s', async (fault) => {
    const check = async (made: Made, outcome: unknown, where: string) => {
      const vault = createVaultRepository(made.ports);
      const { kind } = await vault.state();
      expect(outcome === true ? ['locked', 'unlocked'] : ['absent', 'locked', 'unlocked'], where).toContain(kind);
      if (kind === 'absent') expect((await vault.create(key(first))).ok, where).toBe(true);
      expect(await accountsBy(made.ports, first), where).toEqual([]);
      expect((await vault.mutate(add('later'))).ok, where).toBe(true);
    };
    const act = async (vault: VaultRepository) => (await vault.create(key(first))).ok;
    expect(await atEachCall(fault, async () => makeWorld(), act, check)).toBeGreaterThan(5);
  });
});

describe.each([
  ['whole', false],
  ['torn', true],
])('beginning anew beside a vault whose copies are %s', (_what, torn) => {
  it.each(allFaults)('loses no copy of it when any call %s', { timeout: 120_000 }, async (fault) => {
    const check = async (made: Old, outcome: unknown, where: string) => {
      const texts = textsOf(made);
      for (const text of made.before) expect(texts.includes(text), `${where}: a copy is lost`).toBe(true);
      const anew = await accountsBy(made.ports, second);
      if (outcome === true) expect(anew, where).toEqual([]);
      if (anew === null && !torn) expect(await accountsBy(made.ports, first), where).toHaveLength(4);
      // Where nothing came of it, it can be done now.
      const vault = createVaultRepository(made.ports);
      if (anew === null) expect((await vault.create(key(second), { replacing: true })).ok, where).toBe(true);
      expect(await accountsBy(made.ports, second), where).toEqual([]);
    };
    const act = async (vault: VaultRepository) => (await vault.create(key(second), { replacing: true })).ok;
    expect(await atEachCall(fault, () => makeOld(torn), act, check)).toBeGreaterThan(10);
  });
});

describe.each([
  ['whole', false],
  ['torn', true],
])("going on from a day's copy where the latest are %s", (_what, torn) => {
  it.each(allFaults)('loses no copy when any call %s', { timeout: 120_000 }, async (fault) => {
    const attempt = (made: Old) => ({ place: 'day.1' as const, slotId: made.slotId, kek: first });
    const check = async (made: Old, outcome: unknown, where: string) => {
      const texts = await openedTexts(made);
      for (const text of made.before) expect(texts.includes(text), `${where}: a copy is lost`).toBe(true);
      const opened = await accountsBy(made.ports, first);
      if (outcome === true) expect(opened?.length, where).toBeLessThan(4);
      if (!torn) expect(opened, where).not.toBeNull();
      const vault = createVaultRepository(made.ports);
      if (opened === null) expect((await vault.openCopy(attempt(made))).ok, where).toBe(true);
      const now = await accountsBy(made.ports, first);
      expect(now?.[0], where).toBe('one');
      expect((await vault.mutate(add('later'))).ok, where).toBe(true);
    };
    const act = async (vault: VaultRepository, _ports: VaultPorts, made: Old) =>
      (await vault.openCopy(attempt(made))).ok;
    expect(await atEachCall(fault, () => makeOld(torn), act, check)).toBeGreaterThan(10);
  });
});
