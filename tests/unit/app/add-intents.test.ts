import { expect, it } from 'vitest';
import { createAddIntents, INTENT_LIFE_MS } from '../../../lib/app/add-intents.ts';
import type { TopDocument } from '../../../lib/app/page-ports.ts';
import { makeWorld } from './fake-world.ts';

const shown: TopDocument = { origin: 'https://a.example', documentId: 'D1' };

function openIntents() {
  const { world, ports } = makeWorld();
  const intents = createAddIntents(ports.session, ports.clock);
  return { world, intents, press: (document: TopDocument | null) => intents.note(1, Promise.resolve(document)) };
}

it('gives a press to the next popup of its tab, once', async () => {
  const { intents, press } = openIntents();
  void press(shown);
  expect(await intents.take(2, shown)).toBe(false);
  expect(await intents.take(1, shown)).toBe(true);
  expect(await intents.take(1, shown)).toBe(false);
});

it('gives no press to a popup that opens too late', async () => {
  const { world, intents, press } = openIntents();
  await press(shown);
  world.now += INTENT_LIFE_MS;
  expect(await intents.take(1, shown)).toBe(false);
});

it.each([
  ['another site', { ...shown, origin: 'https://b.example' }],
  ['another document of the site', { ...shown, documentId: 'D2' }],
  ['a page out of reach', null],
])('gives no press to a popup on a tab that has gone on to %s, and then to none', async (_where, now) => {
  const { intents, press } = openIntents();
  await press(shown);
  expect(await intents.take(1, now)).toBe(false);
  expect(await intents.take(1, shown)).toBe(false);
});

it('compares the sites alone where the browser does not name documents', async () => {
  const { intents, press } = openIntents();
  await press({ ...shown, documentId: '' });
  expect(await intents.take(1, shown)).toBe(true);
  await press({ ...shown, documentId: '' });
  expect(await intents.take(1, { origin: 'https://b.example', documentId: '' })).toBe(false);
});

it('gives a press on a page out of reach to its popup while it is, and to no other page', async () => {
  const { intents, press } = openIntents();
  await press(null);
  expect(await intents.take(1, null)).toBe(true);
  await press(null);
  expect(await intents.take(1, shown)).toBe(false);
});

it.each([
  1,
  'yes',
  { untilUnixMs: 'soon', document: shown },
  { untilUnixMs: 1e15 },
  { untilUnixMs: 1e15, document: 'D1' },
  { untilUnixMs: 1e15, document: { origin: 1, documentId: 'D1' } },
])('takes %j in memory for no press', async (noted) => {
  const { world, intents } = openIntents();
  world.memory.set('add.1', noted);
  expect(await intents.take(1, shown)).toBe(false);
});
