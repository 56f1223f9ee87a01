import type { RequestOf } from '../messages/protocol.ts';
import type { FoundAnswer } from '../messages/protocol-finding.ts';
import { codeAt } from '../otp/code.ts';
import { err, ok } from '../result.ts';
import { toHex } from '../vault/base64.ts';
import type { Entry, VaultContent } from '../vault/entry.ts';
import type { CodeClock, CodeTime } from './code-clock.ts';
import type { CodeNotice } from './code-notice.ts';
import type { Filler } from './filler.ts';
import { describeFound, describeMoved, readFindings } from './found-codes.ts';
import { addedFill, type FoundOnTab, type FoundStore } from './found-store.ts';
import { type ManualForm, manualAccount } from './manual-account.ts';
import { isFillableOrigin } from './origin.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import type { Pages } from './page-ports.ts';
import { isPortalAllowed } from './policies.ts';
import type { PolicySource } from './policy-source.ts';
import { type Saved, saveAccount } from './save-account.ts';
import { rememberAdded } from './undo-import.ts';
import type { Clock, Random, SessionStore } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What adding accounts needs from its surroundings. */
export type EnrolPorts = {
  readonly vault: VaultRepository;
  readonly pages: Pages;
  readonly found: FoundStore;
  readonly filler: Filler;
  readonly notice: Pick<CodeNotice, 'over'>;
  readonly clock: Clock;
  readonly codes: Pick<CodeClock, 'now'>;
  readonly policies: Pick<PolicySource, 'now'>;
  readonly random: Random;
  readonly session: SessionStore;
};

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index]);

