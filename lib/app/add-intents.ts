import { isRecord } from '../vault/shape.ts';
import { isStillShown, type TopDocument } from './page-ports.ts';
import type { Clock, SessionStore } from './vault-ports.ts';

/** How long a press that asks to add a code waits for the popup that it opened, in milliseconds. */
export const INTENT_LIFE_MS = 30_000;

/** The name that a press about a tab is kept under. */
export const intentOf = (tabId: number): string => `add.${tabId}`;

/** What a press asks to add: what the page shows, the picture that it was on, or the code of a link, null where that may not be used. */
export type AddAsked = { readonly what: 'page' | 'picture' } | { readonly what: 'link'; readonly text: string | null };

/** A press, with the exact origin of the document that a link stands in. */
export type AddPress =
  | { readonly what: 'page' | 'picture' }
  | { readonly what: 'link'; readonly text: string; readonly origin: string | null };

type Noted = { readonly untilUnixMs: number; readonly document: TopDocument | null; readonly what: AddAsked['what'] };

const isWhat = (value: unknown): value is AddAsked['what'] =>
  value === 'page' || value === 'picture' || value === 'link';

function decodeNoted(value: unknown): Noted | null {
  if (!isRecord(value) || typeof value.untilUnixMs !== 'number' || !isWhat(value.what)) return null;
  const { untilUnixMs, document, what } = value;
  if (document === null) return { untilUnixMs, document, what };
  if (!isRecord(document)) return null;
  const { origin, documentId } = document;
  return typeof origin === 'string' && typeof documentId === 'string'
    ? { untilUnixMs, document: { origin, documentId }, what }
    : null;
}

/**
 * Presses that asked to add a code at once, on their way to the popup that they opened: only a popup has a Worker to read
 * pictures in. One press opens one popup, of one tab, soon, and is about the document that was there when it was made.
 */
export function createAddIntents(session: SessionStore, clock: Clock) {
  let writing: Promise<void> = Promise.resolve();
  // A link holds a secret, so it is kept nowhere but here, and goes with the next press.
  let link: { readonly tabId: number; readonly text: string; readonly origin: string | null } | null = null;

  async function write(tabId: number, untilUnixMs: number, document: TopDocument | null, press: AddPress) {
    link = press.what === 'link' ? { tabId, text: press.text, origin: press.origin } : null;
    await session.set({ [intentOf(tabId)]: { untilUnixMs, document, what: press.what } });
  }

  return {
    /**
     * Notes a press, so that a popup may be opened in the same turn, as Firefox demands.
     * @param document what the tab shows, asked for in that turn; null for a page that no script reaches
     * @param press what was pressed on
     */
    note(tabId: number, document: Promise<TopDocument | null>, press: Promise<AddPress>): Promise<void> {
      const untilUnixMs = clock.nowUnixMs() + INTENT_LIFE_MS;
      const noting = Promise.all([document, press]).then((known) => write(tabId, untilUnixMs, ...known));
      // A press that could not be noted asked for nothing; it must not stand in the way of those after it.
      writing = noting.catch(() => undefined);
      return noting;
    },
    /**
     * What the press that opened a tab's popup asked for, once, while the tab still shows its document; null without one. A link
     * in a document of another origin is not that page's.
     */
    async take(tabId: number, now: TopDocument | null): Promise<AddAsked | null> {
      await writing;
      const noted = decodeNoted(await session.get(intentOf(tabId)));
      await session.remove([intentOf(tabId)]);
      const taken = link?.tabId === tabId ? link : null;
      if (taken !== null) link = null;
      if (noted === null || clock.nowUnixMs() >= noted.untilUnixMs || !isStillShown(noted.document, now)) return null;
      if (noted.what !== 'link') return { what: noted.what };
      return { what: 'link', text: taken !== null && now !== null && taken.origin === now.origin ? taken.text : null };
    },
  };
}

/** Presses on their way to a popup. */
export type AddIntents = ReturnType<typeof createAddIntents>;
