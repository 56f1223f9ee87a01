import { codeAt } from '../otp/code.ts';
import type { Entry } from '../vault/entry.ts';
import type { FillTrigger } from './authorise-fill.ts';
import type { AutomaticSites } from './automatic-sites.ts';
import type { CodeClock } from './code-clock.ts';
import { changeEntry, withNextCounter } from './entry-changes.ts';
import { type FillOrder, type FillResult, fillCode } from './fill-code.ts';
import type { FillMemory } from './fill-memory.ts';
import type { FillsUnderWay } from './fills-under-way.ts';
import type { Pages } from './page-ports.ts';
import type { PolicySource } from './policy-source.ts';
import { createTurns } from './turns.ts';
import type { TypedNames } from './typed-names.ts';
import type { Clock } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** Longer than this nobody waits for the next code: they press again. */
const LONGEST_WAIT_MS = 65_000;

const alreadyFilled: FillResult = { kind: 'withheld', reason: 'code-already-filled' };

/** What filling needs from its surroundings. */
export type FillerPorts = {
  readonly vault: VaultRepository;
  readonly pages: Pages;
  readonly memory: FillMemory;
  readonly sites: Pick<AutomaticSites, 'allows'>;
  readonly policies: Pick<PolicySource, 'now'>;
  readonly clock: Clock;
  readonly codes: Pick<CodeClock, 'now'>;
  readonly typedNames: Pick<TypedNames, 'used'>;
  readonly underWay: Pick<FillsUnderWay, 'during'>;
  /** Resolves at a time given in Unix milliseconds. */
  readonly waitUntil: (unixMs: number) => Promise<void>;
};

/** Fills an entry's code into a tab and remembers what was written where. */
export type Filler = {
  /** The customer pressed something; `besideCode`: a code was just read from this page. Ends a refusal noted there. */
  onRequest(entry: Entry, tabId: number, besideCode: boolean): Promise<FillResult>;
  /** The customer asked for the code after the one that was refused; waits until it is there. */
  nextCode(entry: Entry, tabId: number, besideCode: boolean): Promise<FillResult>;
  /** The vault was unlocked on a page that waits for a code; as careful as what happens by itself. */
  afterUnlock(entry: Entry, tabId: number): Promise<FillResult>;
  /** A box appeared in a document of a site that may be filled by itself; that document alone gets one code, if it still asks then. */
  automatically(entry: Entry, tabId: number, origin: string, documentId: string): Promise<FillResult>;
};

type How = Pick<FillOrder, 'mode' | 'besideCode' | 'next'> & {
  readonly trigger: FillTrigger;
  readonly origin: string | null;
  /** The one document that may be filled by itself; null where the customer pressed. */
  readonly onlyDocument: string | null;
};

