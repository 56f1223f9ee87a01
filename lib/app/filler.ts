import { codeAt } from '../otp/code.ts';
import type { Entry } from '../vault/entry.ts';
import { changeEntry, withNextCounter } from './entry-changes.ts';
import { type FillResult, fillCode } from './fill-code.ts';
import type { FillMemory } from './fill-memory.ts';
import type { Pages } from './page-ports.ts';
import type { Clock } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What filling needs from its surroundings. */
export type FillerPorts = {
  readonly vault: VaultRepository;
  readonly pages: Pages;
  readonly memory: FillMemory;
  readonly clock: Clock;
  /** Resolves at a time given in Unix milliseconds. */
  readonly waitUntil: (unixMs: number) => Promise<void>;
};

/** Fills an entry's code into a tab and remembers what was written where. */
export type Filler = {
  /** The customer pressed something; `besideCode`: a code was just read from this page. Ends a refusal noted there. */
  onRequest(entry: Entry, tabId: number, besideCode: boolean): Promise<FillResult>;
  /** A box appeared on a site that may be filled by itself. */
  automatically(entry: Entry, tabId: number, origin: string): Promise<FillResult>;
};

/** The one way from an entry to a page, for every trigger. */
export function createFiller(ports: FillerPorts): Filler {
  const { vault, pages, memory, clock } = ports;

  async function fill(
    entry: Entry,
    tabId: number,
    how: Pick<Parameters<typeof fillCode>[0], 'trigger' | 'automaticOrigins' | 'refusedHere' | 'besideCode'>,
  ): Promise<FillResult> {
    const remembering: Pages = {
      ...pages,
      write: async (tab, documentId, order) => {
        const outcome = await pages.write(tab, documentId, order);
        // A code that is shown on the page counts as written even where the page did not keep it.
        if (outcome === 'filled')
          await memory.filled(entry.id, tab, { code: order.code, origin: order.origin, documentId });
        return outcome;
      },
    };
    const result = await fillCode(
      { entry, tabId, ...how, lastFilled: await memory.lastOf(entry.id) },
      {
        pages: remembering,
        nowUnixMs: clock.nowUnixMs,
        waitUntil: ports.waitUntil,
        // Only somebody who asked is told; nobody waits for what happens by itself.
        onWait: async (waiting, untilUnixMs) => {
          if (how.trigger === 'request') await pages.note(tabId, { waiting, untilUnixMs });
        },
        codeNow: ({ parameters }) => {
          const { code, endsUnixMs } = codeAt(parameters, clock.nowUnixMs());
          return { code, endsUnixMs: parameters.type === 'hotp' ? null : endsUnixMs };
        },
      },
    );
    // The site has moved on to the next counter by the time it answers, so ours moves as soon as the code is out.
    if (result.kind !== 'written' || entry.parameters.type !== 'hotp') return result;
    const moved = await vault.mutate((content) => changeEntry(content, entry.id, withNextCounter));
    return { ...result, counterKept: moved.ok };
  }

  return {
    async onRequest(entry, tabId, besideCode) {
      for (const origin of entry.origins) await memory.forgive(origin);
      return fill(entry, tabId, { trigger: 'request', automaticOrigins: [], refusedHere: false, besideCode });
    },
    async automatically(entry, tabId, origin) {
      const refusedHere = await memory.isRefused(origin);
      return fill(entry, tabId, { trigger: 'automatic', automaticOrigins: [origin], refusedHere, besideCode: false });
    },
  };
}
