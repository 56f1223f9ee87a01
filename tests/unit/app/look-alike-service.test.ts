import { describe, expect, it } from 'vitest';
import { createBackupOffers } from '../../../lib/app/backup-offers.ts';
import { createCheckedClock } from '../../../lib/app/checked-clock.ts';
import { createCodeClock } from '../../../lib/app/code-clock.ts';
import { createEntriesService } from '../../../lib/app/entries-service.ts';
import { changeEntry, withOrigin } from '../../../lib/app/entry-changes.ts';
import type { FillResult } from '../../../lib/app/fill-code.ts';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import { createFoundStore } from '../../../lib/app/found-store.ts';
import { createSubmittingSites } from '../../../lib/app/submitting-sites.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { makeSites } from './fake-sites.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const HOME = 'https://portal.example';
// The first o is Cyrillic.
const ALIKE = 'https://xn--prtal-jye.example';
const ELSEWHERE = 'https://other.test';
const tabId = 1;
const plain = { despiteLookAlike: false, asSecondSite: false };

const entryOf = (id: string, origins: readonly string[]): Entry => ({
  id,
  issuer: 'Acme',
  account: id,
  parameters: {
    type: 'totp',
    secret: new Uint8Array(20).fill(id.length),
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
  },
  origins,
  state: 'confirmed',
  backupCodes: [],
  replaces: null,
  createdUnixMs: 0,
  updatedUnixMs: 0,
});

