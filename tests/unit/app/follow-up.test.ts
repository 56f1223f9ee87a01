import { describe, expect, it } from 'vitest';
import { createBackupCodesService } from '../../../lib/app/backup-codes-service.ts';
import { createBackupOffers } from '../../../lib/app/backup-offers.ts';
import type { Badge } from '../../../lib/app/badge.ts';
import { reviveEntry } from '../../../lib/app/entry-life.ts';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import type { FillPurpose } from '../../../lib/app/filled-record.ts';
import { createFillsUnderWay } from '../../../lib/app/fills-under-way.ts';
import { createFollowUp } from '../../../lib/app/follow-up.ts';
import type { FrameLook, PageOutcome } from '../../../lib/app/page-ports.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { sampleEntry } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const ORIGIN = 'https://example.org';
const tabId = 3;
const CODE = '4KQ7ZP2M9XTR6WBC';

const silent: PageOutcome = {
  origin: ORIGIN,
  documentId: 'D1',
  said: null,
  backupCodes: [],
  backupQuote: '',
  asks: false,
  proofAsked: false,
};
const on = { what: 'on', quote: 'Two-factor authentication is now enabled.' } as const;
const off = { what: 'off', quote: 'Two-factor authentication is now disabled.' } as const;
const refused = { what: 'refused', quote: 'The code is not valid.' } as const;
const shown = { backupCodes: [CODE], backupQuote: 'Your backup code is' };

async function openWorld(...parts: Partial<Entry>[]) {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  const entries = parts.map((part, index) => ({ ...sampleEntry(`e${index}`), state: 'pending' as const, ...part }));
  await vault.mutate((content) => ({ ...content, entries }));
  const { session, clock, lock } = ports;
  const memory = createFillMemory(session, clock);
  const offers = createBackupOffers(session, lock);
  const tab = {
    seen: null as PageOutcome | null,
    badge: 'none' as Badge,
    followed: false,
    answers: Promise.resolve(),
    reads: 0,
    looks: [] as readonly FrameLook[],
  };
  const pages = {
    outcome: async () => {
      tab.reads += 1;
      await tab.answers;
      return tab.seen;
    },
    follow: async () => {
      tab.followed = true;
    },
    topOrigin: async () => tab.seen?.origin ?? null,
    topDocument: async () => tab.seen,
    look: async () => tab.looks,
  };
  const badge = async (_tabId: number, now: Badge) => {
    tab.badge = now;
  };
  const underWay = createFillsUnderWay();
  const followUp = createFollowUp({ vault, pages, memory, underWay, offers, session, clock, badge });
  const service = createBackupCodesService({ vault, pages, offers, followUp, clock });
  const filled = (purpose: FillPurpose, documentId = 'D1', isTop = true) =>
    memory.filled('e0', tabId, { code: '123456', origin: ORIGIN, documentId, purpose, isTop, life: null });
  const look = (seen: Partial<PageOutcome>) => {
    tab.seen = { ...silent, ...seen };
    return followUp.look(tabId);
  };
  const stored = async () => {
    const content = await vault.read();
    return content.ok ? content.value.entries : [];
  };
  return { world, vault, underWay, memory, offers, tab, followUp, service, filled, look, stored };
}

