import { expect, it } from 'vitest';
import { createBackupOffers } from '../../../lib/app/backup-offers.ts';
import type { Badge } from '../../../lib/app/badge.ts';
import { fillByPress } from '../../../lib/app/fill-by-press.ts';
import type { FillResult } from '../../../lib/app/fill-code.ts';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import type { FilledCode } from '../../../lib/app/filled-record.ts';
import { createFillsUnderWay } from '../../../lib/app/fills-under-way.ts';
import { createFollowUp } from '../../../lib/app/follow-up.ts';
import type { PageOutcome } from '../../../lib/app/page-ports.ts';
import { sampleEntry } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const ORIGIN = 'https://example.org';
const tabId = 3;
const noBox: FillResult = { kind: 'not-written', outcome: 'no-box' };
const written: FillResult = { kind: 'written', origin: ORIGIN, purpose: 'challenge', counterKept: true };

const greeting: PageOutcome = {
  origin: ORIGIN,
  documentId: 'D2',
  said: null,
  backupCodes: [],
  backupQuote: '',
  asks: false,
  proofAsked: false,
};

/** A tab where a code was filled into one document, and the site has answered with another that nobody has looked at. */
async function openWorld(seen: Partial<PageOutcome> = {}) {
  const { ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  const entry = { ...sampleEntry('e0'), state: 'pending' as const, origins: [ORIGIN] };
  await vault.mutate((content) => ({ ...content, entries: [entry] }));
  const { session, clock, lock } = ports;
  const memory = createFillMemory(session, clock);
  const offers = createBackupOffers(session, lock);
  const outcome = { ...greeting, ...seen };
  const badges: Badge[] = [];
  const looks: string[] = [];
  const pages = {
    outcome: async () => {
      looks.push(outcome.documentId);
      return outcome;
    },
    follow: async () => {},
    topOrigin: async () => outcome.origin,
    topDocument: async () => outcome,
    look: async () => [],
    write: async () => 'no-box' as const,
    writeBackup: async () => 'no-box' as const,
    note: async () => {},
  };
  const badge = async (_tabId: number, now: Badge) => void badges.push(now);
  const followUp = createFollowUp({
    vault,
    pages,
    memory,
    underWay: createFillsUnderWay(),
    offers,
    session,
    clock,
    badge,
  });
  const code: FilledCode = {
    code: '123456',
    origin: ORIGIN,
    documentId: 'D1',
    purpose: 'challenge',
    isTop: true,
    life: null,
  };
  await memory.filled('e0', tabId, code);
  const names = { shown: async () => [], typed: async () => null };
  const press = (fill: () => Promise<FillResult>) =>
    fillByPress(tabId, { vault, pages, names, memory, followUp, offers, fill });
  const state = async () => {
    const content = await vault.read();
    return content.ok ? content.value.entries[0]?.state : null;
  };
  return { vault, memory, code, press, state, badges, looks };
}

it('hears that the site let the customer in before it fills the code of the next login', async () => {
  const { memory, code, press, state } = await openWorld();
  const sign = await press(async () => {
    expect(await state()).toBe('confirmed');
    await memory.filled('e0', tabId, { ...code, code: '654321', documentId: 'D2' });
    return written;
  });
  expect(sign).toBe('none');
  expect(await memory.lastInTab(tabId)).toMatchObject({ code: '654321' });
});

it('hears a refusal before it fills the next code', async () => {
  const { press, badges } = await openWorld({ said: { what: 'refused', quote: 'The code is not valid.' }, asks: true });
  expect(
    await press(async () => {
      expect(badges).toEqual(['refused']);
      return written;
    }),
  ).toBe('none');
});

it('looks at no page where nothing was filled', async () => {
  const { memory, press, looks } = await openWorld();
  await memory.passed(tabId);
  expect(await press(async () => noBox)).toBe('unfilled');
  expect(looks).toEqual([]);
});

it('says of a page with a backup code that it waits, not that the code found no box', async () => {
  const { press } = await openWorld({ backupCodes: ['4KQ7ZP2M9XTR6WBC'], backupQuote: 'Your backup code is' });
  expect(await press(async () => noBox)).toBe('backup');
});

it('says that the vault is locked, and fills nothing', async () => {
  const { vault, press } = await openWorld();
  await vault.lock();
  expect(await press(() => Promise.reject(new Error('filled')))).toBe('locked');
});
