import { describe, expect, it, vi } from 'vitest';
import { createAutomaticFill } from '../../../lib/app/automatic-fill.ts';
import { createBackupOffers } from '../../../lib/app/backup-offers.ts';
import type { Badge } from '../../../lib/app/badge.ts';
import { createCodeClock } from '../../../lib/app/code-clock.ts';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import { createFiller } from '../../../lib/app/filler.ts';
import { createFillsUnderWay } from '../../../lib/app/fills-under-way.ts';
import { createFollowUp } from '../../../lib/app/follow-up.ts';
import type { PageNames, ShownNames } from '../../../lib/app/page-names.ts';
import type { FrameLook, PageNote, PageOutcome, Pages, WriteOrder, WriteOutcome } from '../../../lib/app/page-ports.ts';
import { createSubmittingSites, type SiteButton } from '../../../lib/app/submitting-sites.ts';
import { createTypedNames } from '../../../lib/app/typed-names.ts';
import { codeAt } from '../../../lib/otp/code.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { makeSites } from './fake-sites.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';
import { entryAt } from './sample-entry.ts';

const ORIGIN = 'https://portal.example';
const tabId = 1;
const entry = (account: string, part: Partial<Entry> = {}): Entry => entryAt(ORIGIN, account, part);

const withKey = (id: string, byte: number): Entry =>
  entry(id, {
    parameters: {
      type: 'totp',
      secret: new Uint8Array(20).fill(byte),
      algorithm: 'SHA1',
      digits: 6,
      periodSeconds: 30,
    },
  });

async function openWorld(entries: readonly Entry[] = [entry('a')], allowed = true) {
  const { world, ports, vault } = makeWorld();
  world.now = 1_700_000_010_000;
  await vault.create(onThisComputer);
  await vault.mutate((content) => ({ ...content, entries }));
  const tab = {
    documentId: 'D1',
    written: [] as WriteOrder[],
    notes: [] as [number, PageNote][],
    badge: 'none' as Badge,
    outcome: null as PageOutcome | null,
    names: [] as ShownNames,
    box: 'challenge' as FrameLook['box'],
    becomes: 'filled' as WriteOutcome,
    answers: Promise.resolve(),
    whileWaiting: async () => {},
    button: [] as string[],
    reads: 0,
    reading: Promise.resolve(),
  };
  const pages: Pages = {
    topOrigin: async () => ORIGIN,
    topDocument: async () => ({ origin: ORIGIN, documentId: 'D' }),
    look: async (of) => {
      await tab.answers;
      return [
        {
          documentId: of === tabId ? tab.documentId : `in tab ${of}`,
          frameId: 0,
          origin: ORIGIN,
          visible: true,
          box: tab.box,
        },
      ];
    },
    write: async (_tabId, _documentId, order) => {
      tab.written.push(order);
      return tab.becomes;
    },
    note: async (of, note) => void tab.notes.push([of, note]),
    outcome: async () => {
      tab.reads += 1;
      await tab.reading;
      return tab.outcome;
    },
    follow: async () => {},
    writeBackup: async () => 'no-box',
  };
  const { session, clock } = ports;
  const codes = createCodeClock({ ...ports, vault, steadyMs: () => world.now });
  const memory = createFillMemory(session, clock);
  const waitUntil = async (unixMs: number) => {
    await tab.whileWaiting();
    world.now = unixMs;
  };
  const { sites, browser } = makeSites(ports);
  const typedNames = createTypedNames({ vault, pages, session, lock: ports.lock, clock, listen: async () => {} });
  const underWay = createFillsUnderWay();
  const ofFiller = { vault, pages, sites, policies: ports.policies, clock, codes, typedNames, underWay, waitUntil };
  const filler = createFiller({ ...ofFiller, memory });
  /** The filler of a background that was ended and woken. */
  const woken = () => createFiller({ ...ofFiller, memory: createFillMemory(session, clock) });
  const shown: PageNames = async (_tabId, _origin, documentId) => (documentId === tab.documentId ? tab.names : ['ada']);
  const names = { shown, typed: typedNames.named };
  if (allowed) {
    browser.granted.add(ORIGIN);
    await sites.want(ORIGIN, tabId);
  }
  const badge = async (_tabId: number, shown: Badge) => {
    tab.badge = shown;
  };
  const offers = createBackupOffers(session, ports.lock);
  const followUp = createFollowUp({ vault, pages, memory, underWay, offers, session, clock, badge });
  const closer: string[] = [];
  const lookCloser = async (...document: [number, number, string]) => closer.push(document.join(' ')) < 2;
  const submitting = createSubmittingSites(vault);
  const button: SiteButton = {
    watch: async (_tabId, documentId) => void tab.button.push(`watch ${documentId}`),
    press: async (_tabId, documentId, { origin, code }) =>
      void tab.button.push(`press ${documentId} ${origin} ${code}`),
  };
  const watch = createAutomaticFill({
    vault,
    sites,
    memory,
    filler,
    followUp,
    names,
    badge,
    submitting,
    button,
    lookCloser,
    makeReady: async () => {},
  });
  const see = (origin = ORIGIN) =>
    watch({ kind: 'challenge-seen' }, { origin, tabId, frameId: 0, documentId: tab.documentId });
  const type = (name: string) => typedNames.hear(name, { tabId, frameId: 0, origin: ORIGIN });
  return { world, vault, tab, submitting, watch, closer, see, filler, woken, sites, memory, type };
}

