import type { PageRequest } from '../messages/protocol.ts';
import { err, ok } from '../result.ts';
import type { Entry } from '../vault/entry.ts';
import type { AutomaticSites } from './automatic-sites.ts';
import { changeEntry, withNextCounter, withOrigin, withoutOrigin } from './entry-changes.ts';
import { listEntries } from './entry-listing.ts';
import { fillHere } from './fill-here.ts';
import type { FillMemory } from './fill-memory.ts';
import type { Filler } from './filler.ts';
import type { FoundStore } from './found-store.ts';
import { isFillableOrigin } from './origin.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import type { Pages } from './page-ports.ts';
import type { Clock } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

type Request<K extends PageRequest['kind']> = Extract<PageRequest, { kind: K }>;

// Loaded where it is needed: an opening on an account's own site does not wait until the list of public suffixes is set up.
const lookAlikes = () => import('./look-alike-warning.ts');

/** What listing and filling need from their surroundings. */
export type EntriesPorts = {
  readonly vault: VaultRepository;
  readonly pages: Pages;
  readonly filler: Filler;
  readonly sites: AutomaticSites;
  readonly memory: FillMemory;
  readonly found: Pick<FoundStore, 'markFilled'>;
  readonly clock: Clock;
};

/** Lists the stored accounts and fills their codes. */
export function createEntriesService(ports: EntriesPorts) {
  const { vault, pages, sites, memory, filler, found } = ports;

  async function siteOf(tabId: number) {
    const origin = await pages.topOrigin(tabId);
    if (origin === null) return { origin, automatic: 'off', refused: false } as const;
    const [automatic, refused] = await Promise.all([sites.stateOf(origin), memory.isRefused(origin)]);
    return { origin, automatic, refused };
  }

  async function warningAt(origin: string | null, entries: readonly Entry[]) {
    if (origin === null || entries.some(({ origins }) => origins.includes(origin))) return null;
    return (await lookAlikes()).lookAlikeWarning(origin, entries);
  }

  async function list({ tabId, most }: Request<'list-entries'>): Promise<PageAnswer> {
    // An open popup asks again at every step, whether or not somebody looks.
    const [site, content, used] = await Promise.all([siteOf(tabId), vault.read({ use: false }), memory.lastCodes()]);
    if (!content.ok) return failed(content.error);
    const { entries } = content.value;
    const nowUnixMs = ports.clock.nowUnixMs();
    return {
      kind: 'entries',
      ...site,
      lookAlike: await warningAt(site.origin, entries),
      entries: listEntries(entries, { origin: site.origin, nowUnixMs, used, most }),
    };
  }

  async function fill({ tabId, entryId }: Request<'fill'>): Promise<PageAnswer> {
    const content = await vault.read();
    if (!content.ok) return failed(content.error);
    const entry = content.value.entries.find(({ id }) => id === entryId);
    if (entry === undefined) return failed('no-entry');
    const result = await filler.onRequest(entry, tabId, false);
    if (result.kind === 'written') await found.markFilled(tabId, entryId);
    return { kind: 'fill', result };
  }

  /**
   * Gives an account the site that the tab shows, and fills there. Fails with `look-alike` where that site resembles one of an
   * account, and with `other-site` for an account that has another one, unless the customer was warned of just that.
   */
  async function useHere({ tabId, entryId, despiteLookAlike, asSecondSite }: Request<'use-here'>): Promise<PageAnswer> {
    const origin = await pages.topOrigin(tabId);
    if (origin === null || !isFillableOrigin(origin)) return failed('origin-not-fillable');
    const { lookAlikeWarning } = await lookAlikes();
    let added = false;
    const changed = await vault.mutate((content) => {
      const entry = content.entries.find(({ id }) => id === entryId);
      if (entry === undefined) return err('no-entry');
      added = !entry.origins.includes(origin);
      if (added && !despiteLookAlike && lookAlikeWarning(origin, content.entries) !== null) return err('look-alike');
      if (added && !asSecondSite && entry.origins.length > 0) return err('other-site');
      return ok(changeEntry(content, entryId, (stored) => withOrigin(stored, origin)));
    });
    if (!changed.ok) return failed(changed.error);
    const entry = changed.value.entries.find(({ id }) => id === entryId);
    if (entry === undefined) return failed('no-entry');
    const result = await filler.onRequest(entry, tabId, false);
    // What was not filled leaves no trace: the customer may have been on the wrong page.
    if (added && result.kind !== 'written')
      await vault.mutate((content) => changeEntry(content, entryId, (stored) => withoutOrigin(stored, origin)));
    return { kind: 'fill', result };
  }

  /** Moves a counter-based code on. */
  async function advance({ entryId }: Request<'advance-counter'>): Promise<PageAnswer> {
    const changed = await vault.mutate((content) =>
      content.entries.some(({ id }) => id === entryId)
        ? ok(changeEntry(content, entryId, withNextCounter))
        : err('no-entry'),
    );
    return changed.ok ? { kind: 'done' } : failed(changed.error);
  }

  /** Fills after unlocking, where the page waits for a code: no press asked for one, so nothing is risked for it. */
  async function fillThisSite({ tabId }: Request<'fill-here'>): Promise<PageAnswer> {
    const outcome = await fillHere(tabId, { vault, pages, fill: (entry) => filler.afterUnlock(entry, tabId) });
    return outcome.kind === 'locked' ? failed('locked') : outcome;
  }

  /** Runs a change of the tab's site; its origin is read in the page, not taken from the message. */
  async function atSite(tabId: number, act: (origin: string) => Promise<void>): Promise<PageAnswer> {
    const origin = await pages.topOrigin(tabId);
    if (origin === null || !isFillableOrigin(origin)) return failed('origin-not-fillable');
    await act(origin);
    return { kind: 'done' };
  }

  return {
    list,
    fill,
    useHere,
    advance,
    fillThisSite,
    wantAutomatic: ({ tabId }: Request<'want-automatic'>) => atSite(tabId, (origin) => sites.want(origin, tabId)),
    declineAutomatic: ({ tabId }: Request<'decline-automatic'>) => atSite(tabId, sites.decline),
    stopAutomatic: ({ tabId }: Request<'stop-automatic'>) => atSite(tabId, sites.stop),
  };
}
