import { err, ok, type Result } from '../result.ts';
import type { VaultContent } from '../vault/entry.ts';
import { withoutSite, withSettings, withSite } from './clear-settings.ts';
import type { VaultRepository } from './vault-repository.ts';

/** The button that sends a code, in the one document that the code was written into. */
export type SiteButton = {
  /** Begins to watch whether the page sends its form by itself; before the code is written. */
  watch(tabId: number, documentId: string): Promise<void>;
  /** Presses the button where nothing speaks against it; the document compares its origin and its boxes first. */
  press(tabId: number, documentId: string, order: { readonly origin: string; readonly code: string }): Promise<void>;
};

const chosenIn = ({ settings }: VaultContent): readonly string[] => settings?.submitSites ?? [];

/**
 * The sites where the button is pressed after a code was filled by itself: none until the customer chooses one. That is only ever asked
 * of an open vault, so they are sealed and lie nowhere else, where a page might write.
 */
export function createSubmittingSites(vault: Pick<VaultRepository, 'read' | 'mutate'>) {
  return {
    /** Whether an exact origin was chosen; none while the vault is locked. */
    async has(origin: string): Promise<boolean> {
      const content = await vault.read({ use: false });
      return content.ok && chosenIn(content.value).includes(origin);
    },
    /** Chooses an exact origin, or no longer. */
    async set(origin: string, on: boolean): Promise<Result<null, 'not-saved'>> {
      const changed = await vault
        .mutate((content) =>
          withSettings(content, ({ submitSites }) => ({
            submitSites: (on ? withSite : withoutSite)(submitSites, origin),
          })),
        )
        .catch(() => err('not-saved'));
      // A vault whose settings are not sealed yet takes no site.
      return changed.ok && chosenIn(changed.value).includes(origin) === on ? ok(null) : err('not-saved');
    },
  };
}

/** The sites where the button is pressed too. */
export type SubmittingSites = ReturnType<typeof createSubmittingSites>;