describe('a challenge on an allowed site', () => {
  it('is filled by itself', async () => {
    const { tab, see } = await openWorld();
    expect(await see()).toBe(true);
    expect(tab.written).toMatchObject([{ origin: ORIGIN, mode: 'automatic' }]);
  });

  it('gets nothing where the site was not allowed, and the document is not watched', async () => {
    const { tab, see, watch } = await openWorld([entry('a')], false);
    expect(await see()).toBe(false);
    expect(await watch({ kind: 'watch-here' }, { origin: ORIGIN, tabId, frameId: 0, documentId: 'D1' })).toBe(false);
    expect(tab.written).toEqual([]);
  });

  it('is looked for in the document that has something to look at, of an allowed site alone', async () => {
    const { closer, watch } = await openWorld();
    const speaker = { origin: ORIGIN, tabId, frameId: 3, documentId: 'D7' };
    expect(await watch({ kind: 'worth-a-look' }, speaker)).toBe(true);
    // It did not come this time.
    expect(await watch({ kind: 'worth-a-look' }, { ...speaker, documentId: 'D8' })).toBe(false);
    expect(await watch({ kind: 'worth-a-look' }, { ...speaker, origin: `${ORIGIN}:8443` })).toBe(false);
    expect(closer).toEqual([`${tabId} 3 D7`, `${tabId} 3 D8`]);
  });

  it('gets nothing at another port of the allowed host', async () => {
    const { tab, see } = await openWorld();
    expect(await see(`${ORIGIN}:8443`)).toBe(false);
    expect(tab.written).toEqual([]);
  });

  it('gets nothing for an entry without a site, of another site, or no longer in force', async () => {
    const others = [
      entry('a', { origins: [] }),
      entry('b', { origins: ['https://other.example'] }),
      entry('c', { state: 'stale' }),
    ];
    const { tab, see } = await openWorld(others);
    await see();
    expect(tab.written).toEqual([]);
  });

  it('gets the code of the old secret while the site has not confirmed the new one that replaces it', async () => {
    const old = withKey('old', 7);
    const renewed = entry('new', { state: 'pending', replaces: old.id });
    const { tab, see, world } = await openWorld([old, renewed]);
    await see();
    const { code } = codeAt(old.parameters, world.now);
    expect(tab).toMatchObject({ badge: 'none', written: [{ origin: ORIGIN, code }] });
  });

  it('asks the customer where two accounts belong to the site', async () => {
    const { tab, see } = await openWorld([entry('a'), entry('b')]);
    await see();
    expect(tab).toMatchObject({ badge: 'several', written: [] });
  });

  it('is filled with the account that the very document which asks names of two', async () => {
    const { tab, see, memory, vault } = await openWorld([entry('ada'), entry('bob')]);
    tab.names = ['bob'];
    await see();
    const content = await vault.read();
    const bob = content.ok ? content.value.entries.find(({ account }) => account === 'bob') : undefined;
    expect(await memory.lastInTab(tabId)).toMatchObject({ entryId: bob?.id });
    expect(tab).toMatchObject({ badge: 'none', written: [{ origin: ORIGIN }] });
  });

  it('is filled with the account that was typed at the login, where the page names none, and only once', async () => {
    const { tab, see, type, watch, world } = await openWorld([entry('ada'), withKey('bob', 7)]);
    await type(' BOB ');
    await see();
    const { code } = codeAt(withKey('bob', 7).parameters, world.now);
    expect(tab).toMatchObject({ badge: 'none', written: [{ origin: ORIGIN, code }] });
    tab.documentId = 'D2';
    await watch({ kind: 'no-challenge' }, { origin: ORIGIN, tabId, frameId: 0, documentId: 'D2' });
    tab.documentId = 'D3';
    await see();
    expect(tab).toMatchObject({ badge: 'several' });
    expect(tab.written).toHaveLength(1);
  });

  it.each(['too-many', 'unread'] as const)(
    'is left to the customer where a name that was not read may speak against the typed one: %s',
    async (names) => {
      const { tab, see, type } = await openWorld([entry('ada'), entry('bob')]);
      await type('bob');
      tab.names = names;
      await see();
      expect(tab).toMatchObject({ badge: 'several', written: [] });
    },
  );

  it('is filled with the account that the page names when another one was typed', async () => {
    const { tab, see, type, world } = await openWorld([entry('ada'), withKey('bob', 7)]);
    tab.names = ['bob'];
    await type('ada');
    await see();
    expect(tab.written).toMatchObject([{ code: codeAt(withKey('bob', 7).parameters, world.now).code }]);
  });

  it('says nothing more of several accounts in a document that got its code', async () => {
    const { tab, see, type } = await openWorld([entry('ada'), entry('bob')]);
    await type('bob');
    await see();
    await see();
    expect(tab).toMatchObject({ badge: 'none' });
    expect(tab.written).toHaveLength(1);
  });

  it('gets the code of one account only, of those that the page names while the next code is waited for', async () => {
    const { tab, see, world } = await openWorld([entry('ada'), entry('bob')]);
    world.now += 28_000;
    const turns = [['ada'], ['bob']];
    Object.defineProperty(tab, 'names', { get: () => turns.shift() ?? [] });
    tab.whileWaiting = async () => {
      tab.whileWaiting = async () => {};
      await see();
    };
    await see();
    expect(tab.written).toHaveLength(1);
  });

  it('gets nothing when another document stands there after the wait, or a box for a new key', async () => {
    const { tab, see, world } = await openWorld();
    world.now += 28_000;
    tab.whileWaiting = async () => {
      tab.documentId = 'D2';
    };
    await see();
    world.now += 28_000;
    tab.whileWaiting = async () => {
      tab.box = 'enrolment';
    };
    await see();
    expect(tab.written).toEqual([]);
  });

  it('says on the toolbar that the vault is locked', async () => {
    const { tab, see, vault } = await openWorld();
    await vault.lock();
    await see();
    expect(tab).toMatchObject({ badge: 'locked', written: [] });
  });

  it('does not put the lock of the vault off', async () => {
    const { see, tab, vault, world } = await openWorld();
    const minutes = await vault.autoLockMinutes();
    world.now += minutes * 60_000 - 10_000;
    await see();
    expect(tab.written).toHaveLength(1);
    world.now += 30_000;
    expect((await vault.state()).kind).toBe('locked');
  });

  it('is not filled twice with the same code in the same document', async () => {
    const { tab, see } = await openWorld();
    await see();
    await see();
    expect(tab.written).toHaveLength(1);
  });

  it('gets nothing more after the site showed it again in a new document, until the customer asks', async () => {
    const { tab, see, filler } = await openWorld();
    await see();
    tab.documentId = 'D2';
    await see();
    expect(tab).toMatchObject({ badge: 'refused' });
    expect(tab.written).toHaveLength(1);
    await filler.onRequest(entry('a'), tabId, false);
    expect(tab.written).toHaveLength(2);
    expect(tab.written[1]?.code).not.toBe(tab.written[0]?.code);
  });

  it('gets one code in one document, however often its page asks', async () => {
    const { tab, see, world } = await openWorld();
    await see();
    world.now += 60_000;
    await see();
    expect(tab.written).toHaveLength(1);
  });

  it.each(['reverted', 'not-writable', 'occupied', 'no-box', 'page-gone'] as const)(
    'gets no second code in one document that says it did not keep the first: %s',
    async (outcome) => {
      const { tab, see, world } = await openWorld();
      tab.becomes = outcome;
      for (let times = 0; times < 3; times += 1) {
        await see();
        world.now += 60_000;
      }
      expect(tab.written).toHaveLength(1);
    },
  );

  it('gets no third code in two minutes where it keeps loading anew and keeps none, until somebody presses', async () => {
    const { tab, see, filler, world } = await openWorld();
    tab.becomes = 'reverted';
    for (const documentId of ['D1', 'D2', 'D3', 'D4']) {
      tab.documentId = documentId;
      await see();
      world.now += 30_000;
    }
    expect(tab.written).toHaveLength(2);
    expect(tab.badge).toBe('unfilled');
    tab.becomes = 'filled';
    await filler.onRequest(entry('a'), tabId, false);
    tab.documentId = 'D5';
    world.now += 120_000;
    await see();
    expect(tab.written).toHaveLength(4);
  });

  it.each(['no-box', 'reverted', 'page-gone', 'occupied'] as const)(
    'is no refusal where the next document asks again and the one before kept nothing: %s',
    async (outcome) => {
      const { tab, see, memory, world } = await openWorld();
      tab.becomes = outcome;
      await see();
      tab.documentId = 'D2';
      tab.becomes = 'filled';
      world.now += 30_000;
      await see();
      expect(tab.written).toHaveLength(2);
      expect(await memory.isRefused(ORIGIN)).toBe(false);
      expect(tab.badge).toBe('none');
    },
  );

  it('is filled once its box stays, however often one went before it was looked at', async () => {
    const { tab, see } = await openWorld();
    tab.box = 'none';
    for (let times = 0; times < 3; times += 1) await see();
    tab.box = 'challenge';
    await see();
    expect(tab.written).toHaveLength(1);
    expect(tab.badge).toBe('none');
  });

  it('gets one code by two presses at once, and a counter moves once', async () => {
    const hotp = { type: 'hotp', secret: new Uint8Array(20), algorithm: 'SHA1', digits: 6, counter: 5 } as const;
    const { tab, filler, vault } = await openWorld([entry('a', { parameters: hotp })]);
    const counted = entry('a', { parameters: hotp });
    const both = await Promise.all([filler.onRequest(counted, tabId, false), filler.onRequest(counted, tabId, false)]);
    expect(both.map(({ kind }) => kind)).toEqual(['written', 'withheld']);
    expect(tab.written).toHaveLength(1);
    const content = await vault.read();
    expect(content.ok && content.value.entries[0]?.parameters).toMatchObject({ counter: 6 });
  });

  it('gets one code where two boxes appear at once', async () => {
    const { tab, see } = await openWorld();
    const answered = Promise.withResolvers<void>();
    tab.answers = answered.promise;
    const both = [see(), see()];
    // Until both wait for the page.
    await new Promise((resolve) => setTimeout(resolve));
    answered.resolve();
    await Promise.all(both);
    expect(tab.written).toHaveLength(1);
  });

  it('gets nothing when the site was switched off while the next code was waited for', async () => {
    const { tab, see, sites, world } = await openWorld();
    world.now += 28_000;
    const stop = sites.stop(ORIGIN);
    await Promise.all([see(), stop]);
    expect(tab.written).toEqual([]);
  });

  it('is filled at the next login, with a later code, when the customer got past it', async () => {
    const { tab, see, watch } = await openWorld();
    await see();
    tab.documentId = 'D2';
    await watch({ kind: 'no-challenge' }, { origin: ORIGIN, tabId, frameId: 0, documentId: 'D2' });
    tab.documentId = 'D3';
    await see();
    expect(tab.written).toHaveLength(2);
    expect(tab.written[1]?.code).not.toBe(tab.written[0]?.code);
  });

  it('is confirmed by the page after it though a look at the page before is still under way', async () => {
    const { tab, see, watch, vault } = await openWorld([entry('a', { state: 'pending' })]);
    await see();
    const { promise, resolve } = Promise.withResolvers<void>();
    tab.reading = promise;
    const before = watch({ kind: 'page-changed' }, { origin: ORIGIN, tabId, frameId: 0, documentId: 'D1' });
    await vi.waitFor(() => expect(tab.reads).toBe(1));
    const after = watch({ kind: 'no-challenge' }, { origin: ORIGIN, tabId, frameId: 0, documentId: 'D2' });
    const nothing = { said: null, asks: false, proofAsked: false };
    const backup = { backupCodes: ['ABCD-EFGH-1234-5678'], backupQuote: 'Your backup code' };
    tab.outcome = { ...nothing, ...backup, origin: ORIGIN, documentId: 'D2' };
    resolve();
    await Promise.all([before, after]);
    expect(tab).toMatchObject({ reads: 2, badge: 'backup' });
    expect(await vault.read()).toMatchObject({ value: { entries: [{ state: 'confirmed' }] } });
  });

  it('has the page after it read, and no page where nothing was filled', async () => {
    const { tab, see, watch } = await openWorld();
    const said = { kind: 'no-challenge' } as const;
    await watch(said, { origin: ORIGIN, tabId, frameId: 0, documentId: 'D0' });
    expect(tab.reads).toBe(0);
    await see();
    await watch(said, { origin: ORIGIN, tabId, frameId: 0, documentId: 'D2' });
    expect(tab.reads).toBe(1);
    await watch(said, { origin: ORIGIN, tabId, frameId: 0, documentId: 'D3' });
    expect(tab.reads).toBe(1);
    await watch({ kind: 'page-changed' }, { origin: ORIGIN, tabId, frameId: 0, documentId: 'D3' });
    expect(tab.reads).toBe(2);
  });

  it('is not passed by a document of another site, nor by the one that was filled', async () => {
    const { see, watch, memory } = await openWorld();
    await see();
    for (const [origin, documentId] of [
      [ORIGIN, 'D1'],
      ['https://other.example', 'D2'],
    ] as const) {
      await watch({ kind: 'no-challenge' }, { origin, tabId, frameId: 0, documentId });
      expect(await memory.lastInTab(tabId)).not.toBeNull();
    }
  });

  it('leaves counter-based codes to a press', async () => {
    const hotp: Entry['parameters'] = {
      type: 'hotp',
      secret: new Uint8Array(20),
      algorithm: 'SHA1',
      digits: 6,
      counter: 7,
    };
    const { tab, see } = await openWorld([entry('a', { parameters: hotp })]);
    await see();
    expect(tab.written).toEqual([]);
  });
});

