import type { Entry } from '../vault/entry.ts';
import type { CheckedClock } from './checked-clock.ts';
import { compareAccount } from './compare-accounts.ts';
import type { FillMemory } from './fill-memory.ts';
import { readFindings } from './found-codes.ts';
import type { FoundStore } from './found-store.ts';
import type { TopDocument } from './page-ports.ts';
import { judgeRefusal, type Refusal } from './why-refused.ts';

/** Where the facts of a refusal are remembered. */
export type RefusalPorts = {
  readonly memory: Pick<FillMemory, 'isRefused' | 'refusedIn'>;
  readonly found: Pick<FoundStore, 'get'>;
  readonly checked: Pick<CheckedClock, 'last'>;
};

/** Whether texts of a page hold an account's name with another secret, and nowhere with its own. */
function showsOtherSecret(texts: readonly string[], entry: Entry, origin: string): boolean {
  const kinds = readFindings(texts).accounts.map((account) => compareAccount(account, [entry], origin).kind);
  return kinds.includes('other-secret') && !kinds.includes('already-here');
}

/** Gathers what is known of an origin's refusal, and judges it. */
export function createRefusals({ memory, found, checked }: RefusalPorts) {
  return {
    /**
     * The refusal that waits at a tab's top document.
     * @param correctionSeconds what codes are corrected by now
     * @returns null where the origin refused nothing since the customer asked last
     */
    async at(
      tabId: number,
      top: TopDocument,
      entries: readonly Entry[],
      correctionSeconds: number,
    ): Promise<Refusal | null> {
      const { origin } = top;
      if (!(await memory.isRefused(origin))) return null;
      const [refused, check, onPage] = await Promise.all([
        memory.refusedIn(tabId, top),
        checked.last(origin),
        found.get(tabId, origin),
      ]);
      const entry = entries.find(({ id }) => id === refused?.entryId);
      // Only while an enrolment waits does the page's secret say what the site checks codes against.
      const waits = entry?.state === 'pending' && refused?.purpose !== 'backup';
      const otherSecret = waits && onPage !== null && showsOtherSecret(onPage.texts, entry, origin);
      return judgeRefusal({ refused, check, correctionSeconds, otherSecret });
    },
  };
}
