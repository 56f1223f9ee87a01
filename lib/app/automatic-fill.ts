import type { ContentRequest } from '../messages/protocol.ts';
import type { AutomaticSites } from './automatic-sites.ts';
import type { Badge } from './badge.ts';
import { entriesForLogin } from './entry-life.ts';
import type { FillMemory } from './fill-memory.ts';
import type { Filler } from './filler.ts';
import type { FollowUp } from './follow-up.ts';
import type { VaultRepository } from './vault-repository.ts';

/** The document that speaks, as the browser vouches for it. */
export type Speaker = {
  readonly origin: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string;
};

/** What automatic filling needs from its surroundings. */
export type AutomaticPorts = {
  readonly vault: VaultRepository;
  readonly sites: AutomaticSites;
  readonly memory: FillMemory;
  readonly filler: Filler;
  readonly followUp: Pick<FollowUp, 'look'>;
  readonly badge: (tabId: number, badge: Badge) => Promise<void>;
};

/**
 * Answers what the watcher of an allowed site saw; the exact origin is compared before anything else.
 * @returns whether the document may go on watching; it learns nothing else, no entry and no code
 */
export function createAutomaticFill(ports: AutomaticPorts) {
  const { vault, sites, memory, filler, badge } = ports;

  async function onChallenge({ origin, tabId, documentId }: Speaker): Promise<void> {
    if (await memory.followsFill(tabId, origin, documentId)) {
      await memory.passed(tabId);
      await memory.refuse(origin);
    }
    if (await memory.isRefused(origin)) return badge(tabId, 'refused');
    const content = await vault.read({ use: false });
    if (!content.ok) return badge(tabId, content.error === 'locked' ? 'locked' : 'none');
    const here = entriesForLogin(content.value.entries, origin);
    const [entry] = here;
    if (entry === undefined) return;
    // Which of two accounts is logging in is the customer's to say.
    if (here.length > 1) return badge(tabId, 'several');
    // A counter moves with each code that leaves; only a press may move it.
    if (entry.parameters.type === 'hotp') return;
    // One document gets one code: a script in an allowed page must not collect one after the other.
    if (await memory.filledDocument(documentId)) return;
    await badge(tabId, 'none');
    await filler.automatically(entry, tabId, origin);
  }

  // A page that changes without end costs one look at a time.
  const looking = new Set<number>();
  async function lookOnce(tabId: number): Promise<void> {
    if (looking.has(tabId)) return;
    looking.add(tabId);
    try {
      await ports.followUp.look(tabId);
    } finally {
      looking.delete(tabId);
    }
  }

  return async (request: ContentRequest, speaker: Speaker): Promise<boolean> => {
    // A document that a code was just written into says when it changed; so much was allowed by the press.
    const followed = (await memory.lastInTab(speaker.tabId))?.origin === speaker.origin;
    if (request.kind === 'page-changed') {
      const heard = speaker.frameId === 0 && (followed || (await sites.allows(speaker.origin)));
      if (heard) await lookOnce(speaker.tabId);
      return heard;
    }
    if (!(await sites.allows(speaker.origin))) return false;
    if (request.kind === 'challenge-seen') await onChallenge(speaker);
    if (request.kind === 'no-challenge' && speaker.frameId === 0) {
      await ports.followUp.look(speaker.tabId);
      await memory.passed(speaker.tabId);
    }
    return true;
  };
}
