import { isRecord } from '../vault/shape.ts';
import {
  decodeFilled,
  decodeRefused,
  type FilledCode,
  type LastFill,
  type RefusedFill,
  type SeenRefusal,
} from './filled-record.ts';
import { isSameDocument, type TopDocument } from './page-ports.ts';
import type { Clock, SessionStore } from './vault-ports.ts';

/** How long a tab that shows the challenge again after a fill is taken for a refusal, in milliseconds. */
export const REFUSAL_WINDOW_MS = 2 * 60_000;

// As long as somebody looks for the backup code of a phone, or prints it.
const FOLLOWED_MS = 10 * 60_000;

const BY_ENTRY = 'filled.entries';
// More than anybody has open at once: what is forgotten may be filled again.
const MOST_ENTRIES = 256;
const CHANGED = 'filled.changed';
const DOCUMENTS = 'filled.documents';
const MOST_DOCUMENTS = 1_024;
/** The name that a tab's last fill is kept under. */
export const filledIn = (tabId: number): string => `filled.tab.${tabId}`;
const MOST_TABS = 16;
const refusedKey = (origin: string): string => `refused.${origin}`;
const unkeptKey = (origin: string): string => `unkept.${origin}`;
// A page that loads itself anew as it begins is filled once more; one that goes on so collects codes.
const MOST_UNKEPT = 2;

/** What was filled since the browser started; it ends with the browser and never reaches the disk. */
export type FillMemory = {
  /**
   * Notes a code that is written for an entry in a tab. Gives what makes the tab wait for the answer to what was written before,
   * as the page did not keep this one; the document and the entry keep the note, as it may have had the code.
   */
  filled(entryId: string, tabId: number, what: FilledCode): Promise<() => Promise<void>>;
  /** The last codes written, by entry id; the latest 256 entries. */
  lastCodes(): Promise<ReadonlyMap<string, string>>;
  /** The last code written for an entry; null when none was since the browser started. */
  lastOf(entryId: string): Promise<FilledCode | null>;
  /** What was written last in a tab, for ten minutes or until the customer is past it; null for nothing. */
  lastInTab(tabId: number): Promise<LastFill | null>;
  /** Another key or another way makes an entry's codes from now on: what a tab answers to one from before says nothing of them. */
  codesChanged(entryId: string): Promise<void>;
  /** Whether a challenge in this document follows a fill in another document of the same tab and origin: a refusal. */
  followsFill(tabId: number, origin: string, documentId: string): Promise<boolean>;
  /** Whether a code was written into this very document; nothing that the page says ends that. */
  filledDocument(documentId: string): Promise<boolean>;
  /** Notes that an origin did not keep a code that it got by itself. */
  unkept(origin: string): Promise<void>;
  /** Whether an origin did not keep two such codes in two minutes, and nobody asked again since. */
  keepsNone(origin: string): Promise<boolean>;
  /** Forgets a tab's last fill: the customer is past the challenge. */
  passed(tabId: number): Promise<void>;
  /** Notes that an origin refused what was filled last in a tab, until `forgive`. */
  refuse(origin: string, tabId: number, seen: SeenRefusal): Promise<void>;
  /** What was refused last in a tab, for the document that shows the refusal; null for nothing, or for what is not known there. */
  refusedIn(tabId: number, top: TopDocument): Promise<RefusedFill | null>;
  /** Whether an origin refused a code, in whichever tab, and nobody asked again since: no tab of it is filled by itself. */
  isRefused(origin: string): Promise<boolean>;
  /** The customer asked again: the refusal is over. */
  forgive(origin: string): Promise<void>;
};

