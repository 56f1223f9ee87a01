import type { RequestOf } from '../messages/protocol.ts';
import { err, ok } from '../result.ts';
import type { Entry, VaultContent } from '../vault/entry.ts';
import { keepUnconfirmed, retireEntry } from './entry-life.ts';
import type { FillMemory } from './fill-memory.ts';
import { failed, type PageAnswer } from './page-answers.ts';
import type { Pages } from './page-ports.ts';
import type { Clock } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** How long an enrolment is left in peace where its page did not change, in milliseconds. */
export const ENROLMENT_PATIENCE_MS = 5 * 60_000;

/** What asking about unconfirmed accounts needs from its surroundings. */
export type UnconfirmedPorts = {
  readonly vault: VaultRepository;
  readonly pages: Pick<Pages, 'topOrigin' | 'outcome'>;
  readonly memory: Pick<FillMemory, 'lastOf'>;
  readonly clock: Clock;
};

/** Asks what becomes of accounts that their site never confirmed. Nothing is deleted: what is discarded is no longer in force. */
export function createUnconfirmedService({ vault, pages, memory, clock }: UnconfirmedPorts) {
  const mayAsk = ({ state, keptUnconfirmed }: Entry): boolean => state === 'pending' && keptUnconfirmed !== true;

  /** Whether an enrolment's time is over: long ago, or its code went into another document than the tab shows. */
  async function isOver(entry: Entry, documentId: string): Promise<boolean> {
    if (clock.nowUnixMs() - entry.createdUnixMs >= ENROLMENT_PATIENCE_MS) return true;
    const last = await memory.lastOf(entry.id);
    return last?.isTop === true && last.documentId !== '' && documentId !== '' && last.documentId !== documentId;
  }

  async function change(entryId: string, to: (content: VaultContent) => VaultContent): Promise<PageAnswer> {
    const changed = await vault.mutate((content) =>
      // The site may have confirmed it while the question stood there.
      content.entries.some((entry) => entry.id === entryId && entry.state === 'pending')
        ? ok(to(content))
        : err('no-entry'),
    );
    return changed.ok ? { kind: 'done' } : failed(changed.error);
  }

  return {
    /** The account to ask about on a page that shows no code any more; none while a box there waits for one. */
    async list({ tabId }: RequestOf<'list-unconfirmed'>): Promise<PageAnswer> {
      const none: PageAnswer = { kind: 'unconfirmed', entry: null };
      const origin = await pages.topOrigin(tabId);
      const content = await vault.read({ use: false });
      if (origin === null || !content.ok) return none;
      const waiting = content.value.entries.filter((entry) => entry.origins.includes(origin) && mayAsk(entry));
      const seen = waiting.length === 0 ? null : await pages.outcome(tabId);
      if (seen === null || seen.origin !== origin || seen.asks) return none;
      for (const entry of waiting) {
        if (!(await isOver(entry, seen.documentId))) continue;
        const { id, issuer, account } = entry;
        return { kind: 'unconfirmed', entry: { id, issuer, account } };
      }
      return none;
    },
    keep: ({ entryId }: RequestOf<'keep-unconfirmed'>): Promise<PageAnswer> =>
      change(entryId, (content) => keepUnconfirmed(content, entryId, clock.nowUnixMs())),
    /** Puts an account out of force; reviving it takes that back. */
    discard: ({ entryId }: RequestOf<'discard-unconfirmed'>): Promise<PageAnswer> =>
      change(entryId, (content) => retireEntry(content, entryId, clock.nowUnixMs())),
  };
}
