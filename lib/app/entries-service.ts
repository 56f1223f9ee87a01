import type { RequestOf } from '../messages/protocol.ts';
import { err, ok, type Result } from '../result.ts';
import type { Entry } from '../vault/entry.ts';
import type { AutomaticSites } from './automatic-sites.ts';
import type { BackupOffers } from './backup-offers.ts';
import type { CheckedClock } from './checked-clock.ts';
import type { CodeClock } from './code-clock.ts';
import { describeOffer } from './describe-offer.ts';
import { changeEntry, withNextCounter, withOrigin, withoutOrigin } from './entry-changes.ts';
import { listEntries } from './entry-listing.ts';
import { fillHere } from './fill-here.ts';
import type { FillMemory } from './fill-memory.ts';
import type { Filler } from './filler.ts';
import type { FoundStore } from './found-store.ts';
import { isFillableOrigin } from './origin.ts';
import { doneOr, failed, type PageAnswer } from './page-answers.ts';
import type { LoginNames } from './page-names.ts';
import type { Pages } from './page-ports.ts';
import { isPractiseDue } from './passphrase-reminder.ts';
import { isPortalAllowed } from './policies.ts';
import type { PolicySource } from './policy-source.ts';
import { createRefusals } from './refusals.ts';
import type { SubmittingSites } from './submitting-sites.ts';
import type { Clock } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

type AboutAutomatic =
  | RequestOf<'want-automatic'>
  | RequestOf<'decline-automatic'>
  | RequestOf<'stop-automatic'>
  | RequestOf<'set-submit'>;
// Loaded where it is needed: an opening on an account's own site does not wait until the list of public suffixes is set up.
const lookAlikes = () => import('./look-alike-warning.ts');

/** What listing and filling need from their surroundings. */
export type EntriesPorts = {
  readonly vault: VaultRepository;
  readonly pages: Pages;
  readonly filler: Filler;
  readonly sites: AutomaticSites;
  readonly submitting: SubmittingSites;
  readonly memory: FillMemory;
  readonly found: Pick<FoundStore, 'markFilled' | 'get'>;
  readonly codes: Pick<CodeClock, 'nowBy'>;
  readonly checked: Pick<CheckedClock, 'last'>;
  readonly names: LoginNames;
  readonly offers: Pick<BackupOffers, 'at'>;
  readonly clock: Clock;
  readonly policies: Pick<PolicySource, 'now'>;
};

