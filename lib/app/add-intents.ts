import { isRecord } from '../vault/shape.ts';
import { isSameDocument, type TopDocument } from './page-ports.ts';
import type { Clock, SessionStore } from './vault-ports.ts';

/** How long a press on *Add the QR code on this page* waits for the popup that it opened, in milliseconds. */
export const INTENT_LIFE_MS = 30_000;

/** The name that a press about a tab is kept under. */
export const intentOf = (tabId: number): string => `add.${tabId}`;

type Noted = { readonly untilUnixMs: number; readonly document: TopDocument | null };

function decodeNoted(value: unknown): Noted | null {
  if (!isRecord(value) || typeof value.untilUnixMs !== 'number') return null;
  const { untilUnixMs, document } = value;
  if (document === null) return { untilUnixMs, document };
  if (!isRecord(document)) return null;
  const { origin, documentId } = document;
  return typeof origin === 'string' && typeof documentId === 'string'
    ? { untilUnixMs, document: { origin, documentId } }
    : null;
}

/** A page that no script reaches is the same while none does; of such a page only a picture is shown. */
const isStill = (before: TopDocument | null, now: TopDocument | null): boolean =>
  before === null || now === null ? before === now : isSameDocument(before, now);

/**
 * Presses that asked to add a page's code at once, on their way to the popup that they opened: only a popup has a Worker to read
 * pictures in. One press opens one popup, of one tab, soon, and is about the document that was there when it was made.
 */
export function createAddIntents(session: SessionStore, clock: Clock) {
  let writing: Promise<void> = Promise.resolve();
  return {
    /**
     * Notes a press, so that a popup may be opened in the same turn, as Firefox demands.
     * @param document what the tab shows, asked for in that turn; null for a page that no script reaches
     */
    note(tabId: number, document: Promise<TopDocument | null>): Promise<void> {
      const untilUnixMs = clock.nowUnixMs() + INTENT_LIFE_MS;
      writing = document.then((shown) => session.set({ [intentOf(tabId)]: { untilUnixMs, document: shown } }));
      return writing;
    },
    /** Whether the popup that opens on a tab was opened by such a press, and the tab still shows its document; true once. */
    async take(tabId: number, now: TopDocument | null): Promise<boolean> {
      await writing;
      const noted = decodeNoted(await session.get(intentOf(tabId)));
      await session.remove([intentOf(tabId)]);
      return noted !== null && clock.nowUnixMs() < noted.untilUnixMs && isStill(noted.document, now);
    },
  };
}

/** Presses on their way to a popup. */
export type AddIntents = ReturnType<typeof createAddIntents>;
