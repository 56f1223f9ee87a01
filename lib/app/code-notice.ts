import { isRecord } from '../vault/shape.ts';
import type { Speaker } from './automatic-fill.ts';
import type { AutomaticSites } from './automatic-sites.ts';
import type { Badge } from './badge.ts';
import type { EnrolmentReading } from './enrolment-reading.ts';
import { describeFound, readFindings } from './found-codes.ts';
import type { Pages } from './page-ports.ts';
import { isPortalAllowed } from './policies.ts';
import type { PolicySource } from './policy-source.ts';
import type { SessionStore } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What noticing an enrolment's code needs from its surroundings. */
export type NoticePorts = {
  readonly vault: Pick<VaultRepository, 'read'>;
  readonly sites: Pick<AutomaticSites, 'watches'>;
  readonly pages: Pick<Pages, 'topOrigin'>;
  readonly policies: Pick<PolicySource, 'now'>;
  readonly session: SessionStore;
  /** Reads the pictures of one frame that its page presents as an enrolment's code. */
  readonly read: (tabId: number, frameId: number) => Promise<EnrolmentReading | null>;
  readonly badge: (tabId: number, badge: Badge) => Promise<void>;
  /** Takes one of these signs off a tab's button; another sign stays. */
  readonly unbadge: (tabId: number, badges: readonly Badge[]) => Promise<void>;
};

/** The signs that a noticed code puts on the button. */
const signs = ['code', 'perhaps-code'] as const satisfies readonly Badge[];

/** The name that what was noticed on a tab is kept under. */
export const noticedOn = (tabId: number): string => `noticed.${tabId}`;

/**
 * Notices an enrolment's code on sites that the customer, and the organisation, allowed, and says so on the tab's button. What was read is compared with
 * the vault and dropped: only a press keeps it.
 */
export function createCodeNotice({ vault, sites, pages, policies, session, read, badge, unbadge }: NoticePorts) {
  // What was reported while a tab is being read is read next, and only the latest of it.
  const waiting = new Map<number, Speaker | null>();

  /** What a reading is called; a code whose every account is in the open vault already is no news. */
  async function signOf({ origin, keys, perhaps }: EnrolmentReading): Promise<(typeof signs)[number] | null> {
    const { accounts } = readFindings(keys);
    if (accounts.length === 0) return perhaps ? 'perhaps-code' : null;
    // What a page shows is no use of the vault: its lock is not put off.
    const content = await vault.read({ use: false });
    if (!content.ok) return 'code';
    const described = describeFound(accounts, content.value.entries, origin);
    return described.some(({ status }) => status !== 'already-here') ? 'code' : null;
  }

  async function over(tabId: number): Promise<void> {
    await session.remove([noticedOn(tabId)]);
    await unbadge(tabId, signs);
  }

  async function look({ tabId, frameId, origin, documentId }: Speaker): Promise<void> {
    // A frame inside another site's page offers that page no account.
    if ((await pages.topOrigin(tabId)) !== origin) return;
    // The press that the sign asks for would be refused: no account is added from this site.
    if (!isPortalAllowed(await policies.now(), origin)) return over(tabId);
    const seen = await read(tabId, frameId);
    const sign = seen === null || seen.origin !== origin ? null : await signOf(seen);
    if (sign === null) return over(tabId);
    await session.set({ [noticedOn(tabId)]: { documentId } });
    await badge(tabId, sign);
  }

  async function lookInTurn(tabId: number): Promise<void> {
    try {
      for (let next = waiting.get(tabId); next; next = waiting.get(tabId)) {
        waiting.set(tabId, null);
        await look(next);
      }
    } finally {
      waiting.delete(tabId);
    }
  }

  return {
    /**
     * Hears what the watcher of a document saw.
     * @returns whether the document may go on watching
     */
    async hear(kind: 'code-perhaps' | 'code-gone', speaker: Speaker): Promise<boolean> {
      const { tabId, origin, documentId } = speaker;
      if (!(await sites.watches(origin))) return false;
      if (kind === 'code-gone') {
        const noticed = await session.get(noticedOn(tabId));
        if (isRecord(noticed) && noticed.documentId === documentId) await over(tabId);
        return true;
      }
      const busy = waiting.has(tabId);
      waiting.set(tabId, speaker);
      if (!busy) await lookInTurn(tabId);
      return true;
    },
    /** The code was added, or another document came: nothing is to be said of it any more. */
    over,
  };
}

/** Notices codes. */
export type CodeNotice = ReturnType<typeof createCodeNotice>;