describe('the button of the site', () => {
  it('is pressed where the customer chose it, after the code that was filled by itself, once for a document', async () => {
    const { tab, see, submitting } = await openWorld();
    await submitting.set(ORIGIN, true);
    await see();
    const code = tab.written[0]?.code;
    expect(tab.button).toEqual(['watch D1', `press D1 ${ORIGIN} ${code}`]);
    await see();
    expect(tab.button.filter((act) => act.startsWith('press'))).toHaveLength(1);
  });

  it('is left alone where nobody chose it, and where it was chosen for another site', async () => {
    const { tab, see, submitting } = await openWorld();
    await submitting.set(`${ORIGIN}:8443`, true);
    await see();
    expect(tab).toMatchObject({ button: [], written: [{ origin: ORIGIN }] });
  });

  it('is left alone again once the customer takes it back', async () => {
    const { tab, see, submitting } = await openWorld();
    await submitting.set(ORIGIN, true);
    await submitting.set(ORIGIN, false);
    await see();
    expect(tab.button).toEqual([]);
  });

  it('is not pressed where the page did not keep the code', async () => {
    const { tab, see, submitting } = await openWorld();
    await submitting.set(ORIGIN, true);
    tab.becomes = 'reverted';
    await see();
    expect(tab.button).toEqual(['watch D1']);
  });

  it('is not pressed again after a refusal, nor at the challenges that follow', async () => {
    const { tab, see, submitting, world } = await openWorld();
    await submitting.set(ORIGIN, true);
    await see();
    for (const documentId of ['D2', 'D3']) {
      tab.documentId = documentId;
      world.now += 31_000;
      await see();
    }
    expect(tab.button.filter((act) => act.startsWith('press'))).toHaveLength(1);
    expect(tab.badge).toBe('refused');
  });

  it('is not pressed after a press of the customer, who presses it', async () => {
    const { tab, filler, submitting } = await openWorld();
    await submitting.set(ORIGIN, true);
    await filler.onRequest(entry('a'), tabId, false);
    expect(tab.written).toHaveLength(1);
    expect(tab.button).toEqual([]);
  });
});

