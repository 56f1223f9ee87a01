import { codeAt } from '../otp/code.ts';
import type { Entry } from '../vault/entry.ts';
import type { FillTrigger } from './authorise-fill.ts';
import type { AutomaticSites } from './automatic-sites.ts';
import { changeEntry, withNextCounter } from './entry-changes.ts';
import { type FillOrder, type FillResult, fillCode } from './fill-code.ts';
import type { FillMemory } from './fill-memory.ts';
import type { Pages } from './page-ports.ts';
import type { Clock } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** Longer than this nobody waits for the next code: they press again. */
const LONGEST_WAIT_MS = 65_000;

/** What filling needs from its surroundings. */
export type FillerPorts = {
  readonly vault: VaultRepository;
  readonly pages: Pages;
  readonly memory: FillMemory;
  readonly sites: Pick<AutomaticSites, 'allows'>;
  readonly clock: Clock;
  /** Resolves at a time given in Unix milliseconds. */
  readonly waitUntil: (unixMs: number) => Promise<void>;
};

/** Fills an entry's code into a tab and remembers what was written where. */
export type Filler = {
  /** The customer pressed something; `besideCode`: a code was just read from this page. Ends a refusal noted there. */
  onRequest(entry: Entry, tabId: number, besideCode: boolean): Promise<FillResult>;
  /** The vault was unlocked on a page that waits for a code; as careful as what happens by itself. */
  afterUnlock(entry: Entry, tabId: number): Promise<FillResult>;
  /** A box appeared on a site that may be filled by itself. */
  automatically(entry: Entry, tabId: number, origin: string): Promise<FillResult>;
};

type How = Pick<FillOrder, 'mode' | 'besideCode'> & { readonly trigger: FillTrigger; readonly origin: string | null };

/** The one way from an entry to a page, for every trigger. */
export function createFiller(ports: FillerPorts): Filler {
  const { vault, pages, memory, clock } = ports;
  const waiting = new Set<string>();

  /** One attempt; what it depends on is asked anew each time. */
  async function attempt(entry: Entry, tabId: number, { origin, ...how }: How) {
    const allowed = origin !== null && (await ports.sites.allows(origin));
    return fillCode(
      {
        ...how,
        entry,
        tabId,
        automaticOrigins: allowed ? [origin] : [],
        refusedHere: origin !== null && (await memory.isRefused(origin)),
        lastFilled: await memory.lastOf(entry.id),
      },
      {
        pages,
        noteFilled: async (filled) => {
          await memory.filled(entry.id, tabId, filled);
          await pages.follow(tabId);
        },
        nowUnixMs: clock.nowUnixMs,
        codeNow: ({ parameters }) => {
          const { code, endsUnixMs } = codeAt(parameters, clock.nowUnixMs());
          return { code, endsUnixMs: parameters.type === 'hotp' ? null : endsUnixMs };
        },
      },
    );
  }

  /** Waits for the next code and tries once more, with the entry as it is stored then. */
  async function afterWait(entry: Entry, tabId: number, how: How, untilUnixMs: number): Promise<FillResult> {
    if (untilUnixMs - clock.nowUnixMs() > LONGEST_WAIT_MS || waiting.has(entry.id))
      return { kind: 'withheld', reason: 'code-already-filled' };
    waiting.add(entry.id);
    try {
      await ports.waitUntil(untilUnixMs);
      const content = await vault.read({ use: false });
      const stored = content.ok ? content.value.entries.find(({ id }) => id === entry.id) : undefined;
      if (stored === undefined) return { kind: 'withheld', reason: 'locked' };
      const again = await attempt(stored, tabId, how);
      return again.kind === 'wait' ? { kind: 'withheld', reason: 'code-already-filled' } : again;
    } finally {
      waiting.delete(entry.id);
    }
  }

  async function fill(entry: Entry, tabId: number, how: How): Promise<FillResult> {
    const first = await attempt(entry, tabId, how);
    if (first.kind === 'wait' && how.trigger === 'request')
      await pages.note(tabId, { waiting: first.why, untilUnixMs: first.untilUnixMs });
    const result = first.kind === 'wait' ? await afterWait(entry, tabId, how, first.untilUnixMs) : first;
    // The site has moved on to the next counter by the time it answers, so ours moves as soon as the code is out.
    if (result.kind !== 'written' || entry.parameters.type !== 'hotp') return result;
    const moved = await vault.mutate((content) => changeEntry(content, entry.id, withNextCounter));
    return { ...result, counterKept: moved.ok };
  }

  return {
    async onRequest(entry, tabId, besideCode) {
      for (const origin of entry.origins) await memory.forgive(origin);
      return fill(entry, tabId, { trigger: 'request', mode: 'request', origin: null, besideCode });
    },
    async afterUnlock(entry, tabId) {
      const refused = await Promise.all(entry.origins.map(memory.isRefused));
      if (refused.includes(true)) return { kind: 'withheld', reason: 'refused-before' };
      if (entry.state === 'stale') return { kind: 'withheld', reason: 'entry-stale' };
      // A counter moves with each code that leaves; only a press may move it.
      if (entry.parameters.type === 'hotp') return { kind: 'withheld', reason: 'not-allowed-automatically' };
      return fill(entry, tabId, { trigger: 'request', mode: 'automatic', origin: null, besideCode: false });
    },
    automatically: (entry, tabId, origin) =>
      fill(entry, tabId, { trigger: 'automatic', mode: 'automatic', origin, besideCode: false }),
  };
}
