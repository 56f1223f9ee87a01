import { FOUND_LIFE_MS } from './found-codes.ts';
import type { Clock, SessionStore } from './vault-ports.ts';

/** What a press found on a tab's page, waiting for the customer's choice. */
export type FoundOnTab = { readonly origin: string; readonly texts: readonly string[] };

const keyOf = (tabId: number): string => `found.${tabId}`;

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

/** Keeps what was found for ten minutes in memory that ends with the browser; it holds secrets, so it never goes to disk. */
export function createFoundStore(session: SessionStore, clock: Clock) {
  return {
    /** Keeps texts with the origin of the page that showed them. */
    keep: (tabId: number, found: FoundOnTab): Promise<void> =>
      session.set({ [keyOf(tabId)]: { ...found, untilUnixMs: clock.nowUnixMs() + FOUND_LIFE_MS } }),
    /** What is still waiting for a tab; null after ten minutes, or when the tab now shows another origin. */
    async get(tabId: number, origin: string | null): Promise<FoundOnTab | null> {
      const kept = await session.get(keyOf(tabId));
      if (typeof kept !== 'object' || kept === null) return null;
      const { origin: from, texts, untilUnixMs }: Record<string, unknown> = { ...kept };
      const fresh = typeof untilUnixMs === 'number' && clock.nowUnixMs() < untilUnixMs;
      if (!fresh || typeof from !== 'string' || from !== origin || !isTexts(texts)) {
        await session.remove([keyOf(tabId)]);
        return null;
      }
      return { origin: from, texts };
    },
    /** Forgets what was found on a tab. */
    drop: (tabId: number): Promise<void> => session.remove([keyOf(tabId)]),
  };
}