/** The one way from an entry to a page, for every trigger. */
export function createFiller(ports: FillerPorts): Filler {
  const { vault, pages, memory, clock } = ports;
  const waiting = new Set<string>();
  const busy = new Set<string>();
  const turns = createTurns<string>();

  /** One attempt after the other for each entry: two tabs at once would both find that the code went nowhere yet. */
  const attempt = (entry: Entry, tabId: number, how: How) => turns.after(entry.id, () => attemptNow(entry, tabId, how));

  /** What an attempt depends on is asked anew each time. */
  async function attemptNow(entry: Entry, tabId: number, { origin, ...how }: How) {
    const { onlyDocument } = how;
    // Asked anew after a wait: meanwhile another account's code may have gone there.
    if (onlyDocument !== null && (await memory.filledDocument(onlyDocument))) return alreadyFilled;
    // At once, as each is a question to the browser's storage.
    const [allowed, refusedHere, { allowedPortals }, lastFilled, time] = await Promise.all([
      origin !== null && ports.sites.allows(origin),
      origin !== null && memory.isRefused(origin),
      ports.policies.now(),
      memory.lastOf(entry.id),
      ports.codes.now(),
    ]);
    return fillCode(
      {
        ...how,
        entry,
        tabId,
        automaticOrigins: allowed && origin !== null ? [origin] : [],
        allowedPortals,
        refusedHere,
        lastFilled,
      },
      {
        pages,
        noteReleased: ({ endsUnixMs, ...released }) => {
          const life = endsUnixMs === null ? null : { endsUnixMs, correctedSeconds: time.correctionSeconds };
          return memory.filled(entry.id, tabId, { ...released, life });
        },
        nowUnixMs: clock.nowUnixMs,
        codeNow: ({ parameters }) => {
          const { code, endsUnixMs } = codeAt(parameters, time.nowUnixMs());
          return { code, endsUnixMs: parameters.type === 'hotp' ? null : time.onThisClock(endsUnixMs) };
        },
      },
    );
  }

  /** Waits for the next code and tries once more, with the entry as it is stored then. */
  async function afterWait(entry: Entry, tabId: number, how: How, untilUnixMs: number): Promise<FillResult> {
    if (untilUnixMs - clock.nowUnixMs() > LONGEST_WAIT_MS || waiting.has(entry.id)) return alreadyFilled;
    waiting.add(entry.id);
    try {
      await ports.waitUntil(untilUnixMs);
      const content = await vault.read({ use: false });
      const stored = content.ok ? content.value.entries.find(({ id }) => id === entry.id) : undefined;
      if (stored === undefined) return { kind: 'withheld', reason: 'locked' };
      const again = await ports.underWay.during(tabId, () => attempt(stored, tabId, how));
      return again.kind === 'wait' ? alreadyFilled : again;
    } finally {
      waiting.delete(entry.id);
    }
  }

  async function fill(entry: Entry, tabId: number, how: How): Promise<FillResult> {
    const first = await ports.underWay.during(tabId, () => attempt(entry, tabId, how));
    // What waits already in another tab gets the next code.
    if (first.kind === 'wait' && how.trigger === 'request' && !waiting.has(entry.id))
      await pages.note(tabId, { waiting: first.why, untilUnixMs: first.untilUnixMs });
    const result = first.kind === 'wait' ? await afterWait(entry, tabId, how, first.untilUnixMs) : first;
    if (result.kind === 'written' && result.purpose === 'challenge') await ports.typedNames.used(tabId, result.origin);
    // The site has moved on to the next counter by the time it answers, so ours moves as soon as the code is out.
    if (result.kind !== 'written' || entry.parameters.type !== 'hotp') return result;
    const moved = await vault.mutate((content) => changeEntry(content, entry.id, withNextCounter));
    return { ...result, counterKept: moved.ok };
  }

  async function asked(entry: Entry, tabId: number, besideCode: boolean, next: boolean): Promise<FillResult> {
    for (const origin of entry.origins) await memory.forgive(origin);
    return fill(entry, tabId, {
      trigger: 'request',
      mode: 'request',
      origin: null,
      onlyDocument: null,
      besideCode,
      next,
    });
  }

  /** Two presses at once, or two boxes, are one. */
  async function alone(name: string, act: () => Promise<FillResult>): Promise<FillResult> {
    if (busy.has(name)) return alreadyFilled;
    busy.add(name);
    try {
      return await act();
    } finally {
      busy.delete(name);
    }
  }

  // A press in a second tab waits for its turn, and then for the next code; a counter would be read before it has moved.
  const pressOf = ({ id, parameters }: Entry, tabId: number) => (parameters.type === 'hotp' ? id : `${id} ${tabId}`);

  return {
    onRequest: (entry, tabId, besideCode) => alone(pressOf(entry, tabId), () => asked(entry, tabId, besideCode, false)),
    nextCode: (entry, tabId, besideCode) => alone(pressOf(entry, tabId), () => asked(entry, tabId, besideCode, true)),
    async afterUnlock(entry, tabId) {
      const refused = await Promise.all(entry.origins.map(memory.isRefused));
      if (refused.includes(true)) return { kind: 'withheld', reason: 'refused-before' };
      if (entry.state === 'stale') return { kind: 'withheld', reason: 'entry-stale' };
      // A counter moves with each code that leaves; only a press may move it.
      if (entry.parameters.type === 'hotp') return { kind: 'withheld', reason: 'not-allowed-automatically' };
      return fill(entry, tabId, {
        trigger: 'request',
        mode: 'automatic',
        origin: null,
        onlyDocument: null,
        besideCode: false,
      });
    },
    // Two boxes that appear at once are one challenge.
    automatically: (entry, tabId, origin, onlyDocument) =>
      alone(onlyDocument, async () => {
        const how = { trigger: 'automatic', mode: 'automatic', origin, onlyDocument, besideCode: false } as const;
        const result = await fill(entry, tabId, how);
        // Only what was given counts: a box that went before it was looked at had nothing.
        if (result.kind === 'not-written' && (await memory.filledDocument(onlyDocument))) await memory.unkept(origin);
        return result;
      }),
  };
}
