import type { AddAsked } from '../../../lib/app/add-intents.ts';
import { createBackupOffers } from '../../../lib/app/backup-offers.ts';
import { createCheckedClock } from '../../../lib/app/checked-clock.ts';
import type { ClockReading } from '../../../lib/app/clock-check.ts';
import { createCodeClock } from '../../../lib/app/code-clock.ts';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import { createFiller } from '../../../lib/app/filler.ts';
import { createFillsUnderWay } from '../../../lib/app/fills-under-way.ts';
import { createFollowUp } from '../../../lib/app/follow-up.ts';
import { createFoundStore } from '../../../lib/app/found-store.ts';
import type { FrameLook, LookOrder, PageNote, PageOutcome, Pages, WriteOrder } from '../../../lib/app/page-ports.ts';
import { createPageService } from '../../../lib/app/page-service.ts';
import { createSubmittingSites } from '../../../lib/app/submitting-sites.ts';
import type { AddChoice } from '../../../lib/messages/protocol-finding.ts';
import { makeSites } from './fake-sites.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

/** What the page's site, the account's key and the tab are. */
export const ORIGIN = 'https://portal.example';
export const SECRET = 'JBSWY3DPEHPK3PXP';
export const tabId = 1;

/** The service over an open vault of fakes, on a page with one box. */
export async function openService(origin: string | null = ORIGIN, made = makeWorld()) {
  const { world, ports, vault } = made;
  await vault.create(onThisComputer);
  const page = {
    clock: null as ClockReading | null,
    origin,
    looks: [] as LookOrder[],
    written: [] as WriteOrder[],
    notes: [] as PageNote[],
    over: [] as 'over'[],
    pressed: null as AddAsked | null,
    keys: [] as string[],
    outcome: null as PageOutcome | null,
    names: [] as string[],
    documentId: 'D',
    /** What happens while the next code is waited for. */
    meanwhile: async () => {},
  };
  const frame: Omit<FrameLook, 'origin' | 'documentId'> = { frameId: 0, visible: true, box: 'challenge' };
  const pages: Pages = {
    topOrigin: async () => page.origin,
    topDocument: async () => (page.origin === null ? null : { origin: page.origin, documentId: page.documentId }),
    look: async (_tabId, order) => {
      page.looks.push(order);
      return page.origin === null ? [] : [{ ...frame, origin: page.origin, documentId: page.documentId }];
    },
    write: async (_tabId, _documentId, order) => {
      page.written.push(order);
      return 'filled';
    },
    note: async (_tabId, note) => void page.notes.push(note),
    outcome: async () => page.outcome,
    follow: async () => {},
    writeBackup: async () => 'no-box',
  };
  const { session, clock, random } = ports;
  const codes = createCodeClock({ ...ports, vault, steadyMs: () => world.now });
  const memory = createFillMemory(session, clock);
  const { sites } = makeSites(ports);
  const found = createFoundStore(session, clock);
  const underWay = createFillsUnderWay();
  const filler = createFiller({
    underWay,
    policies: ports.policies,
    vault,
    pages,
    clock,
    codes,
    sites,
    memory,
    typedNames: { used: async () => {} },
    waitUntil: async (unixMs) => {
      world.now = unixMs;
      await page.meanwhile();
    },
  });
  const offers = createBackupOffers(session, ports.lock);
  const followUp = createFollowUp({ vault, pages, memory, underWay, offers, session, clock, badge: async () => {} });
  const ask = createPageService({
    vault,
    pages,
    clock,
    codes,
    checked: createCheckedClock(session, clock),
    names: { shown: async () => page.names, typed: async () => null },
    random,
    policies: ports.policies,
    storage: ports.storage,
    session,
    filler,
    memory,
    sites,
    submitting: createSubmittingSites(vault),
    found,
    offers,
    followUp,
    underWay,
    notice: { over: async () => void page.over.push('over') },
    intents: { take: async () => page.pressed },
    area: {
      take: async () => ({ kind: 'done' }),
      give: async () => ({ kind: 'area', picture: null, fromTabId: null }),
      drop: async () => ({ kind: 'done' }),
    },
    siteClock: async (_tabId, of) => (of === page.origin ? page.clock : null),
  });
  let shown = '';
  const look = async (texts: readonly string[], screenshot = false, from = page.origin) => {
    const answer = await ask({ kind: 'found-texts', tabId, from, texts, shownKeys: page.keys, screenshot });
    if (answer.kind === 'found' && answer.id !== null) shown = answer.id;
    return answer;
  };
  const addFound = (choice: AddChoice, index = 0, replaces: string | null = null) =>
    ask({ kind: 'add-found', tabId, shown, index, choice, replaces });
  const addMoved = () => ask({ kind: 'add-moved', tabId, shown });
  const add = async (text: string) => {
    await look([text]);
    return addFound('new');
  };
  const listed = async () => {
    const answer = await ask({ kind: 'list-entries', tabId, most: 100 });
    return answer.kind === 'entries' ? answer.entries : [];
  };
  return { world, vault, page, ask, look, add, addFound, addMoved, listed, memory, found, followUp };
}
