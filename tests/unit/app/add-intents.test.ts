import { expect, it } from 'vitest';
import { type AddPress, createAddIntents, INTENT_LIFE_MS } from '../../../lib/app/add-intents.ts';
import type { TopDocument } from '../../../lib/app/page-ports.ts';
import { makeWorld } from './fake-world.ts';

const shown: TopDocument = { origin: 'https://a.example', documentId: 'D1' };

function openIntents() {
  const { world, ports } = makeWorld();
  const intents = createAddIntents(ports.session, ports.clock);
  const press = (document: TopDocument | null, on: AddPress = { what: 'page' }) =>
    intents.note(1, Promise.resolve(document), Promise.resolve(on));
  return { world, intents, press };
}

it('gives a press to the next popup of its tab, once', async () => {
  const { intents, press } = openIntents();
  void press(shown);
  expect(await intents.take(2, shown)).toBeNull();
  expect(await intents.take(1, shown)).toEqual({ what: 'page' });
  expect(await intents.take(1, shown)).toBeNull();
});

it('gives later presses where one could not be noted', async () => {
  const { intents, press } = openIntents();
  const lost = intents.note(1, Promise.reject(new Error('the tab is gone')), Promise.resolve({ what: 'page' }));
  await expect(lost).rejects.toThrow();
  expect(await intents.take(1, shown)).toBeNull();
  await press(shown);
  expect(await intents.take(1, shown)).toEqual({ what: 'page' });
});

it('gives no press to a popup that opens too late', async () => {
  const { world, intents, press } = openIntents();
  await press(shown);
  world.now += INTENT_LIFE_MS;
  expect(await intents.take(1, shown)).toBeNull();
});

it.each([
  ['another site', { ...shown, origin: 'https://b.example' }],
  ['another document of the site', { ...shown, documentId: 'D2' }],
  ['a page out of reach', null],
])('gives no press to a popup on a tab that has gone on to %s, and then to none', async (_where, now) => {
  const { intents, press } = openIntents();
  await press(shown);
  expect(await intents.take(1, now)).toBeNull();
  expect(await intents.take(1, shown)).toBeNull();
});

it('compares the sites alone where the browser does not name documents', async () => {
  const { intents, press } = openIntents();
  await press({ ...shown, documentId: '' });
  expect(await intents.take(1, shown)).toEqual({ what: 'page' });
  await press({ ...shown, documentId: '' });
  expect(await intents.take(1, { origin: 'https://b.example', documentId: '' })).toBeNull();
});

it('gives a press on a page out of reach to its popup while it is, and to no other page', async () => {
  const { intents, press } = openIntents();
  await press(null);
  expect(await intents.take(1, null)).toEqual({ what: 'page' });
  await press(null);
  expect(await intents.take(1, shown)).toBeNull();
});

it.each([
  1,
  'yes',
  { untilUnixMs: 'soon', document: shown, what: 'page' },
  { untilUnixMs: 1e15, what: 'page' },
  { untilUnixMs: 1e15, document: 'D1', what: 'page' },
  { untilUnixMs: 1e15, document: { origin: 1, documentId: 'D1' }, what: 'page' },
  { untilUnixMs: 1e15, document: shown, what: 'all' },
])('takes %j in memory for no press', async (noted) => {
  const { world, intents } = openIntents();
  world.memory.set('add.1', noted);
  expect(await intents.take(1, shown)).toBeNull();
});

const KEY = 'otpauth://totp/Acme:ada?secret=JBSWY3DPEHPK3PXP';
const onLink = (origin: string | null): AddPress => ({ what: 'link', text: KEY, origin });

it('gives the code of a link to the popup of its tab once, and keeps it in no store', async () => {
  const { world, intents, press } = openIntents();
  await press(shown, onLink(shown.origin));
  expect(JSON.stringify([...world.memory])).not.toContain('JBSW');
  expect(await intents.take(1, shown)).toEqual({ what: 'link', text: KEY });
  expect(await intents.take(1, shown)).toBeNull();
});

it.each([
  ['a frame of another site', onLink('https://b.example'), shown],
  ['a document out of reach', onLink(null), shown],
  ['a page out of reach', onLink(null), null],
])('gives no code of a link in %s', async (_where, on, document) => {
  const { intents, press } = openIntents();
  await press(document, on);
  expect(await intents.take(1, document)).toEqual({ what: 'link', text: null });
});

it('gives the code of no earlier link to a later press', async () => {
  const { intents, press } = openIntents();
  await press(shown, onLink(shown.origin));
  await press(shown, { what: 'picture' });
  expect(await intents.take(1, shown)).toEqual({ what: 'picture' });
  await intents.note(2, Promise.resolve(shown), Promise.resolve({ what: 'page' }));
  await press(shown, onLink(shown.origin));
  expect(await intents.take(2, shown)).toEqual({ what: 'page' });
  expect(await intents.take(1, shown)).toEqual({ what: 'link', text: KEY });
});
