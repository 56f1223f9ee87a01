import { isRecord } from '../vault/shape.ts';
import type { Clock, SessionStore } from './vault-ports.ts';

/** What a code was written for. */
export type FillPurpose = 'challenge' | 'enrolment' | 'backup';

/** A code that was written into a document: where, and for what. */
export type FilledCode = {
  readonly code: string;
  readonly origin: string;
  readonly documentId: string;
  readonly purpose: FillPurpose;
  /** Whether it was the tab's top document; what a frame leads to cannot be read from there. */
  readonly isTop: boolean;
};

/** What was written last in a tab, and whose code it was. */
export type FilledHere = FilledCode & { readonly entryId: string };

/** How long a tab that shows the challenge again after a fill is taken for a refusal, in milliseconds. */
export const REFUSAL_WINDOW_MS = 2 * 60_000;

// As long as somebody looks for the backup code of a phone, or prints it.
const FOLLOWED_MS = 10 * 60_000;

const BY_ENTRY = 'filled.entries';
const MOST_ENTRIES = 64;
const DOCUMENTS = 'filled.documents';
const MOST_DOCUMENTS = 64;
const ofTab = (tabId: number): string => `filled.tab.${tabId}`;
const refusedAt = (origin: string): string => `refused.${origin}`;

const isPurpose = (value: unknown): value is FillPurpose =>
  value === 'challenge' || value === 'enrolment' || value === 'backup';

function decode(value: unknown): (FilledHere & { atUnixMs: number }) | null {
  if (!isRecord(value)) return null;
  const { code, origin, documentId, atUnixMs, entryId, purpose, isTop } = value;
  const whole =
    typeof code === 'string' &&
    typeof origin === 'string' &&
    typeof documentId === 'string' &&
    typeof entryId === 'string' &&
    isPurpose(purpose) &&
    typeof isTop === 'boolean' &&
    typeof atUnixMs === 'number';
  return whole ? { code, origin, documentId, atUnixMs, entryId, purpose, isTop } : null;
}

/** What was filled since the browser started; it ends with the browser and never reaches the disk. */
export type FillMemory = {
  /** Notes a code written for an entry in a tab. */
  filled(entryId: string, tabId: number, what: FilledCode): Promise<void>;
  /** The last codes written, by entry id; the latest 64 entries. */
  lastCodes(): Promise<ReadonlyMap<string, string>>;
  /** The last code written for an entry; null when none was since the browser started. */
  lastOf(entryId: string): Promise<FilledCode | null>;
  /** What was written last in a tab, for ten minutes or until the customer is past it; null for nothing. */
  lastInTab(tabId: number): Promise<FilledHere | null>;
  /** Whether a challenge in this document follows a fill in another document of the same tab and origin: a refusal. */
  followsFill(tabId: number, origin: string, documentId: string): Promise<boolean>;
  /** Whether a code was written into this very document; nothing that the page says ends that. */
  filledDocument(documentId: string): Promise<boolean>;
  /** Forgets a tab's last fill: the customer is past the challenge. */
  passed(tabId: number): Promise<void>;
  /** Notes that an origin refused a code, until `forgive`. */
  refuse(origin: string): Promise<void>;
  /** Whether an origin refused a code and nobody asked again since. */
  isRefused(origin: string): Promise<boolean>;
  /** The customer asked again: the refusal is over. */
  forgive(origin: string): Promise<void>;
};

/** The memory of fills, in a store that only our own contexts can read. */
export function createFillMemory(session: SessionStore, clock: Clock): FillMemory {
  /** In the order of their last fill. */
  async function byEntry(): Promise<Map<string, FilledHere & { atUnixMs: number }>> {
    const stored = await session.get(BY_ENTRY);
    const noted = Object.entries(isRecord(stored) ? stored : {}).map(([id, value]) => [id, decode(value)] as const);
    return new Map(noted.flatMap(([id, value]) => (value === null ? [] : [[id, value]])));
  }
  async function documents(): Promise<readonly string[]> {
    const ids = await session.get(DOCUMENTS);
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  }
  return {
    async filled(entryId, tabId, what) {
      const noted = { ...what, entryId, atUnixMs: clock.nowUnixMs() };
      const all = await byEntry();
      // A backup code is no code of the authenticator, and repeats none.
      if (what.purpose !== 'backup') {
        all.delete(entryId);
        all.set(entryId, noted);
      }
      const latest = [...all].slice(-MOST_ENTRIES);
      await session.set({ [BY_ENTRY]: Object.fromEntries(latest), [ofTab(tabId)]: noted });
      await session.set({ [DOCUMENTS]: [...(await documents()), what.documentId].slice(-MOST_DOCUMENTS) });
    },
    lastCodes: async () => new Map([...(await byEntry())].map(([id, { code }]) => [id, code])),
    lastOf: async (entryId) => (await byEntry()).get(entryId) ?? null,
    async lastInTab(tabId) {
      const last = decode(await session.get(ofTab(tabId)));
      if (last === null || clock.nowUnixMs() - last.atUnixMs < FOLLOWED_MS) return last;
      await session.remove([ofTab(tabId)]);
      return null;
    },
    async followsFill(tabId, origin, documentId) {
      const last = decode(await session.get(ofTab(tabId)));
      // Without an identifier nothing can be told apart.
      if (documentId === '' || last === null || last.origin !== origin || last.documentId === documentId) return false;
      return clock.nowUnixMs() - last.atUnixMs < REFUSAL_WINDOW_MS;
    },
    filledDocument: async (documentId) => (await documents()).includes(documentId),
    passed: (tabId) => session.remove([ofTab(tabId)]),
    refuse: (origin) => session.set({ [refusedAt(origin)]: true }),
    isRefused: async (origin) => (await session.get(refusedAt(origin))) === true,
    forgive: (origin) => session.remove([refusedAt(origin)]),
  };
}
