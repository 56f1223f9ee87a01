import { isFillableOrigin } from './origin.ts';
import type { Lock, VaultStorage } from './vault-ports.ts';

const STORED = 'sites.submit';
const LOCK = 'doorcode-submit';
const MOST_SITES = 1_000;

/** The button that sends a code, in the one document that the code was written into. */
export type SiteButton = {
  /** Begins to watch whether the page sends its form by itself; before the code is written. */
  watch(tabId: number, documentId: string): Promise<void>;
  /** Presses the button where nothing speaks against it; the document compares its origin and its boxes first. */
  press(tabId: number, documentId: string, order: { readonly origin: string; readonly code: string }): Promise<void>;
};

/** The sites where the button is pressed after a code was filled by itself: none until the customer chooses one. */
export function createSubmittingSites({ storage, lock }: { readonly storage: VaultStorage; readonly lock: Lock }) {
  async function chosen(): Promise<readonly string[]> {
    const stored = (await storage.read([STORED]))[STORED];
    return Array.isArray(stored) ? stored.filter((item) => typeof item === 'string' && isFillableOrigin(item)) : [];
  }
  return {
    /** Whether an exact origin was chosen. */
    has: async (origin: string): Promise<boolean> => (await chosen()).includes(origin),
    /** Chooses an exact origin, or no longer. */
    set: (origin: string, on: boolean): Promise<void> =>
      lock.run(LOCK, async () => {
        const others = (await chosen()).filter((item) => item !== origin);
        await storage.write({ [STORED]: on ? [...others, origin].slice(-MOST_SITES) : others });
      }),
  };
}

/** The sites where the button is pressed too. */
export type SubmittingSites = ReturnType<typeof createSubmittingSites>;
