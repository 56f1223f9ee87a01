import { expect, it } from 'vitest';
import { createAddIntents } from '../../../lib/app/add-intents.ts';
import { areaSite, createAreaService } from '../../../lib/app/area-service.ts';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import { forgetTab } from '../../../lib/app/forget-tab.ts';
import { createFoundStore } from '../../../lib/app/found-store.ts';
import { makeWorld } from './fake-world.ts';

const ORIGIN = 'https://portal.example';
const found = (id: string) => ({
  id,
  origin: ORIGIN,
  texts: ['otpauth://…'],
  shownKeys: [],
  screenshot: false,
  added: null,
});

it('of a tab that was closed nothing is kept, and of the others all', async () => {
  const { world, ports } = makeWorld();
  const memory = createFillMemory(ports.session, ports.clock);
  const store = createFoundStore(ports.session, ports.clock);
  const intents = createAddIntents(ports.session, ports.clock);
  for (const tabId of [1, 2]) {
    const what = { code: '1', origin: ORIGIN, documentId: `D${tabId}`, isTop: true, life: null } as const;
    await memory.filled(`e${tabId}`, tabId, { ...what, purpose: 'challenge' });
    await store.keep(tabId, found(`f${tabId}`));
    await intents.note(tabId, Promise.resolve(null), Promise.resolve({ what: 'page' }));
  }
  const area = createAreaService({
    pages: { topDocument: async () => ({ origin: ORIGIN, documentId: 'D' }) },
    pictureOf: async () => 'data:image/png,',
    found: store,
    ...ports,
  });
  await area.take({ kind: 'take-area', tabId: 2 });
  await area.give({ kind: 'give-area', tabId: 1 });
  expect(await areaSite(ports.session, 1)).toBe(ORIGIN);
  await forgetTab(ports.session, 1);
  expect([...world.memory.keys()].filter((name) => /\b1$/.test(name))).toEqual([]);
  expect(await memory.lastInTab(2)).toMatchObject({ documentId: 'D2' });
  expect(await store.get(2, ORIGIN)).toMatchObject({ id: 'f2' });
  expect(await intents.take(2, null)).toEqual({ what: 'page' });
});

it('finds of many tabs do not fill the memory: those of the eight latest wait', async () => {
  const { ports } = makeWorld();
  const store = createFoundStore(ports.session, ports.clock);
  for (let tabId = 1; tabId <= 10; tabId += 1) await store.keep(tabId, found(`f${tabId}`));
  const kept = await Promise.all(Array.from({ length: 10 }, (_, index) => store.get(index + 1, ORIGIN)));
  expect(kept.map((one) => one?.id ?? null)).toEqual([null, null, 'f3', 'f4', 'f5', 'f6', 'f7', 'f8', 'f9', 'f10']);
});
