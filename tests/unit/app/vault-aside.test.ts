import { describe, expect, it } from 'vitest';
import type { KeyChange } from '../../../lib/app/vault-keys.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import type { VaultContent } from '../../../lib/vault/entry.ts';
import { isRecord } from '../../../lib/vault/shape.ts';
import { filled, leastScrypt, sampleEntry } from '../vault/samples.ts';
import type { Made } from './at-each-call.ts';
import { makeWorld } from './fake-world.ts';

const [kek, second] = [filled(32, 5), filled(32, 6)];
const recovery = { salt: toBase64(filled(16, 4)), kek: filled(32, 8) };
const keys = (passphrase = kek): KeyChange => ({ passphrase: { kdf: leastScrypt, kek: passphrase }, recovery });
const add = (id: string) => (content: VaultContent) => ({ ...content, entries: [...content.entries, sampleEntry(id)] });
const DAY_MS = 24 * 3_600_000;

async function slotId({ vault }: Made): Promise<string> {
  const state = await vault.state();
  const slots = state.kind === 'locked' || state.kind === 'unlocked' ? state.slots : [];
  return slots.find(({ kind }) => kind === 'passphrase')?.id ?? '';
}

const unlock = async (made: Made) => (await made.vault.unlock({ slotId: await slotId(made), kek })).ok;
const onDisk = ({ world }: Made): readonly unknown[] => [world.disk.get('vault.set-aside') ?? []].flat();
const saved = async ({ vault }: Made): Promise<readonly unknown[]> =>
  JSON.parse(await vault.rawCopies({ opened: true })).setAside;

let writes = 0;

/** Lets the copy that the next write takes the place of be torn, and writes. */
async function tear(made: Made, text: unknown): Promise<void> {
  const record = made.world.disk.get('vault.meta');
  made.world.disk.set(isRecord(record) && record.copy === 'a' ? 'vault.b' : 'vault.a', text);
  writes += 1;
  expect((await made.vault.mutate(add(`write-${writes}`))).ok).toBe(true);
}

/** A vault with a copy of each of five days, every text of it another. */
async function liveDays(made: Made): Promise<readonly unknown[]> {
  for (let day = 1; day <= 6; day += 1) {
    made.world.now += DAY_MS;
    expect(await unlock(made)).toBe(true);
    expect((await made.vault.mutate(add(`day-${day}-${made.world.now}`))).ok).toBe(true);
  }
  await made.vault.lock();
  const names = ['vault.a', 'vault.b', ...[1, 2, 3, 4, 5].map((day) => `vault.day.${day}`)];
  return [...new Set(names.map((name) => made.world.disk.get(name)))];
}

async function makeOpen(): Promise<Made> {
  const made = makeWorld();
  expect((await made.vault.create(keys())).ok).toBe(true);
  expect((await made.vault.mutate(add('one'))).ok).toBe(true);
  return made;
}

describe('what makes room in an open vault', () => {
  it('lies sealed on the disk at once, and is saved as it was while the vault is open, as it lies there while it is not', async () => {
    const made = await makeOpen();
    const whole = String(made.world.disk.get('vault.a'));
    await tear(made, whole.slice(0, 500));
    expect(onDisk(made)).toHaveLength(1);
    expect(JSON.stringify(onDisk(made))).not.toContain(JSON.parse(whole).header.slice(0, 40));
    expect(await saved(made)).toEqual([whole.slice(0, 500)]);
    await made.vault.lock();
    expect(await saved(made)).toEqual(onDisk(made));
    expect(await unlock(made)).toBe(true);
    expect(await saved(made)).toEqual([whole.slice(0, 500)]);
  });

  it('takes one place however often it is the same, also after a change of keys', async () => {
    const made = await makeOpen();
    for (let time = 1; time <= 3; time += 1) await tear(made, 'torn');
    expect(onDisk(made)).toHaveLength(1);
    const proof = { slotId: await slotId(made), kek };
    expect((await made.vault.changeKeys({ passphrase: { kdf: leastScrypt, kek: second } }, proof)).ok).toBe(true);
    await tear(made, 'torn');
    expect(onDisk(made)).toHaveLength(1);
    expect(await saved(made)).toEqual(['torn']);
  });

  it('makes room for later ones of its kind, twelve of them, also after a change of keys', async () => {
    const made = await makeOpen();
    for (let number = 1; number <= 9; number += 1) await tear(made, `torn-${number}`);
    const proof = { slotId: await slotId(made), kek };
    expect((await made.vault.changeKeys({ passphrase: { kdf: leastScrypt, kek: second } }, proof)).ok).toBe(true);
    for (let number = 10; number <= 15; number += 1) await tear(made, `torn-${number}`);
    expect(await saved(made)).toEqual(Array.from({ length: 12 }, (_, index) => `torn-${index + 4}`));
  });
});

describe('what a new beginning leaves', () => {
  it('lies as it was, so that its own key opens it when the new one is lost', async () => {
    const made = await makeOpen();
    const left = await liveDays(made);
    expect((await made.vault.create(keys(second), { replacing: true })).ok).toBe(true);
    expect(new Set(onDisk(made))).toEqual(new Set(left));
  });

  it('is pushed out by nothing: neither by what is torn later, nor by later beginnings, which are refused where there is no room', async () => {
    const made = await makeOpen();
    await tear(made, 'torn before');
    const [sealedBefore] = onDisk(made).map((text) => JSON.parse(String(text)).data);
    const first = await liveDays(made);
    expect(first).toHaveLength(6);
    let begun = 0;
    const begin = async () => (await made.vault.create(keys(), { replacing: true })).ok;
    while (await begin()) {
      begun += 1;
      for (let number = 1; number <= 13; number += 1) await tear(made, `torn-${begun}-${number}`);
      await liveDays(made);
      for (const text of first) expect(onDisk(made)).toContain(text);
    }
    expect(begun).toBeGreaterThan(0);
    const before = new Map(made.world.disk);
    const mirrored = made.world.mirror.sealed;
    expect(await made.vault.create(keys(), { replacing: true })).toEqual({ ok: false, error: 'set-aside-full' });
    expect(made.world.disk).toEqual(before);
    expect(made.world.mirror.sealed).toBe(mirrored);
    for (const text of first) expect(onDisk(made)).toContain(text);
    // What the first vault itself had set aside is of its copies too.
    expect(JSON.stringify(onDisk(made))).toContain(sealedBefore);
    // Nor does a change of keys, which seals them too.
    expect(await unlock(made)).toBe(true);
    const proof = { slotId: await slotId(made), kek };
    expect((await made.vault.changeKeys({ passphrase: { kdf: leastScrypt, kek: second } }, proof)).ok).toBe(true);
    for (let number = 1; number <= 13; number += 1) await tear(made, `late-${number}`);
    for (const text of first) expect(await saved(made)).toContain(text);
  });

  it('takes no second place where it lies aside already', async () => {
    const made = await makeOpen();
    const [text] = await liveDays(made);
    made.world.disk.set('vault.set-aside', [text]);
    expect((await made.vault.create(keys(second), { replacing: true })).ok).toBe(true);
    expect(onDisk(made)).toHaveLength(6);
  });
});