/** Lists and fills over an open vault: `home` belongs to a portal, `loose` to no site yet. */
async function openEntries(origin: string | null) {
  const { ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  await vault.mutate((content) => ({ ...content, entries: [entryOf('home', [HOME]), entryOf('loose', [])] }));
  const page = { origin, filled: [] as string[], result: null as FillResult | null };
  const fill = async ({ id }: Entry): Promise<FillResult> => {
    page.filled.push(id);
    return page.result ?? { kind: 'written', origin: page.origin ?? '', purpose: 'challenge', counterKept: true };
  };
  const service = createEntriesService({
    vault,
    clock: ports.clock,
    pages: {
      topOrigin: async () => page.origin,
      topDocument: async () => (page.origin === null ? null : { origin: page.origin, documentId: 'D' }),
      look: async () => [],
      write: async () => 'filled',
      note: async () => {},
      outcome: async () => null,
      follow: async () => {},
      writeBackup: async () => 'no-box',
    },
    filler: { onRequest: fill, nextCode: fill, afterUnlock: fill, automatically: fill },
    sites: makeSites(ports).sites,
    submitting: createSubmittingSites(vault),
    memory: createFillMemory(ports.session, ports.clock),
    codes: createCodeClock({ ...ports, vault, steadyMs: () => 0 }),
    names: { shown: async () => [], typed: async () => null },
    checked: createCheckedClock(ports.session, ports.clock),
    offers: createBackupOffers(ports.session, ports.lock),
    policies: ports.policies,
    found: createFoundStore(ports.session, ports.clock),
  });
  const originsOf = async (entryId: string) => {
    const content = await vault.read();
    return content.ok ? content.value.entries.find(({ id }) => id === entryId)?.origins : undefined;
  };
  const useHere = (entryId: string, sure: Partial<typeof plain> = {}, shown = origin ?? '') =>
    service.useHere({ kind: 'use-here', tabId, entryId, shown, ...plain, ...sure });
  return { service, page, vault, originsOf, useHere };
}

describe('the list of accounts', () => {
  const listed = async (origin: string | null) => {
    const { service } = await openEntries(origin);
    const answer = await service.list({ kind: 'list-entries', tabId, most: 10 });
    return answer.kind === 'entries' ? answer.lookAlike : 'no list';
  };

  it('comes with both names at a site that is easily taken for that of an account', async () => {
    expect(await listed(ALIKE)).toEqual({
      kind: 'confusable',
      known: { name: HOME, ascii: null },
      here: { name: 'https://pоrtal.example', ascii: ALIKE },
    });
  });

  it.each([HOME, ELSEWHERE, null])('comes without a warning at %s', async (origin) => {
    expect(await listed(origin)).toBeNull();
  });

  it('comes without a warning where an account belongs to both sites', async () => {
    const { service, vault } = await openEntries(ALIKE);
    await vault.mutate((content) => changeEntry(content, 'home', (entry) => withOrigin(entry, ALIKE)));
    expect(await service.list({ kind: 'list-entries', tabId, most: 10 })).toMatchObject({ lookAlike: null });
  });

  it('names an account by its own site, whatever it calls itself', async () => {
    const { service } = await openEntries(ELSEWHERE);
    expect(await service.list({ kind: 'list-entries', tabId, most: 10 })).toMatchObject({
      entries: [
        { id: 'home', sites: [{ name: HOME, ascii: null }] },
        { id: 'loose', sites: [] },
      ],
    });
  });
});

describe('an account used at a look-alike', () => {
  it('is refused at the first press, and nothing is filled or kept', async () => {
    const { useHere, page, originsOf } = await openEntries(ALIKE);
    expect(await useHere('loose')).toEqual({ kind: 'failed', reason: 'look-alike' });
    expect(await useHere('loose', { asSecondSite: true })).toEqual({ kind: 'failed', reason: 'look-alike' });
    expect(page.filled).toEqual([]);
    expect(await originsOf('loose')).toEqual([]);
  });

  it('is filled after the second press, and belongs there from then on', async () => {
    const { useHere, page, originsOf, service } = await openEntries(ALIKE);
    expect(await useHere('loose', { despiteLookAlike: true })).toMatchObject({ result: { kind: 'written' } });
    expect(page.filled).toEqual(['loose']);
    expect(await originsOf('loose')).toEqual([ALIKE]);
    expect(await service.list({ kind: 'list-entries', tabId, most: 10 })).toMatchObject({ lookAlike: null });
  });

  it('is used without a question at a site that resembles none', async () => {
    const { useHere, originsOf } = await openEntries(ELSEWHERE);
    expect(await useHere('loose')).toMatchObject({ result: { kind: 'written' } });
    expect(await originsOf('loose')).toEqual([ELSEWHERE]);
  });
});

describe('a warning', () => {
  const sure = { despiteLookAlike: true, asSecondSite: true };

  it.each([
    ['home', HOME],
    ['loose', ELSEWHERE],
  ])('of the site that was shown binds %s to no other that the tab shows by now', async (entryId, shown) => {
    const { useHere, page, originsOf } = await openEntries(ALIKE);
    const before = await originsOf(entryId);
    expect(await useHere(entryId, sure, shown)).toEqual({ kind: 'failed', reason: 'moved-on' });
    expect(page.filled).toEqual([]);
    expect(await originsOf(entryId)).toEqual(before);
  });

  it('is worth nothing once its tab is gone', async () => {
    const { useHere, page, originsOf } = await openEntries(ALIKE);
    page.origin = null;
    expect(await useHere('loose', sure)).toEqual({ kind: 'failed', reason: 'moved-on' });
    expect(await originsOf('loose')).toEqual([]);
  });
});

describe('an account that has a site', () => {
  it('gets no second one at the first press', async () => {
    const { useHere, page, originsOf } = await openEntries(ELSEWHERE);
    expect(await useHere('home')).toEqual({ kind: 'failed', reason: 'other-site' });
    expect(await useHere('home', { despiteLookAlike: true })).toEqual({ kind: 'failed', reason: 'other-site' });
    expect(page.filled).toEqual([]);
    expect(await originsOf('home')).toEqual([HOME]);
  });

  it('gets a second one after the second press, and keeps the first', async () => {
    const { useHere, originsOf } = await openEntries(ELSEWHERE);
    await useHere('home', { asSecondSite: true });
    expect(await originsOf('home')).toEqual([HOME, ELSEWHERE]);
  });

  it('gets a look-alike of its own site only by a press that says both', async () => {
    const { useHere, originsOf } = await openEntries(ALIKE);
    expect(await useHere('home', { asSecondSite: true })).toEqual({ kind: 'failed', reason: 'look-alike' });
    expect(await useHere('home', { despiteLookAlike: true })).toEqual({ kind: 'failed', reason: 'other-site' });
    await useHere('home', { despiteLookAlike: true, asSecondSite: true });
    expect(await originsOf('home')).toEqual([HOME, ALIKE]);
  });

  it('keeps its first site alone when nothing was filled at the second', async () => {
    const { useHere, originsOf, page } = await openEntries(ELSEWHERE);
    page.result = { kind: 'not-written', outcome: 'no-box' };
    await useHere('home', { asSecondSite: true });
    expect(await originsOf('home')).toEqual([HOME]);
  });

  it('keeps a site that it had before when nothing was filled there', async () => {
    const { useHere, originsOf, page } = await openEntries(HOME);
    page.result = { kind: 'not-written', outcome: 'no-box' };
    await useHere('home');
    expect(await originsOf('home')).toEqual([HOME]);
  });
});