describe('the code of one step', () => {
  const other = { origin: ORIGIN, tabId: 2, frameId: 0, documentId: 'in tab 2' };

  it.each([
    ['by itself in both', []],
    ['by a press in one of them', [2]],
    ['by a press in each', [1, 2]],
  ])(
    'goes into one of two tabs that are filled at once, %s, and the next one into the other',
    async (_how, pressed) => {
      const { tab, see, watch, filler } = await openWorld();
      const answered = Promise.withResolvers<void>();
      tab.answers = answered.promise;
      const press = (tabId: number) => filler.onRequest(entry('a'), tabId, false);
      const both = [
        pressed.includes(1) ? press(1) : see(),
        pressed.includes(2) ? press(2) : watch({ kind: 'challenge-seen' }, other),
      ];
      // Long enough for both to wait for their page, if they may at the same time.
      for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setTimeout(resolve));
      answered.resolve();
      await Promise.all(both);
      expect(tab.written).toHaveLength(2);
      expect(tab.written[0]?.code).not.toBe(tab.written[1]?.code);
    },
  );

  it('is promised to one tab alone of those that are pressed in meanwhile', async () => {
    const { tab, filler } = await openWorld();
    await filler.onRequest(entry('a'), tabId, false);
    tab.whileWaiting = async () => {
      tab.whileWaiting = async () => {};
      const third = await filler.onRequest(entry('a'), 3, false);
      expect(third).toEqual({ kind: 'withheld', reason: 'code-already-filled' });
    };
    await filler.onRequest(entry('a'), 2, false);
    expect(tab.notes).toMatchObject([[2, { waiting: 'used' }]]);
    expect(tab.written).toHaveLength(2);
  });

  it('of a counter goes into one of two tabs that are pressed in at once', async () => {
    const hotp = { type: 'hotp', secret: new Uint8Array(20), algorithm: 'SHA1', digits: 6, counter: 5 } as const;
    const counted = entry('a', { parameters: hotp });
    const { tab, filler } = await openWorld([counted]);
    await Promise.all([filler.onRequest(counted, tabId, false), filler.onRequest(counted, 2, false)]);
    expect(tab.written).toHaveLength(1);
  });

  it('goes into no second tab after the background was ended and woken', async () => {
    const { tab, see, woken } = await openWorld();
    await see();
    await woken().onRequest(entry('a'), 2, false);
    await woken().automatically(entry('a'), 3, ORIGIN, 'in tab 3');
    expect(new Set(tab.written.map(({ code }) => code)).size).toBe(3);
  });

  it('goes into no second document by a press after a press, either', async () => {
    const { tab, filler } = await openWorld();
    await filler.onRequest(entry('a'), tabId, false);
    tab.documentId = 'D2';
    await filler.onRequest(entry('a'), tabId, false);
    expect(tab.written[0]?.code).not.toBe(tab.written[1]?.code);
  });
});