describe('an account is confirmed by the site', () => {
  it('when it says so after the code was filled, in the same document or the next', async () => {
    for (const documentId of ['D1', 'D2']) {
      const { filled, look, stored, memory } = await openWorld({});
      await filled('enrolment');
      expect(await look({ said: on, documentId })).toBe('accepted');
      expect(await stored()).toMatchObject([{ id: 'e0', state: 'confirmed' }]);
      expect(await memory.lastInTab(tabId)).toBe(null);
    }
  });

  it('when it shows the backup code', async () => {
    const { filled, look, stored } = await openWorld({});
    await filled('enrolment');
    await look(shown);
    expect(await stored()).toMatchObject([{ state: 'confirmed' }]);
  });

  it('when the document after a login asks for no code and shows no error', async () => {
    const { filled, look, stored } = await openWorld({});
    await filled('challenge');
    expect(await look({ documentId: 'D2' })).toBe('accepted');
    expect(await stored()).toMatchObject([{ state: 'confirmed' }]);
  });

  it.each<[string, FillPurpose, Partial<PageOutcome>]>([
    ['the document that was filled says nothing', 'challenge', {}],
    ['another document comes after an enrolment and says nothing', 'enrolment', { documentId: 'D2' }],
    ['the next document is of another site', 'challenge', { documentId: 'D2', origin: 'https://other.example' }],
    ['another site says so', 'enrolment', { said: on, origin: 'https://other.example' }],
    ['the next document asks again', 'challenge', { documentId: 'D2', asks: true }],
    ['the next document asks for another proof', 'challenge', { documentId: 'D2', proofAsked: true }],
    ['the next document shows an error', 'challenge', { documentId: 'D2', said: refused }],
    ['the browser names no document', 'challenge', { documentId: '' }],
  ])('and not when %s', async (_, purpose, seen) => {
    const { filled, look, stored } = await openWorld({});
    await filled(purpose);
    expect(await look(seen)).not.toBe('accepted');
    expect(await stored()).toMatchObject([{ state: 'pending' }]);
  });

  it('and not by a page that says so when nothing was filled, or ten minutes later', async () => {
    const { filled, look, stored, world } = await openWorld({});
    await look({ said: on });
    await filled('enrolment');
    world.now += 600_000;
    await look({ said: on });
    expect(await stored()).toMatchObject([{ state: 'pending' }]);
  });

  it('and what was read before another code was written says nothing of that one', async () => {
    const { world, filled, look, tab, memory } = await openWorld({});
    await filled('challenge');
    const answered = Promise.withResolvers<void>();
    tab.answers = answered.promise;
    const reading = look({ said: refused });
    // As long as the look takes until it asks the page.
    await new Promise((resolve) => setTimeout(resolve));
    world.now += 1;
    await filled('challenge', 'D2');
    answered.resolve();
    expect(await reading).toBe('unknown');
    expect(await memory.isRefused(ORIGIN)).toBe(false);
  });

  it('also when the site answers before it is noted that the code was ours', async () => {
    const { filled, look, stored, underWay } = await openWorld({});
    const written = Promise.withResolvers<void>();
    const filling = underWay.during(tabId, async () => {
      await written.promise;
      await filled('enrolment');
    });
    const verdict = look({ said: on });
    // As long as the look would take.
    await new Promise((resolve) => setTimeout(resolve));
    written.resolve();
    await filling;
    expect(await verdict).toBe('accepted');
    expect(await stored()).toMatchObject([{ state: 'confirmed' }]);
  });

  it('also when the vault locked before the site answered', async () => {
    const { filled, look, stored, vault, followUp } = await openWorld({});
    await filled('enrolment');
    await vault.lock();
    await look({ said: on });
    await vault.unlockWithComputer();
    await followUp.afterUnlock();
    expect(await stored()).toMatchObject([{ state: 'confirmed' }]);
  });

  it('and only then takes the place of the one before', async () => {
    const { filled, look, stored } = await openWorld({ replaces: 'e1' }, { state: 'confirmed' });
    await filled('enrolment');
    await look({ said: refused });
    expect((await stored()).map(({ id }) => id)).toEqual(['e0', 'e1']);
    await look({ said: on });
    expect(await stored()).toMatchObject([
      { id: 'e0', state: 'confirmed', replaces: null },
      { id: 'e1', state: 'stale' },
    ]);
  });
});

