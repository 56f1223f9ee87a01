import { expect, it } from 'vitest';
import { copyName, keepCopy, listCopies } from '../../../lib/app/keep-copy.ts';
import { sealCopy } from '../../../lib/app/seal-copy.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { createLock } from '../../../lib/vault/key-slots.ts';
import { filled, leastScrypt, randomBytes, sampleContent } from '../vault/samples.ts';
import { makeFolder } from './fake-folder.ts';

const NOW = new Date(2026, 10, 26, 22, 32, 5).getTime();
const HOUR = 3_600_000;
const salt = (value: number): string => toBase64(filled(16, value));

const locks = { salt: salt(7), emergencySalt: null };

/** A copy made at a time, for the passphrase of a salt. */
async function copyAt(unixMs: number, of = salt(7)): Promise<string> {
  const kdf = { ...leastScrypt, salt: of };
  const lock = await createLock({ kind: 'passphrase', id: '1'.repeat(32), kdf }, filled(32, 9));
  const sealed = await sealCopy(sampleContent('e1'), { lock, kek: null }, { nowUnixMs: unixMs, randomBytes });
  if (!sealed.ok) throw new Error(sealed.error);
  return sealed.value;
}

async function folderWith(count: number) {
  const { world, folder } = makeFolder();
  for (let age = count; age > 0; age -= 1) {
    world.files.set(copyName(NOW - age * HOUR), await copyAt(NOW - age * HOUR));
  }
  world.files.set('notes.txt', 'mine');
  world.files.set('doorcode-backup.json', await copyAt(NOW - 99 * HOUR));
  return { world, folder };
}

const copy = async (unixMs = NOW) => ({ text: await copyAt(unixMs), unixMs, locks, keep: 3 });

it('is named after its day and second', () => {
  expect(copyName(NOW)).toBe('doorcode-2026-11-26-223205.json');
});

it('lies in the folder whole, and the last few of its kind stay beside it', async () => {
  const { world, folder } = await folderWith(4);
  const made = await copy();
  expect(await keepCopy(folder, made)).toEqual({ ok: true, value: copyName(NOW) });
  expect([...world.files.keys()].sort()).toEqual(
    [copyName(NOW), copyName(NOW - HOUR), copyName(NOW - 2 * HOUR), 'doorcode-backup.json', 'notes.txt'].sort(),
  );
  expect(world.files.get(copyName(NOW))).toBe(made.text);
});

it('never removes what is not ours, whatever it is called', async () => {
  const { world, folder } = await folderWith(0);
  const others = {
    [copyName(NOW - 10 * HOUR)]: 'no copy at all',
    [copyName(NOW - 11 * HOUR)]: await copyAt(NOW - 11 * HOUR, salt(8)),
    [copyName(NOW - 12 * HOUR)]: (await copyAt(NOW - 12 * HOUR)).replace(/"data": "../, '"data": "!!'),
    'copy of doorcode-2026-11-26-100000.json': await copyAt(NOW),
  };
  for (const [name, text] of Object.entries(others)) world.files.set(name, text);
  for (let index = 0; index < 5; index += 1)
    expect((await keepCopy(folder, await copy(NOW + index * HOUR))).ok).toBe(true);
  expect(Object.fromEntries(Object.keys(others).map((name) => [name, world.files.get(name)]))).toEqual(others);
  expect((await listCopies(folder, locks)).filter(({ ours }) => ours)).toHaveLength(3);
});

it('reads one file at a time, and of thousands the latest only', async () => {
  const { world, folder } = await folderWith(1);
  for (let index = 1; index <= 1_000; index += 1) world.files.set(copyName(NOW - 2 * HOUR - index * 1_000), '{');
  let [reading, most, reads] = [0, 0, 0];
  const read: typeof folder.read = async (name) => {
    reading += 1;
    [most, reads] = [Math.max(most, reading), reads + 1];
    await Promise.resolve();
    const text = await folder.read(name);
    reading -= 1;
    return text;
  };
  const copies = await listCopies({ ...folder, read }, locks);
  expect(copies.map(({ name }) => name)).toEqual([copyName(NOW - HOUR)]);
  expect({ most, reads }).toEqual({ most: 1, reads: 200 });
});

it('keeps the one just written though a clock that was set back makes it the oldest', async () => {
  const { world, folder } = await folderWith(3);
  expect((await keepCopy(folder, await copy(NOW - 50 * HOUR))).ok).toBe(true);
  expect(world.files.has(copyName(NOW - 50 * HOUR))).toBe(true);
});

it('takes another name where a clock that was set back comes to the same second again', async () => {
  const { world, folder } = await folderWith(1);
  const before = world.files.get(copyName(NOW - HOUR));
  expect(await keepCopy(folder, await copy(NOW - HOUR))).toEqual({ ok: true, value: copyName(NOW - HOUR + 1_000) });
  expect(world.files.get(copyName(NOW - HOUR))).toBe(before);
});

it('loses no older copy, and leaves none that is not whole, at whichever call the folder fails', async () => {
  const undisturbed = await folderWith(4);
  await keepCopy(undisturbed.folder, await copy());
  const calls = undisturbed.world.calls.length;
  expect(calls).toBeGreaterThan(10);
  let refused = 0;
  for (let failing = 1; failing <= calls; failing += 1) {
    for (const lasting of [true, false]) {
      const { world, folder } = await folderWith(4);
      const before = new Map(world.files);
      let call = 0;
      world.fault = () => {
        call += 1;
        if (lasting ? call >= failing : call === failing) throw new Error('the disk was pulled out');
      };
      const made = await copy();
      const kept = await keepCopy(folder, made);
      if (kept.ok) expect(world.files.get(kept.value)).toBe(made.text);
      else {
        refused += 1;
        for (const [name, text] of before) expect(world.files.get(name)).toBe(text);
      }
      const whole = [...world.files.values()].filter(
        (text) => before.has(copyName(NOW - HOUR)) && text.includes('sha256'),
      );
      expect(whole.length).toBeGreaterThanOrEqual(3);
    }
  }
  expect(refused).toBeGreaterThan(4);
});

it('is no copy where the disk gives back other bytes, and what it left is taken away', async () => {
  const { world, folder } = await folderWith(4);
  const before = [...world.files.keys()];
  world.damage = (text) => text.replace('"data"', '"dat4"');
  expect(await keepCopy(folder, await copy())).toEqual({ ok: false, error: 'not-saved' });
  expect([...world.files.keys()]).toEqual(before);
  // Under its own name it would have been taken for a copy meanwhile.
  expect(world.calls).not.toContain('rename');
});

it('is no copy where the disk spoils it as it gets its name', async () => {
  const { world, folder } = await folderWith(4);
  const before = [...world.files.keys()];
  const rename = async (from: string, to: string) => {
    await folder.rename(from, to);
    world.files.set(to, '');
  };
  expect(await keepCopy({ ...folder, rename }, await copy())).toEqual({ ok: false, error: 'not-saved' });
  expect([...world.files.keys()]).toEqual(before);
});

it('clears away what a page that was closed in the middle left', async () => {
  const { world, folder } = await folderWith(1);
  const left = copyName(NOW - 30 * HOUR).replace('json', 'part');
  world.files.set(left, 'half of');
  expect((await keepCopy(folder, await copy())).ok).toBe(true);
  expect(world.files.has(left)).toBe(false);
});