/** The memory of fills, in a store that only our own contexts can read. */
export function createFillMemory(session: SessionStore, clock: Clock): FillMemory {
  /** In the order of their last fill. */
  async function byEntry(): Promise<Map<string, LastFill>> {
    const stored = await session.get(BY_ENTRY);
    const noted = Object.entries(isRecord(stored) ? stored : {}).map(
      ([id, value]) => [id, decodeFilled(value)] as const,
    );
    return new Map(noted.flatMap(([id, value]) => (value === null ? [] : [[id, value]])));
  }
  /** What an origin refused, by the tab that it happened in. */
  async function refusedTabs(origin: string): Promise<Map<number, RefusedFill>> {
    const stored = await session.get(refusedKey(origin));
    const noted = Object.entries(isRecord(stored) ? stored : {}).map(
      ([tab, value]) => [tab, decodeRefused(value)] as const,
    );
    return new Map(noted.flatMap(([tab, value]) => (value === null ? [] : [[Number(tab), value]])));
  }
  async function documents(): Promise<readonly string[]> {
    const ids = await session.get(DOCUMENTS);
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  }
  /** When an origin did not keep what it got by itself, in the last two minutes. */
  async function unkeptAt(origin: string): Promise<readonly number[]> {
    const noted = await session.get(unkeptKey(origin));
    const times = Array.isArray(noted) ? noted.filter((time) => typeof time === 'number') : [];
    return times.filter((time) => Math.abs(clock.nowUnixMs() - time) < REFUSAL_WINDOW_MS);
  }
  /** When other codes than before began, by entry id. */
  async function changed(): Promise<ReadonlyMap<string, unknown>> {
    const stored = await session.get(CHANGED);
    return new Map(Object.entries(isRecord(stored) ? stored : {}));
  }
  /** Whether a code was filled before its entry's codes became others; backup codes stay what they are. */
  async function isOfOldCodes({ entryId, purpose, atUnixMs }: LastFill): Promise<boolean> {
    const at = (await changed()).get(entryId);
    return purpose !== 'backup' && typeof at === 'number' && atUnixMs <= at;
  }
  const takenBack = new Set<string>();
  const nameOf = ({ documentId, atUnixMs, code }: LastFill): string => `${documentId} ${atUnixMs} ${code}`;
  // Each reads what it writes: of two fills at once neither may lose the other's note.
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = turn.then(act, act);
    turn = mine.catch(() => {});
    return mine;
  }
  return {
    filled: (entryId, tabId, what) =>
      inTurn(async () => {
        const noted = { ...what, entryId, atUnixMs: clock.nowUnixMs() };
        const before = await session.get(filledIn(tabId));
        const all = await byEntry();
        // A backup code is no code of the authenticator, and repeats none.
        if (what.purpose !== 'backup') {
          all.delete(entryId);
          all.set(entryId, noted);
        }
        const latest = [...all].slice(-MOST_ENTRIES);
        await session.set({ [BY_ENTRY]: Object.fromEntries(latest), [filledIn(tabId)]: noted });
        await session.set({ [DOCUMENTS]: [...(await documents()), what.documentId].slice(-MOST_DOCUMENTS) });
        return () =>
          inTurn(async () => {
            takenBack.add(nameOf(noted));
            const last = decodeFilled(await session.get(filledIn(tabId)));
            if (last === null || nameOf(last) !== nameOf(noted)) return;
            const earlier = decodeFilled(before);
            await (earlier === null || takenBack.has(nameOf(earlier))
              ? session.remove([filledIn(tabId)])
              : session.set({ [filledIn(tabId)]: before }));
          });
      }),
    lastCodes: async () => new Map([...(await byEntry())].map(([id, { code }]) => [id, code])),
    lastOf: async (entryId) => (await byEntry()).get(entryId) ?? null,
    async lastInTab(tabId) {
      const last = decodeFilled(await session.get(filledIn(tabId)));
      if (last === null) return null;
      if (clock.nowUnixMs() - last.atUnixMs < FOLLOWED_MS && !(await isOfOldCodes(last))) return last;
      await session.remove([filledIn(tabId)]);
      return null;
    },
    codesChanged: (entryId) =>
      inTurn(async () => {
        const others = [...(await changed())].filter(([id]) => id !== entryId);
        const latest = [...others, [entryId, clock.nowUnixMs()]].slice(-MOST_ENTRIES);
        await session.set({ [CHANGED]: Object.fromEntries(latest) });
      }),
    async followsFill(tabId, origin, documentId) {
      const last = decodeFilled(await session.get(filledIn(tabId)));
      // Without an identifier nothing can be told apart.
      if (documentId === '' || last === null || last.origin !== origin || last.documentId === documentId) return false;
      return clock.nowUnixMs() - last.atUnixMs < REFUSAL_WINDOW_MS;
    },
    filledDocument: async (documentId) => (await documents()).includes(documentId),
    unkept: (origin) =>
      inTurn(async () => session.set({ [unkeptKey(origin)]: [...(await unkeptAt(origin)), clock.nowUnixMs()] })),
    keepsNone: async (origin) => (await unkeptAt(origin)).length >= MOST_UNKEPT,
    passed: (tabId) => session.remove([filledIn(tabId)]),
    refuse: (origin, tabId, { answered, siteSays = null, documentId: seenIn }) =>
      inTurn(async () => {
        const last = decodeFilled(await session.get(filledIn(tabId)));
        const tabs = await refusedTabs(origin);
        const before = tabs.get(tabId);
        // Two hear of one refusal, and the first ends the wait for it: what it noted of this document is still so.
        if (last === null && before?.seenIn === seenIn) return;
        tabs.delete(tabId);
        // A page that is read again shows the same refusal, later.
        const again = last !== null && before?.documentId === last.documentId && before.atUnixMs === last.atUnixMs;
        const answeredUnixMs = answered === 'now' ? clock.nowUnixMs() : answered;
        if (again) tabs.set(tabId, { ...before, seenIn });
        else if (last?.origin === origin) tabs.set(tabId, { ...last, answeredUnixMs, siteSays, seenIn });
        await session.set({ [refusedKey(origin)]: Object.fromEntries([...tabs].slice(-MOST_TABS)) });
      }),
    async refusedIn(tabId, top) {
      const refused = (await refusedTabs(top.origin)).get(tabId) ?? null;
      return refused !== null && isSameDocument({ origin: top.origin, documentId: refused.seenIn }, top)
        ? refused
        : null;
    },
    isRefused: async (origin) => (await session.get(refusedKey(origin))) !== undefined,
    forgive: (origin) => session.remove([refusedKey(origin), unkeptKey(origin)]),
  };
}