describe('a page that lies', () => {
  it('gets no second code into the document that had one, and does not put the lock off', async () => {
    const { filled, look, memory, world, vault } = await openWorld({});
    const deadline = async () => {
      const state = await vault.state();
      return state.kind === 'unlocked' ? state.deadlineUnixMs : 0;
    };
    await filled('challenge');
    await memory.refuse(ORIGIN, tabId, { answered: null, documentId: '' });
    const before = await deadline();
    world.now += 60_000;
    expect(await look({ said: on })).toBe('accepted');
    expect(await memory.filledDocument('D1')).toBe(true);
    expect(await memory.isRefused(ORIGIN)).toBe(true);
    expect(await deadline()).toBe(before);
  });

  it('confirms nothing by what the top document shows after a frame was filled', async () => {
    const { filled, look, stored } = await openWorld({});
    await filled('challenge', 'F1', false);
    expect(await look({ documentId: 'D1' })).toBe('unknown');
    expect(await stored()).toMatchObject([{ state: 'pending' }]);
  });

  it('ends no account that got another site since it was to be replaced', async () => {
    const { filled, look, stored } = await openWorld(
      { replaces: 'e1' },
      { state: 'confirmed', origins: [ORIGIN, 'https://other.example'] },
    );
    await filled('enrolment');
    await look({ said: on });
    expect(await stored()).toMatchObject([{ state: 'confirmed' }, { state: 'confirmed' }]);
  });

  it('has no other codes kept than those that were shown', async () => {
    const { filled, look, service, stored } = await openWorld({});
    await filled('enrolment');
    await look(shown);
    await look({ ...shown, backupCodes: ['EVIL-EVIL-EVIL-EVIL'] });
    const request = { kind: 'keep-backup-codes', tabId, entryId: 'e0', codes: [CODE] } as const;
    expect(await service.keep(request)).toEqual({ kind: 'failed', reason: 'nothing-found' });
    expect(await stored()).toMatchObject([{ backupCodes: [] }]);
  });
});

describe('a page', () => {
  it('is watched further where the site has an account, and left alone elsewhere', async () => {
    const { look, tab } = await openWorld({});
    await look({ origin: 'https://other.example' });
    expect(tab.followed).toBe(false);
    await look({});
    expect(tab.followed).toBe(true);
  });
});

describe('a refusal', () => {
  it('is shown at the button and ends automatic filling until the customer asks', async () => {
    const { filled, look, tab, memory } = await openWorld({});
    await filled('enrolment');
    expect(await look({ said: refused, asks: true })).toBe('refused');
    expect(tab.badge).toBe('refused');
    expect(await memory.isRefused(ORIGIN)).toBe(true);
  });

  it('is remembered with what was refused and when the site answered, which a later look does not change', async () => {
    const { filled, look, memory, world } = await openWorld({});
    await filled('challenge');
    const startedUnixMs = world.now + 4_000;
    world.now += 60_000;
    await look({ said: refused, documentId: 'D2', startedUnixMs });
    const known = { entryId: 'e0', code: '123456', answeredUnixMs: startedUnixMs };
    const shownIn = (documentId: string, tab = tabId) => memory.refusedIn(tab, { origin: ORIGIN, documentId });
    expect(await shownIn('D2')).toMatchObject(known);
    expect(await shownIn('')).toMatchObject(known);
    expect(await shownIn('D3')).toBe(null);
    expect(await shownIn('D2', tabId + 1)).toBe(null);
    await look({ said: refused, documentId: 'D3', startedUnixMs: startedUnixMs + 9_000 });
    expect(await shownIn('D3')).toMatchObject(known);
    expect(await shownIn('D2')).toBe(null);
    await memory.forgive(ORIGIN);
    expect(await shownIn('D3')).toBe(null);
  });
});

describe('what a site switched off', () => {
  it('is no longer in force where the site has one account', async () => {
    const { look, stored } = await openWorld({ state: 'confirmed' });
    await look({ said: off });
    expect(await stored()).toMatchObject([{ state: 'stale' }]);
  });

  it('is in force again when the customer says so, and waits to be accepted', async () => {
    const { look, stored, vault } = await openWorld({ state: 'confirmed' });
    await look({ said: off });
    await vault.mutate((content) => reviveEntry(content, 'e0', 9));
    expect(await stored()).toMatchObject([{ state: 'pending', updatedUnixMs: 9 }]);
  });

  it('changes nothing where it may be one of several, or another site says it', async () => {
    const several = await openWorld({ state: 'confirmed' }, { state: 'confirmed' });
    await several.look({ said: off });
    expect(await several.stored()).toMatchObject([{ state: 'confirmed' }, { state: 'confirmed' }]);
    const other = await openWorld({ state: 'confirmed' });
    await other.look({ said: off, origin: 'https://other.example' });
    expect(await other.stored()).toMatchObject([{ state: 'confirmed' }]);
  });
});

