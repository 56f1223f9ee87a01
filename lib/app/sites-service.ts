import type { RequestOf } from '../messages/protocol.ts';
import { ok } from '../result.ts';
import type { AutomaticSites } from './automatic-sites.ts';
import { laterThan } from './edit-account.ts';
import { withoutOrigin } from './entry-changes.ts';
import { siteName } from './look-alike/site-name.ts';
import { doneOr, failed, type PageAnswer } from './page-answers.ts';
import type { Clock } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What the list of sites needs from its surroundings. */
export type SitesPorts = {
  readonly vault: VaultRepository;
  readonly sites: Pick<AutomaticSites, 'list' | 'stop'>;
  readonly clock: Clock;
};

/** Tells where codes are filled by themselves, and stops filling at a site. Nothing here allows a site. */
export function createSitesService({ vault, sites, clock }: SitesPorts) {
  return {
    /** An open page asks this by itself: that is no use of the vault. */
    list: async (): Promise<PageAnswer> => ({ kind: 'automatic', sites: (await sites.list()).map(siteName) }),

    /** Ends filling by itself at a site; with `all` every account forgets it too, so that no code is filled there in any way. */
    async stop({ site, what }: RequestOf<'stop-site'>): Promise<PageAnswer> {
      const nowUnixMs = clock.nowUnixMs();
      // Also where nothing but a list is written: a locked Doorcode stops nothing by a page's word.
      const content = await vault.read();
      if (!content.ok) return failed(content.error);
      if (what === 'all' && content.value.entries.some(({ origins }) => origins.includes(site))) {
        const forgotten = await vault.mutate((before) =>
          ok({
            ...before,
            entries: before.entries.map((entry) =>
              entry.origins.includes(site)
                ? { ...withoutOrigin(entry, site), updatedUnixMs: laterThan(entry.updatedUnixMs, nowUnixMs) }
                : entry,
            ),
          }),
        );
        if (!forgotten.ok) return failed(forgotten.error);
      }
      return doneOr(await sites.stop(site));
    },
  };
}
