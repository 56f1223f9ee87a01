import type { RequestOf } from '../messages/protocol.ts';
import { toHex } from '../vault/base64.ts';
import type { Entry, VaultContent } from '../vault/entry.ts';
import { areaPage, areaSite } from './area-service.ts';
import type { FoundOnTab, FoundStore } from './found-store.ts';
import { lookAlikeWarning } from './look-alike-warning.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import { describePhone, MAX_PHONE_TEXTS, phoneAccounts, phoneWaits, siteOfEach } from './phone-accounts.ts';
import { isPortalAllowed } from './policies.ts';
import type { PolicySource } from './policy-source.ts';
import { type Saved, saveAccount } from './save-account.ts';
import { rememberAdded } from './undo-import.ts';
import type { Clock, Random, SessionStore } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

// Stands where a page's origin stands else, and is none: nothing of it can wait for a site.
const PHONE = 'phone';

/**
 * Adds accounts from pictures of a phone's codes, which our own page in a tab has read. The texts wait as those of a page
 * do, for ten minutes and in memory only. The accounts come without a site, but for those in a picture of a page that the browser
 * took for us: they belong to that page's.
 */
export function createPhoneService(ports: {
  readonly vault: VaultRepository;
  readonly found: FoundStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly session: SessionStore;
  readonly policies: Pick<PolicySource, 'now'>;
}) {
  const { vault, found, clock, session } = ports;
  const newId = (): string => toHex(ports.random.bytes(16));
  const context = (origin: string | null) => ({ origin, nowUnixMs: clock.nowUnixMs(), newId: newId() });

  /** Whether what waits comes from a page that the customer's organisation does not allow; a phone's comes from none. */
  async function isClosed(tabId: number): Promise<boolean> {
    const page = await areaPage(session, tabId);
    return page !== null && !isPortalAllowed(await ports.policies.now(), page.origin);
  }

  async function show(tabId: number, use = false): Promise<PageAnswer> {
    const content = await vault.read({ use });
    if (!content.ok) return failed(content.error);
    const kept = await found.get(tabId, PHONE);
    const { entries } = content.value;
    const site = await areaSite(session, tabId);
    const lookAlike = lookAlikeWarning(site, entries);
    return { kind: 'phone', site, lookAlike, ...describePhone(kept?.texts ?? [], entries, site) };
  }

  /** Keeps what was read, beside what was read before; also while the vault is locked, to be added after unlocking. */
  async function take({ tabId, texts }: RequestOf<'phone-texts'>): Promise<PageAnswer> {
    const before = await found.get(tabId, PHONE);
    const all = [...new Set([...(before?.texts ?? []), ...texts])];
    if (all.length > MAX_PHONE_TEXTS) return failed('too-many');
    if (all.length > 0)
      await found.keep(tabId, {
        id: before?.id ?? newId(),
        origin: PHONE,
        texts: all,
        shownKeys: [],
        screenshot: false,
        added: before?.added ?? null,
      });
    return show(tabId, true);
  }

  /** What is in the vault altogether is forgotten at once, what is there in part with the lock. */
  async function settle(tabId: number, kept: FoundOnTab, entries: readonly Entry[], entryId: string): Promise<void> {
    if (!phoneWaits(describePhone(kept.texts, entries, await areaSite(session, tabId)))) return found.drop(tabId);
    await found.keep(tabId, { ...kept, added: { entryId, fill: 'not-filled' } });
  }

  async function add({ tabId, index, choice, replaces }: RequestOf<'add-phone'>): Promise<PageAnswer> {
    const kept = await found.get(tabId, PHONE);
    const account = kept === null ? undefined : phoneAccounts(kept.texts)[index];
    if (kept === null || account === undefined) return failed('nothing-found');
    if (await isClosed(tabId)) return failed('portal-not-allowed');
    const siteOf = siteOfEach(kept.texts, await areaSite(session, tabId));
    const attempt: { saved?: Saved } = {};
    const outcome = await vault.mutate((content) => {
      attempt.saved = saveAccount(content, account, choice, { ...context(siteOf(account)), replaces });
      return attempt.saved.content;
    });
    if (!outcome.ok) return failed(outcome.error);
    const { saved } = attempt;
    if (saved === undefined || saved.kind === 'choose') return { kind: 'choose' };
    await settle(tabId, kept, outcome.value.entries, saved.entryId);
    if (saved.kind === 'already-here') return { kind: 'moved', added: 0, skipped: 1, undo: null };
    const added = outcome.value.entries.filter(({ id }) => id === saved.entryId);
    return { kind: 'moved', added: 1, skipped: 0, undo: await rememberAdded(ports, added) };
  }

  /** Adds all that are new; an account that is here with another key waits for the customer's choice. */
  async function addAll({ tabId }: RequestOf<'add-all-phone'>): Promise<PageAnswer> {
    const kept = await found.get(tabId, PHONE);
    const accounts = phoneAccounts(kept?.texts ?? []);
    if (kept === null || accounts.length === 0) return failed('nothing-found');
    if (await isClosed(tabId)) return failed('portal-not-allowed');
    const site = await areaSite(session, tabId);
    const siteOf = siteOfEach(kept.texts, site);
    const ids = new Set<string>();
    const tally = { skipped: 0, entryId: '' };
    const outcome = await vault.mutate((content): VaultContent => {
      const statuses = describePhone(kept.texts, content.entries, site).accounts.map(({ status }) => status);
      ids.clear();
      tally.skipped = statuses.filter((status) => status === 'already-here').length;
      let next = content;
      for (const account of accounts.filter((_, index) => statuses[index] === 'new')) {
        // Two of one name and different keys are both new here.
        const saved = saveAccount(next, account, 'keep-both', context(siteOf(account)));
        next = saved.content;
        if (saved.kind !== 'saved') continue;
        ids.add(saved.entryId);
        tally.entryId = saved.entryId;
      }
      return next;
    });
    if (!outcome.ok) return failed(outcome.error);
    if (ids.size > 0) await settle(tabId, kept, outcome.value.entries, tally.entryId);
    const added = outcome.value.entries.filter(({ id }) => ids.has(id));
    return { kind: 'moved', added: ids.size, skipped: tally.skipped, undo: await rememberAdded(ports, added) };
  }

  async function forget({ tabId }: RequestOf<'forget-phone'>): Promise<PageAnswer> {
    await found.drop(tabId);
    return { kind: 'done' };
  }

  return { take, show, add, addAll, forget };
}
