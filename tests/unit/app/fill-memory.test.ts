import { expect, it } from 'vitest';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import type { FilledCode } from '../../../lib/app/filled-record.ts';
import { makeWorld } from './fake-world.ts';

const ORIGIN = 'https://portal.example';

const written = (documentId: string, code: string): FilledCode => ({
  code,
  origin: ORIGIN,
  documentId,
  purpose: 'challenge',
  isTop: true,
  life: null,
});

const openMemory = () => {
  const { world, ports } = makeWorld();
  return { world, memory: createFillMemory(ports.session, ports.clock) };
};

it('of two fills at once neither loses the note of the other', async () => {
  const { memory } = openMemory();
  await Promise.all([memory.filled('e1', 1, written('D1', '111111')), memory.filled('e2', 2, written('D2', '222222'))]);
  expect([await memory.filledDocument('D1'), await memory.filledDocument('D2')]).toEqual([true, true]);
  expect([...(await memory.lastCodes())]).toEqual([
    ['e1', '111111'],
    ['e2', '222222'],
  ]);
});

it('of a hundred tabs that are filled at once each is known as filled, and each code as given', async () => {
  const { memory } = openMemory();
  const tabs = Array.from({ length: 100 }, (_, tab) => tab);
  await Promise.all(tabs.map((tab) => memory.filled(`e${tab}`, tab, written(`D${tab}`, `${100_000 + tab}`))));
  expect(await Promise.all(tabs.map((tab) => memory.filledDocument(`D${tab}`)))).toEqual(tabs.map(() => true));
  expect([...(await memory.lastCodes()).values()]).toEqual(tabs.map((tab) => `${100_000 + tab}`));
});

it('what is taken back leaves the tab waiting for the answer to what was written before, and the code known as written', async () => {
  const { memory, world } = openMemory();
  await memory.filled('e1', 1, written('D1', '111111'));
  world.now += 1;
  const takeBack = await memory.filled('e1', 1, written('D2', '222222'));
  await takeBack();
  expect(await memory.lastInTab(1)).toMatchObject({ documentId: 'D1' });
  expect(await memory.lastOf('e1')).toMatchObject({ code: '222222' });
  expect(await memory.filledDocument('D2')).toBe(true);
});

it('of two that are taken back, in whatever order, none is waited for', async () => {
  const { memory, world } = openMemory();
  const first = await memory.filled('e1', 1, written('D1', '111111'));
  world.now += 1;
  const second = await memory.filled('e1', 1, written('D1', '111111'));
  await first();
  await second();
  expect(await memory.lastInTab(1)).toBeNull();
});

it('of two that hear of the same refusal the second takes away nothing of what the first noted', async () => {
  const { memory, world } = openMemory();
  await memory.filled('e1', 1, written('D1', '111111'));
  world.now += 6_000;
  const answered = world.now;
  await memory.refuse(ORIGIN, 1, { answered: 'now', documentId: 'D2' });
  await memory.passed(1);
  // The other read the page while the first ended the wait.
  await memory.refuse(ORIGIN, 1, { answered: answered - 10, documentId: 'D2' });
  const top = { origin: ORIGIN, documentId: 'D2' };
  expect(await memory.refusedIn(1, top)).toMatchObject({ entryId: 'e1', answeredUnixMs: answered });
  // Another document that refuses something says nothing of that code.
  await memory.refuse(ORIGIN, 1, { answered: 'now', documentId: 'D3' });
  expect(await memory.refusedIn(1, { origin: ORIGIN, documentId: 'D3' })).toBeNull();
  expect(await memory.isRefused(ORIGIN)).toBe(true);
});

it('nothing is taken back of what was written later', async () => {
  const { memory, world } = openMemory();
  const takeBack = await memory.filled('e1', 1, written('D1', '111111'));
  world.now += 1;
  await memory.filled('e1', 1, written('D2', '222222'));
  await takeBack();
  expect(await memory.lastInTab(1)).toMatchObject({ documentId: 'D2' });
});

it('what was written before an account’s codes became others is waited for no more, a backup code and what comes after still are', async () => {
  const { memory, world } = openMemory();
  await memory.filled('e1', 1, written('D1', '111111'));
  await memory.filled('e1', 2, { ...written('D2', '1 of 8'), purpose: 'backup' });
  await memory.filled('e2', 3, written('D3', '333333'));
  await memory.codesChanged('e1');
  const waitsFor = async () => Promise.all([1, 2, 3].map(async (tab) => (await memory.lastInTab(tab))?.documentId));
  expect(await waitsFor()).toEqual([undefined, 'D2', 'D3']);
  world.now += 1;
  await memory.filled('e1', 1, written('D4', '444444'));
  expect(await waitsFor()).toEqual(['D4', 'D2', 'D3']);
});
