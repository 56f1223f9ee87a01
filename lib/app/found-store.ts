import { isRecord } from '../vault/shape.ts';
import type { FillResult } from './fill-code.ts';
import { FOUND_LIFE_MS } from './found-codes.ts';
import type { Clock, SessionStore } from './vault-ports.ts';

/** What came of adding, as the popup tells it again when it reopens; `unknown`: nothing was heard of the fill yet, or ever. */
export type AddedHere = { readonly entryId: string; readonly fill: 'filled' | 'not-filled' | 'unknown' };

/**
 * What a press found on a tab's page, waiting for the customer's choice. `screenshot`: some of it was seen in a picture of the
 * page only, so that reading the page again does not show it again. `id` names these very texts: whoever chooses among them says
 * so, as another window may have read the tab again meanwhile.
 */
export type FoundOnTab = {
  readonly id: string;
  readonly origin: string;
  readonly texts: readonly string[];
  /** Setup keys that the page shows as text. */
  readonly shownKeys: readonly string[];
  readonly screenshot: boolean;
  readonly added: AddedHere | null;
};

const INDEX = 'found.tabs';
/** The name that a tab's finds are kept under. */
export const foundOn = (tabId: number): string => `found.${tabId}`;
// A page may fill half a megabyte, and the browser gives the memory of all tabs ten.
const MOST_TABS = 8;

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

function decodeAdded(value: unknown): AddedHere | null {
  if (!isRecord(value) || typeof value.entryId !== 'string') return null;
  const { entryId, fill } = value;
  return { entryId, fill: fill === 'filled' || fill === 'not-filled' ? fill : 'unknown' };
}

/** How a fill ended, for the notice after adding. */
export const addedFill = (fill: FillResult): AddedHere['fill'] => (fill.kind === 'written' ? 'filled' : 'not-filled');

/** Keeps what was found for ten minutes in memory that ends with the browser; it holds secrets, so it never goes to disk. */
export function createFoundStore(session: SessionStore, clock: Clock) {
  async function tabs(): Promise<readonly number[]> {
    const listed = await session.get(INDEX);
    return Array.isArray(listed) ? listed.filter((tabId) => typeof tabId === 'number') : [];
  }
  /** Forgets what fits; the session's store cannot be listed, so the tabs are. */
  async function forget(fits: (kept: Record<string, unknown>) => boolean): Promise<void> {
    const kept: number[] = [];
    for (const tabId of await tabs()) {
      const found = await session.get(foundOn(tabId));
      if (isRecord(found) && !fits(found)) kept.push(tabId);
      else await session.remove([foundOn(tabId)]);
    }
    await session.set({ [INDEX]: kept });
  }

  return {
    /** Keeps what was found, with the origin of the page that showed it; what has its id was found when that was. */
    async keep(tabId: number, found: FoundOnTab): Promise<void> {
      const before = await session.get(foundOn(tabId));
      const endUnixMs = isRecord(before) && before.id === found.id ? before.untilUnixMs : null;
      const untilUnixMs = typeof endUnixMs === 'number' ? endUnixMs : clock.nowUnixMs() + FOUND_LIFE_MS;
      const listed = [...(await tabs()).filter((id) => id !== tabId), tabId];
      const latest = listed.slice(-MOST_TABS);
      // First, so that there is room.
      await session.remove(listed.slice(0, -MOST_TABS).map(foundOn));
      await session.set({
        [foundOn(tabId)]: { ...found, untilUnixMs },
        [INDEX]: latest,
      });
    },
    /** Forgets what waited for ten minutes. */
    sweep: (): Promise<void> =>
      forget(({ untilUnixMs }) => typeof untilUnixMs !== 'number' || clock.nowUnixMs() >= untilUnixMs),
    /** Forgets what is in the vault already, now that the vault is locked; what still waits may be added after unlocking. */
    forgetAdded: (): Promise<void> => forget(({ added }) => added !== null),
    /**
     * What is still waiting for a tab; null after ten minutes, or when the tab now shows another origin. A tab that does not say
     * what it shows (a page busy with itself) gets nothing either, but what waits for it goes on waiting.
     */
    async get(tabId: number, origin: string | null): Promise<FoundOnTab | null> {
      const kept = await session.get(foundOn(tabId));
      if (!isRecord(kept)) return null;
      const { id, origin: from, texts, shownKeys, untilUnixMs, screenshot, added } = kept;
      const fresh = typeof untilUnixMs === 'number' && clock.nowUnixMs() < untilUnixMs;
      if (
        !fresh ||
        typeof id !== 'string' ||
        typeof from !== 'string' ||
        (origin !== null && from !== origin) ||
        !isTexts(texts) ||
        !isTexts(shownKeys)
      ) {
        await session.remove([foundOn(tabId)]);
        return null;
      }
      if (from !== origin) return null;
      return { id, origin: from, texts, shownKeys, screenshot: screenshot === true, added: decodeAdded(added) };
    },
    /** Notes that the code of what was added on a tab went into its page after all. */
    async markFilled(tabId: number, entryId: string): Promise<void> {
      const kept = await session.get(foundOn(tabId));
      const added = isRecord(kept) ? decodeAdded(kept.added) : null;
      if (isRecord(kept) && added?.entryId === entryId)
        await session.set({ [foundOn(tabId)]: { ...kept, added: { entryId, fill: 'filled' } } });
    },
    /** Forgets what was found on a tab. */
    drop: (tabId: number): Promise<void> => session.remove([foundOn(tabId)]),
  };
}

/** What was found on tabs. */
export type FoundStore = ReturnType<typeof createFoundStore>;