/** Lists the stored accounts and fills their codes. */
export function createEntriesService(ports: EntriesPorts) {
  const { vault, pages, sites, memory, filler, found } = ports;
  const refusals = createRefusals(ports);

  async function siteOf(tabId: number) {
    const top = await pages.topDocument(tabId);
    if (top === null) return { top, automatic: 'off' as const, submits: false };
    return { top, automatic: await sites.stateOf(top.origin), submits: await ports.submitting.has(top.origin) };
  }

  async function warningAt(origin: string | null, entries: readonly Entry[]) {
    if (origin === null || entries.some(({ origins }) => origins.includes(origin))) return null;
    return (await lookAlikes()).lookAlikeWarning(origin, entries);
  }

  async function list({ tabId, most }: RequestOf<'list-entries'>): Promise<PageAnswer> {
    // An open popup asks again at every step, whether or not somebody looks.
    const [site, content, used, missed] = await Promise.all([
      siteOf(tabId),
      vault.read({ use: false }),
      memory.lastCodes(),
      vault.missed(),
    ]);
    if (!content.ok) return failed(content.error);
    const time = await ports.codes.nowBy(content.value);
    const { entries } = content.value;
    const { top, automatic, submits } = site;
    const origin = top?.origin ?? null;
    return {
      kind: 'entries',
      origin,
      automatic,
      submits,
      refused: top === null ? null : await refusals.at(tabId, top, entries, time.correctionSeconds),
      correctionSeconds: time.correctionSeconds,
      lookAlike: await warningAt(origin, entries),
      practise: isPractiseDue(content.value, ports.clock.nowUnixMs()),
      offer: origin === null ? null : describeOffer(await ports.offers.at(origin), entries),
      missed,
      entries: listEntries(entries, { origin, time, used, most }),
    };
  }

  async function fill({ tabId, entryId }: RequestOf<'fill'>): Promise<PageAnswer> {
    const content = await vault.read();
    if (!content.ok) return failed(content.error);
    const entry = content.value.entries.find(({ id }) => id === entryId);
    if (entry === undefined) return failed('no-entry');
    const result = await filler.onRequest(entry, tabId, false);
    if (result.kind === 'written') await found.markFilled(tabId, entryId);
    return { kind: 'fill', result };
  }

  /** Fills the code after the one that was refused in this tab, for the same account, while it shows the document that refused it. */
  async function fillNext({ tabId }: RequestOf<'fill-next'>): Promise<PageAnswer> {
    const top = await pages.topDocument(tabId);
    const refused = top === null ? null : await memory.refusedIn(tabId, top);
    const content = await vault.read();
    if (!content.ok) return failed(content.error);
    const entry = content.value.entries.find(({ id }) => id === refused?.entryId);
    if (entry === undefined || refused === null) return failed('no-entry');
    return { kind: 'fill', result: await filler.nextCode(entry, tabId, refused.purpose === 'enrolment') };
  }

  /**
   * Gives an account the site that the tab shows, and fills there. Fails with `look-alike` where that site resembles one of an
   * account, and with `other-site` for an account that has another one, unless the customer was warned of just that; with
   * `moved-on` where the tab does not show the site that the customer was shown. At a site that the customer's organisation does not
   * allow, it is withheld like any other fill.
   */
  async function useHere({ tabId, entryId, shown, ...sure }: RequestOf<'use-here'>): Promise<PageAnswer> {
    const { despiteLookAlike, asSecondSite } = sure;
    const origin = await pages.topOrigin(tabId);
    // A warning of one site allows nothing at another, and a tab that is gone allows nothing at all.
    if (origin === null || origin !== shown) return failed('moved-on');
    if (!isFillableOrigin(origin)) return failed('origin-not-fillable');
    // Before anything is written: an account gets no site at which its code would be withheld.
    if (!isPortalAllowed(await ports.policies.now(), origin))
      return { kind: 'fill', result: { kind: 'withheld', reason: 'portal-not-allowed' } };
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
    // What was not filled there leaves no trace: the customer may have been on the wrong page, and have left it in the wait. Only a lock
    // in the wait leaves the site, which they pressed for.
    if (added && !(result.kind === 'written' && result.origin === origin))
      await vault.mutate((content) => changeEntry(content, entryId, (stored) => withoutOrigin(stored, origin)));
    return { kind: 'fill', result };
  }

  /** Moves a counter-based code on. */
  async function advance({ entryId }: RequestOf<'advance-counter'>): Promise<PageAnswer> {
    const changed = await vault.mutate((content) =>
      content.entries.some(({ id }) => id === entryId)
        ? ok(changeEntry(content, entryId, withNextCounter))
        : err('no-entry'),
    );
    return changed.ok ? { kind: 'done' } : failed(changed.error);
  }

  /** Fills after unlocking, where the page waits for a code: no press asked for one, so nothing is risked for it. */
  async function fillThisSite({ tabId }: RequestOf<'fill-here'>): Promise<PageAnswer> {
    const outcome = await fillHere(tabId, {
      vault,
      pages,
      names: ports.names,
      fill: (entry) => filler.afterUnlock(entry, tabId),
    });
    return outcome.kind === 'locked' ? failed('locked') : outcome;
  }

  /** Runs a change of the tab's site; its origin is read in the page, and has to be the one that the customer was shown. */
  async function atSite(
    { tabId, shown }: AboutAutomatic,
    act: (origin: string) => Promise<Result<null, string>>,
  ): Promise<PageAnswer> {
    const origin = await pages.topOrigin(tabId);
    if (origin === null || !isFillableOrigin(origin)) return failed('origin-not-fillable');
    if (origin !== shown) return failed('moved-on');
    return doneOr(await act(origin));
  }

  return {
    list,
    fill,
    fillNext,
    useHere,
    advance,
    fillThisSite,
    wantAutomatic: (request: RequestOf<'want-automatic'>) =>
      atSite(request, (origin) => sites.want(origin, request.tabId)),
    declineAutomatic: (request: RequestOf<'decline-automatic'>) =>
      atSite(request, (origin) => sites.decline(origin).then(() => ok(null))),
    stopAutomatic: (request: RequestOf<'stop-automatic'>) => atSite(request, (origin) => sites.stop(origin)),
    setSubmit: (request: RequestOf<'set-submit'>) =>
      atSite(request, (origin) => ports.submitting.set(origin, request.on)),
  };
}