describe('a page that was just loaded', () => {
  it.each([
    ['answers what was filled in its tab', ORIGIN, true],
    ['is of another site', 'https://other.example', false],
  ])('is read where it %s: %s', async (_what, origin, isRead) => {
    const { filled, followUp, stored, tab } = await openWorld({});
    await filled('challenge');
    tab.seen = { ...silent, origin, documentId: 'D2', said: on };
    await followUp.loaded(tabId);
    expect(await stored()).toMatchObject([{ state: isRead ? 'confirmed' : 'pending' }]);
    expect(tab.reads).toBe(isRead ? 1 : 0);
  });

  it('is not read where nothing was filled', async () => {
    const { followUp, tab } = await openWorld({});
    tab.seen = { ...silent, ...shown };
    await followUp.loaded(tabId);
    expect(tab).toMatchObject({ reads: 0, badge: 'none' });
  });
});

describe('the box that a tab shows', () => {
  const frame = { documentId: 'D1', frameId: 0, origin: ORIGIN, visible: true } as const;

  it('is the first that can be seen, and none where every document answers that it has none', async () => {
    const { look, service, tab } = await openWorld({});
    await look({});
    tab.looks = [{ ...frame, box: 'none' }];
    expect(await service.lookBack(tabId)).toMatchObject({ box: 'none' });
    tab.looks = [...tab.looks, { ...frame, visible: false, box: 'enrolment' }, { ...frame, box: 'challenge' }];
    expect(await service.lookBack(tabId)).toMatchObject({ box: 'challenge' });
  });

  it('is unknown where a site does not answer, and none in the browser’s own pages', async () => {
    const { look, service, tab } = await openWorld({});
    await look({});
    expect(await service.lookBack(tabId)).toMatchObject({ box: null });
    tab.seen = null;
    expect(await service.lookBack(tabId)).toMatchObject({ box: 'none' });
  });
});

