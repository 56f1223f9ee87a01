import type { PageRequest } from '../messages/protocol.ts';
import { err, ok } from '../result.ts';
import { fromBase64, toHex } from '../vault/base64.ts';
import type { Entry } from '../vault/entry.ts';
import type { AutomaticSites, AutomaticState } from './automatic-sites.ts';
import { createBackupService } from './backup-service.ts';
import { changeEntry, withNextCounter, withOrigin } from './entry-changes.ts';
import { type ListedEntry, listEntries } from './entry-listing.ts';
import type { FillResult } from './fill-code.ts';
import type { Filler } from './filler.ts';
import { accountsIn, describeFound, type FoundCode } from './found-codes.ts';
import { createFoundStore } from './found-store.ts';
import { type ManualForm, manualAccount } from './manual-account.ts';
import { isFillableOrigin } from './origin.ts';
import type { Pages } from './page-ports.ts';
import { type Saved, saveAccount } from './save-account.ts';
import type { Clock, Random, SessionStore } from './vault-ports.ts';
import type { VaultRepository, VaultState } from './vault-repository.ts';

/** What the service needs from its surroundings. */
export type ServicePorts = {
  readonly vault: VaultRepository;
  readonly pages: Pages;
  readonly session: SessionStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly filler: Filler;
  readonly sites: AutomaticSites;
};

/** What the background answers to our own pages. */
export type PageAnswer =
  | { readonly kind: 'vault-state'; readonly state: VaultState }
  | {
      readonly kind: 'entries';
      readonly origin: string | null;
      readonly entries: readonly ListedEntry[];
      readonly automatic: AutomaticState;
    }
  | { readonly kind: 'found'; readonly origin: string | null; readonly codes: readonly FoundCode[] }
  | {
      readonly kind: 'added';
      readonly saved: 'saved' | 'already-here';
      readonly entryId: string;
      readonly fill: FillResult;
    }
  | { readonly kind: 'choose' }
  | { readonly kind: 'fill'; readonly result: FillResult }
  | { readonly kind: 'settings'; readonly autoLockMinutes: number }
  | { readonly kind: 'backup'; readonly text: string }
  | { readonly kind: 'restored'; readonly added: number; readonly skipped: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string };

const failed = (reason: string): PageAnswer => ({ kind: 'failed', reason });