/** Adds accounts: from a page's code, from a phone app's export codes, from a typed key. */
export function createEnrolService(ports: EnrolPorts) {
  const { vault, pages, found, clock } = ports;
  const newId = (): string => toHex(ports.random.bytes(16));

  async function stored(how = { use: true }): Promise<readonly Entry[]> {
    const content = await vault.read(how);
    return content.ok ? content.value.entries : [];
  }

  function describeAdded(kept: FoundOnTab, entries: readonly Entry[], time: CodeTime): FoundAnswer['added'] {
    const entry = entries.find(({ id }) => id === kept.added?.entryId);
    if (kept.added === null || entry === undefined) return null;
    const { issuer, account, parameters } = entry;
    return { ...kept.added, issuer, account, code: codeAt(parameters, time.nowUnixMs()).code };
  }

  async function show(tabId: number): Promise<FoundAnswer> {
    const origin = await pages.topOrigin(tabId);
    const kept = await found.get(tabId, origin);
    const entries = await stored({ use: false });
    const findings = readFindings(kept?.texts ?? []);
    return {
      kind: 'found',
      id: kept?.id ?? null,
      origin,
      codes: describeFound(findings.accounts, entries, origin, kept?.shownKeys),
      migration: describeMoved(findings.moved, entries),
      others: findings.others,
      added: kept === null ? null : describeAdded(kept, entries, await ports.codes.now()),
    };
  }

  /** Whether something waits to be added; told only while the vault is open. */
  async function hasNew(kept: FoundOnTab): Promise<boolean> {
    const { accounts, moved } = readFindings(kept.texts);
    const described = describeFound([...accounts, ...moved.accounts], await stored(), kept.origin);
    return described.some(({ status }) => status !== 'already-here');
  }

  /** Keeps what the page that was read shows, if it is still there; one that shows nothing ends what is told, once all of it is here. */
  async function look({ tabId, from, texts, shownKeys, screenshot }: RequestOf<'found-texts'>): Promise<FoundAnswer> {
    const origin = await pages.topOrigin(tabId);
    const before = await found.get(tabId, origin);
    if (origin !== null && origin === from && texts.length > 0) {
      const sameCodes = before?.texts.some((text) => texts.includes(text)) ?? false;
      const added = sameCodes ? (before?.added ?? null) : null;
      // Read again, the same page is what was shown before.
      const id = before !== null && isSameList(before.texts, texts) ? before.id : newId();
      await found.keep(tabId, { id, origin, texts, shownKeys, screenshot, added });
    } else if (before !== null && !before.screenshot && !(await hasNew(before))) {
      await found.drop(tabId);
    }
    return show(tabId);
  }

  /** What waits on a tab, if it is what the customer was shown. */
  async function keptAs(tabId: number, shown: string): Promise<FoundOnTab | null> {
    const kept = await found.get(tabId, await pages.topOrigin(tabId));
    return kept?.id === shown ? kept : null;
  }

  /** Whether the customer's organisation lets nothing be added from a page of this site. */
  const isClosed = async (origin: string | null): Promise<boolean> =>
    !isPortalAllowed(await ports.policies.now(), origin);

  async function add({ tabId, shown, index, choice, replaces }: RequestOf<'add-found'>): Promise<PageAnswer> {
    const kept = await keptAs(tabId, shown);
    if (kept === null) return failed('moved-on');
    if (await isClosed(kept.origin)) return failed('portal-not-allowed');
    const account = readFindings(kept.texts).accounts[index];
    if (account === undefined) return failed('nothing-found');
    const attempt: { saved?: Saved } = {};
    const outcome = await vault.mutate((content) => {
      // A page that can never be filled gives the account no site; the customer chooses one later.
      const origin = isFillableOrigin(kept.origin) ? kept.origin : null;
      const context = { origin, nowUnixMs: clock.nowUnixMs(), newId: newId(), replaces };
      attempt.saved = saveAccount(content, account, choice, context);
      return attempt.saved.content;
    });
    if (!outcome.ok) return failed(outcome.error);
    const { saved } = attempt;
    if (saved === undefined || saved.kind === 'choose') return { kind: 'choose' };
    await found.keep(tabId, { ...kept, added: { entryId: saved.entryId, fill: 'unknown' } });
    await ports.notice.over(tabId);
    return { kind: 'added', saved: saved.kind, entryId: saved.entryId };
  }

  /** Fills the code of what was just added into the box beside its picture, and says on the page what comes next. */
  async function fillAdded({ tabId }: RequestOf<'fill-added'>): Promise<PageAnswer> {
    const kept = await found.get(tabId, await pages.topOrigin(tabId));
    const entry = (await stored()).find(({ id }) => id === kept?.added?.entryId);
    if (kept === null || entry === undefined) return failed('nothing-found');
    const result = await ports.filler.onRequest(entry, tabId, true);
    await found.keep(tabId, { ...kept, added: { entryId: entry.id, fill: addedFill(result) } });
    if (result.kind === 'written') await pages.note(tabId, 'press-submit');
    return { kind: 'fill', result };
  }

  /** Adds all accounts of the export codes on the page, without a site: which page a phone's account belongs to is not known. */
  async function addMoved({ tabId, shown }: RequestOf<'add-moved'>): Promise<PageAnswer> {
    const kept = await keptAs(tabId, shown);
    if (kept === null) return failed('moved-on');
    if (await isClosed(kept.origin)) return failed('portal-not-allowed');
    const { accounts } = readFindings(kept.texts).moved;
    if (accounts.length === 0) return failed('nothing-found');
    const ids = new Set<string>();
    const outcome = await vault.mutate((content): VaultContent => {
      ids.clear();
      let next = content;
      for (const account of accounts) {
        const context = { origin: null, nowUnixMs: clock.nowUnixMs(), newId: newId() };
        const saved = saveAccount(next, account, 'keep-both', context);
        if (saved.kind === 'saved') ids.add(saved.entryId);
        next = saved.content;
      }
      return next;
    });
    if (!outcome.ok) return failed(outcome.error);
    const undo = await rememberAdded(
      ports,
      outcome.value.entries.filter(({ id }) => ids.has(id)),
    );
    return { kind: 'moved', added: ids.size, skipped: accounts.length - ids.size, undo };
  }

  /** Saves a typed account without a site; one with the same name and another key is kept beside it. */
  async function addManual(form: ManualForm): Promise<PageAnswer> {
    const account = manualAccount(form);
    if (!account.ok) return failed(account.error);
    const context = { origin: null, nowUnixMs: clock.nowUnixMs(), newId: newId() };
    const outcome = await vault.mutate((content) => {
      const saved = saveAccount(content, account.value, 'keep-both', context);
      return saved.kind === 'already-here' ? err('duplicate') : ok(saved.content);
    });
    return outcome.ok ? { kind: 'done' } : failed(outcome.error);
  }

  async function dismiss({ tabId }: RequestOf<'dismiss-found'>): Promise<PageAnswer> {
    await found.drop(tabId);
    return { kind: 'done' };
  }

  return { look, show, add, fillAdded, addMoved, addManual, dismiss };
}