describe('backup codes', () => {
  it('are offered with the page’s own sentence, and kept only when the customer says so', async () => {
    const { filled, look, stored, service, tab } = await openWorld({});
    await filled('enrolment');
    await look(shown);
    expect(tab.badge).toBe('backup');
    expect(await stored()).toMatchObject([{ backupCodes: [] }]);
    expect(await service.lookBack(tabId)).toMatchObject({
      offer: { quote: 'Your backup code is', codes: [CODE], entryId: 'e0', accounts: [{ id: 'e0', hasCodes: false }] },
    });
    expect(await service.keep({ kind: 'keep-backup-codes', tabId, entryId: 'e0', codes: [CODE] })).toEqual({
      kind: 'done',
    });
    expect(await stored()).toMatchObject([{ backupCodes: [{ code: CODE, used: false }] }]);
    expect(await service.lookBack(tabId)).toMatchObject({ kind: 'offer', offer: null });
  });

  it('wait while the vault is locked and after the page stopped showing them, and tell nothing meanwhile', async () => {
    const { filled, look, service, vault } = await openWorld({});
    await filled('enrolment');
    await look(shown);
    await vault.lock();
    await look({});
    const locked = await service.lookBack(tabId);
    expect(locked).toMatchObject({ offer: { codes: [], accounts: [] } });
    expect(JSON.stringify(locked)).not.toContain(CODE);
    await vault.unlockWithComputer();
    expect(await service.lookBack(tabId)).toMatchObject({ offer: { codes: [CODE] } });
  });

  it('that were discarded are not offered again', async () => {
    const { filled, look, service } = await openWorld({});
    await filled('enrolment');
    await look(shown);
    await service.discard({ kind: 'discard-backup-codes', tabId, codes: [CODE] });
    await look(shown);
    expect(await service.lookBack(tabId)).toMatchObject({ kind: 'offer', offer: null });
  });

  it('that a site issues anew take the place of the old ones, and used ones are struck out', async () => {
    const old = [{ code: 'OLD1OLD1OLD1OLD1', used: false }];
    const { memory, look, stored, service } = await openWorld({ state: 'confirmed', backupCodes: old });
    const used = {
      code: '0 of 1',
      origin: ORIGIN,
      documentId: 'D1',
      purpose: 'backup',
      isTop: true,
      life: null,
    } as const;
    await memory.filled('e0', tabId, used);
    await look({ documentId: 'D2', ...shown });
    expect(await stored()).toMatchObject([{ backupCodes: [{ code: 'OLD1OLD1OLD1OLD1', used: true }] }]);
    expect(await service.lookBack(tabId)).toMatchObject({ offer: { accounts: [{ hasCodes: true }] } });
    await service.keep({ kind: 'keep-backup-codes', tabId, entryId: 'e0', codes: [CODE] });
    expect(await stored()).toMatchObject([{ backupCodes: [{ code: CODE, used: false }] }]);
  });

  it('that nobody has seen are not discarded with those that were shown', async () => {
    const { filled, look, service } = await openWorld({});
    await filled('enrolment');
    await look({ backupCodes: ['LATERLATERLATER2'], backupQuote: 'Your backup code is' });
    const seenBefore = { kind: 'discard-backup-codes', tabId, codes: [CODE] } as const;
    expect(await service.discard(seenBefore)).toEqual({ kind: 'failed', reason: 'nothing-found' });
    expect(await service.lookBack(tabId)).toMatchObject({ offer: { codes: ['LATERLATERLATER2'] } });
  });

  it('that are the answer to nothing of ours wait beside those that are, and hide none for good', async () => {
    const { filled, look, service, memory } = await openWorld({});
    await filled('enrolment');
    await look(shown);
    await memory.passed(tabId);
    const planted = { backupCodes: ['PLANTED1PLANTED1'], backupQuote: 'Your new backup code is' };
    await look(planted);
    expect(await service.lookBack(tabId)).toMatchObject({ offer: { codes: planted.backupCodes } });
    await service.discard({ kind: 'discard-backup-codes', tabId, codes: planted.backupCodes });
    expect(await service.lookBack(tabId)).toMatchObject({ offer: { codes: [CODE] } });
  });

  it('that a site accepted while the vault was locked are struck out once it is open', async () => {
    const old = [{ code: 'OLD1OLD1OLD1OLD1', used: false }];
    const { filled, look, stored, vault, followUp, memory } = await openWorld({ state: 'confirmed', backupCodes: old });
    await filled('backup');
    const place = { origin: ORIGIN, documentId: 'D1', purpose: 'backup', isTop: true, life: null } as const;
    await memory.filled('e0', tabId, { code: '0 of 1', ...place });
    await vault.lock();
    await look({ documentId: 'D2' });
    await vault.unlockWithComputer();
    await followUp.afterUnlock();
    expect(await stored()).toMatchObject([{ backupCodes: [{ used: true }] }]);
  });

  it('of a site without an account, too many of them, or ones that are too long, are not offered', async () => {
    const { look, service } = await openWorld({});
    await look({ ...shown, origin: 'https://other.example' });
    expect(await service.lookBack(tabId)).toMatchObject({ kind: 'offer', offer: null });
    await look({ backupCodes: Array.from({ length: 17 }, (_, index) => `ABCD-EF${index + 10}`) });
    expect(await service.lookBack(tabId)).toMatchObject({ kind: 'offer', offer: null });
    await look({ backupCodes: ['A1'.repeat(40)] });
    expect(await service.lookBack(tabId)).toMatchObject({ kind: 'offer', offer: null });
  });

  it('are never kept for an account of another site', async () => {
    const { look, service, stored } = await openWorld({}, { origins: ['https://other.example'] });
    await look(shown);
    const request = { kind: 'keep-backup-codes', tabId, entryId: 'e1', codes: [CODE] } as const;
    expect(await service.keep(request)).toEqual({ kind: 'failed', reason: 'no-entry' });
    expect(await stored()).toMatchObject([{ backupCodes: [] }, { backupCodes: [] }]);
  });
});
