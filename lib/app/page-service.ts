import type { PageRequest } from '../messages/protocol.ts';
import { codeAt } from '../otp/code.ts';
import { fromBase64, toHex } from '../vault/base64.ts';
import type { Entry } from '../vault/entry.ts';
import { changeEntry, withNextCounter, withOrigin } from './entry-changes.ts';
import { type ListedEntry, listEntries } from './entry-listing.ts';
import { type FillResult, fillCode } from './fill-code.ts';
import { accountsIn, describeFound, type FoundCode } from './found-codes.ts';
import { createFoundStore } from './found-store.ts';
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
  /** Resolves at a time given in Unix milliseconds. */
  readonly waitUntil: (unixMs: number) => Promise<void>;
};

/** What the background answers to our own pages. */
export type PageAnswer =
  | { readonly kind: 'vault-state'; readonly state: VaultState }
  | { readonly kind: 'entries'; readonly origin: string | null; readonly entries: readonly ListedEntry[] }
  | { readonly kind: 'found'; readonly origin: string | null; readonly codes: readonly FoundCode[] }
  | {
      readonly kind: 'added';
      readonly saved: 'saved' | 'already-here';
      readonly entryId: string;
      readonly fill: FillResult;
    }
  | { readonly kind: 'choose' }
  | { readonly kind: 'fill'; readonly result: FillResult }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string };

const failed = (reason: string): PageAnswer => ({ kind: 'failed', reason });

/** Answers the requests of the popup and the extension's pages; every expected failure is an answer, never a throw. */
export function createPageService(ports: ServicePorts): (request: PageRequest) => Promise<PageAnswer> {
  const { vault, pages, clock } = ports;
  const found = createFoundStore(ports.session, clock);

  const stored = async (): Promise<readonly Entry[]> => {
    const content = await vault.read();
    return content.ok ? content.value.entries : [];
  };

  async function fill(entry: Entry, tabId: number, besideCode: boolean): Promise<FillResult> {
    const result = await fillCode(
      { entry, tabId, trigger: 'request', automaticOrigins: [], refusedHere: false, repeatsCode: false, besideCode },
      {
        pages,
        nowUnixMs: clock.nowUnixMs,
        waitUntil: ports.waitUntil,
        codeNow: ({ parameters }) => {
          const { code, endsUnixMs } = codeAt(parameters, clock.nowUnixMs());
          return { code, endsUnixMs: parameters.type === 'hotp' ? null : endsUnixMs };
        },
      },
    );
    // The site has moved on to the next counter by the time it answers, so ours moves as soon as the code is out.
    if (result.kind === 'written') await change(entry.id, withNextCounter);
    return result;
  }

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
        return { kind: 'entries', origin, entries: listEntries(content.value.entries, origin, clock.nowUnixMs()) };
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
      case 'advance-counter':
        return (await change(request.entryId, withNextCounter)) === null ? failed('not-saved') : { kind: 'done' };
      case 'set-auto-lock': {
        const set = await vault.setAutoLock(request.minutes);
        return set.ok ? { kind: 'done' } : failed(set.error);
      }
    }
  };
}