/** Answers the requests of the popup and the extension's pages; every expected failure is an answer, never a throw. */
export function createPageService(ports: ServicePorts): (request: PageRequest) => Promise<PageAnswer> {
  const { vault, pages, clock } = ports;
  const found = createFoundStore(ports.session, clock);
  const backups = createBackupService({ vault, clock, random: ports.random });

  const stored = async (): Promise<readonly Entry[]> => {
    const content = await vault.read();
    return content.ok ? content.value.entries : [];
  };

  const fill = (entry: Entry, tabId: number, besideCode: boolean): Promise<FillResult> =>
    ports.filler.onRequest(entry, tabId, besideCode);

  /** Changes one stored entry; null when it is not there or the change was not acknowledged. */
  async function change(id: string, how: (entry: Entry) => Entry): Promise<Entry | null> {
    const changed = await vault.mutate((content) => changeEntry(content, id, how));
    return changed.ok ? (changed.value.entries.find((entry) => entry.id === id) ?? null) : null;
  }

  async function useHere(entryId: string, tabId: number): Promise<PageAnswer> {
    const origin = await pages.topOrigin(tabId);
    if (origin === null || !isFillableOrigin(origin)) return failed('origin-not-fillable');
    const entry = await change(entryId, (stored) => withOrigin(stored, origin));
    return entry === null ? failed('not-saved') : { kind: 'fill', result: await fill(entry, tabId, false) };
  }

  /** Saves a typed account without a site; one with the same name and another key is kept beside it. */
  async function addManual(form: ManualForm): Promise<PageAnswer> {
    const account = manualAccount(form);
    if (!account.ok) return failed(account.error);
    const context = { origin: null, nowUnixMs: clock.nowUnixMs(), newId: toHex(ports.random.bytes(16)) };
    const outcome = await vault.mutate((content) => {
      const saved = saveAccount(content, account.value, 'keep-both', context);
      return saved.kind === 'already-here' ? err('duplicate') : ok(saved.content);
    });
    return outcome.ok ? { kind: 'done' } : failed(outcome.error);
  }

  async function switchAutomatic(tabId: number, how: (origin: string) => Promise<void>): Promise<PageAnswer> {
    const origin = await pages.topOrigin(tabId);
    if (origin === null || !isFillableOrigin(origin)) return failed('origin-not-fillable');
    await how(origin);
    return { kind: 'done' };
  }

  async function showFound(tabId: number): Promise<PageAnswer> {
    const origin = await pages.topOrigin(tabId);
    const kept = await found.get(tabId, origin);
    if (kept === null) return { kind: 'found', origin, codes: [] };
    return { kind: 'found', origin, codes: describeFound(accountsIn(kept.texts), kept.origin, await stored()) };
  }

  async function add(request: Extract<PageRequest, { kind: 'add-found' }>): Promise<PageAnswer> {
    const { tabId, index, choice } = request;
    const kept = await found.get(tabId, await pages.topOrigin(tabId));
    const account = kept === null ? undefined : accountsIn(kept.texts)[index];
    if (kept === null || account === undefined) return failed('nothing-found');
    const context = { origin: kept.origin, nowUnixMs: clock.nowUnixMs(), newId: toHex(ports.random.bytes(16)) };
    const attempt: { saved?: Saved } = {};
    const outcome = await vault.mutate((content) => {
      attempt.saved = saveAccount(content, account, choice, context);
      return attempt.saved.content;
    });
    if (!outcome.ok) return failed(outcome.error);
    const saved = attempt.saved;
    const entry = outcome.value.entries.find(({ id }) => id === saved?.entryId);
    if (saved === undefined || entry === undefined || saved.kind === 'choose') return { kind: 'choose' };
    await found.drop(tabId);
    return { kind: 'added', saved: saved.kind, entryId: entry.id, fill: await fill(entry, tabId, true) };
  }

  return async (request) => {
    switch (request.kind) {
      case 'vault-state':
        return { kind: 'vault-state', state: await vault.state() };
      case 'create-vault-with-passphrase': {
        const kek = fromBase64(request.kekBase64);
        if (kek === null) return failed('unacceptable');
        const created = await vault.create({ kind: 'passphrase', kdf: request.kdf, kek });
        return created.ok ? { kind: 'done' } : failed(created.error);
      }
      case 'create-vault-with-computer': {
        const created = await vault.create({ kind: 'computer' });
        return created.ok ? { kind: 'done' } : failed(created.error);
      }
      case 'unlock-with-passphrase': {
        const kek = fromBase64(request.kekBase64);
        if (kek === null) return failed('wrong-passphrase');
        const unlocked = await vault.unlock({ slotId: request.slotId, kek });
        return unlocked.ok ? { kind: 'done' } : failed(unlocked.error);
      }
      case 'unlock-with-computer': {
        const unlocked = await vault.unlockWithComputer();
        return unlocked.ok ? { kind: 'done' } : failed(unlocked.error);
      }
      case 'lock':
        await vault.lock();
        return { kind: 'done' };
      case 'list-entries': {
        const origin = await pages.topOrigin(request.tabId);
        const content = await vault.read();
        if (!content.ok) return failed(content.error);
        const entries = listEntries(content.value.entries, origin, clock.nowUnixMs());
        return {
          kind: 'entries',
          origin,
          entries,
          automatic: origin === null ? 'off' : await ports.sites.stateOf(origin),
        };
      }
      case 'found-texts': {
        const origin = await pages.topOrigin(request.tabId);
        if (origin !== null && request.texts.length > 0)
          await found.keep(request.tabId, { origin, texts: request.texts });
        return showFound(request.tabId);
      }
      case 'add-found':
        return add(request);
      case 'fill': {
        const entry = (await stored()).find(({ id }) => id === request.entryId);
        return entry === undefined
          ? failed('no-entry')
          : { kind: 'fill', result: await fill(entry, request.tabId, false) };
      }
      case 'use-here':
        return useHere(request.entryId, request.tabId);
      case 'add-manual':
        return addManual(request.form);
      case 'settings':
        return { kind: 'settings', autoLockMinutes: await vault.autoLockMinutes() };
      case 'export-backup': {
        const kek = fromBase64(request.kekBase64);
        const sealed = kek === null ? null : await backups.seal(request.kdf, kek);
        if (sealed === null) return failed('unacceptable');
        return sealed.ok ? { kind: 'backup', text: sealed.value } : failed(sealed.error);
      }
      case 'restore-backup': {
        const kek = fromBase64(request.kekBase64);
        const restored = kek === null ? null : await backups.restore(request.text, kek);
        if (restored === null) return failed('wrong-passphrase');
        return restored.ok ? { kind: 'restored', ...restored.value } : failed(restored.error);
      }
      case 'want-automatic':
        // The origin is read in the page, not taken from the message: the press granted the look.
        return switchAutomatic(request.tabId, (origin) => ports.sites.want(origin, request.tabId));
      case 'stop-automatic':
        return switchAutomatic(request.tabId, (origin) => ports.sites.stop(origin));
      case 'advance-counter':
        return (await change(request.entryId, withNextCounter)) === null ? failed('not-saved') : { kind: 'done' };
      case 'set-auto-lock': {
        const set = await vault.setAutoLock(request.minutes);
        return set.ok ? { kind: 'done' } : failed(set.error);
      }
    }
  };
}
