import { createAutomaticSites } from '../../../lib/app/automatic-sites.ts';
import { createBackupOffers } from '../../../lib/app/backup-offers.ts';
import { createCheckedClock } from '../../../lib/app/checked-clock.ts';
import { createCodeClock } from '../../../lib/app/code-clock.ts';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import { createFiller } from '../../../lib/app/filler.ts';
import { createFillsUnderWay } from '../../../lib/app/fills-under-way.ts';
import { createFollowUp } from '../../../lib/app/follow-up.ts';
import { createFoundStore } from '../../../lib/app/found-store.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import type { Pages, WriteOrder } from '../../../lib/app/page-ports.ts';
import { createPageService } from '../../../lib/app/page-service.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { createSettingsInForce } from '../../../lib/app/settings-in-force.ts';
import { createSubmittingSites } from '../../../lib/app/submitting-sites.ts';
import type { VaultPorts } from '../../../lib/app/vault-core.ts';
import { createVaultRepository } from '../../../lib/app/vault-repository.ts';
import { createVaultWatch } from '../../../lib/app/vault-watch.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';

/** The one tab that there is: which site it shows, and what was written into it. */
export type FakeTab = { origin: string | null; documentId: string; readonly written: WriteOrder[] };

/** The number of the one tab. */
export const TAB = 1;

const nothing = async (): Promise<void> => undefined;

function pagesOf(tab: FakeTab): Pages {
  return {
    topOrigin: async () => tab.origin,
    topDocument: async () => (tab.origin === null ? null : { origin: tab.origin, documentId: tab.documentId }),
    look: async () =>
      tab.origin === null
        ? []
        : [{ frameId: 0, visible: true, box: 'challenge', origin: tab.origin, documentId: tab.documentId }],
    write: async (_tabId, _documentId, order) => {
      tab.written.push(order);
      return 'filled';
    },
    writeBackup: async () => 'no-box',
    outcome: async () => null,
    follow: nothing,
    note: nothing,
  };
}

/** A background as it runs from one waking to its end. */
export type Background = ReturnType<typeof startBackground>;

/**
 * Starts a background over ports: the real services, put together as `entrypoints/background` does, with one tab of fakes.
 * @param waitUntil resolves at a time in Unix milliseconds
 */
export function startBackground(ports: VaultPorts, tab: FakeTab, waitUntil: (unixMs: number) => Promise<void>) {
  const { storage, session, lock, clock, random, policies } = ports;
  const vault = createVaultRepository(ports);
  const pages = pagesOf(tab);
  const codes = createCodeClock({ clock, vault, session, steadyMs: clock.nowUnixMs });
  const memory = createFillMemory(session, clock);
  const permissions = {
    grantOf: (origin: string) => new URL(origin).hostname,
    contains: async () => false,
    register: nothing,
    inject: nothing,
    remove: nothing,
  };
  const sites = createAutomaticSites({ vault, storage, session, lock, clock, permissions });
  const found = createFoundStore(session, clock);
  const underWay = createFillsUnderWay();
  const typedNames = { used: nothing, forget: nothing };
  const filler = createFiller({ vault, pages, memory, sites, policies, clock, codes, typedNames, underWay, waitUntil });
  const offers = createBackupOffers(session, lock);
  const followUp = createFollowUp({ vault, pages, memory, underWay, offers, session, clock, badge: nothing });
  const area = {
    take: async () => ({ kind: 'done' }) as const,
    give: async () => ({ kind: 'area', picture: null, fromTabId: null }) as const,
    drop: async () => ({ kind: 'done' }) as const,
    forget: () => undefined,
  };
  const answer = createPageService({
    ...{ vault, pages, clock, codes, random, policies, storage, session, filler, memory, sites, found, offers },
    ...{ followUp, underWay, area },
    checked: createCheckedClock(session, clock),
    names: { shown: async () => [], typed: async () => null },
    submitting: createSubmittingSites(vault),
    notice: { over: nothing },
    intents: { take: async () => null },
    siteClock: async () => null,
  });
  const changed = { now: async () => noPolicies, changed: () => undefined };
  const settings = createSettingsInForce({
    vault,
    storage,
    lock,
    sites,
    policies: changed,
    setIdleMinutes: () => undefined,
  });
  let comparing: Promise<void> = Promise.resolve();
  const watch = createVaultWatch({
    ...{ vault, clock, session, found, typedNames, area, followUp },
    signs: { hideAll: nothing, renewAll: nothing },
    showLocked: nothing,
    compareSettings: () => {
      // As in the background nobody waits for it, nor hears that storage failed meanwhile.
      comparing = settings.compare().catch(() => undefined);
      return comparing;
    },
  });

  return {
    vault,
    /** Answers a request as the background does, which then looks how the vault stands. */
    async ask(request: PageRequest): Promise<PageAnswer> {
      const answered = await answer(request);
      if (answered.kind === 'vault-state') await watch.note(answered.state);
      else if (answered.kind !== 'entries') await watch.learn();
      return answered;
    },
    /** The browser says that nobody is there, or that the screen was locked. */
    lockByEvent: () => vault.lock().then(watch.learn),
    /** Ends when nothing that was begun without somebody waiting for it goes on. */
    async settled(): Promise<void> {
      await comparing;
      await vault.mutate((content) => content, { use: false }).catch(() => undefined);
    },
  };
}
