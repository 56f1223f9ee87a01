import type { ContentRequest } from '../messages/protocol.ts';
import type { AutomaticSites } from './automatic-sites.ts';
import type { Badge } from './badge.ts';
import { entryForLogin } from './entry-for-login.ts';
import type { FillMemory } from './fill-memory.ts';
import type { Filler } from './filler.ts';
import type { FollowUp } from './follow-up.ts';
import type { LoginNames } from './page-names.ts';
import type { WriteOutcome } from './page-ports.ts';
import type { SiteButton, SubmittingSites } from './submitting-sites.ts';
import { createTurns } from './turns.ts';
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
  readonly names: LoginNames;
  readonly submitting: Pick<SubmittingSites, 'has'>;
  readonly button: SiteButton;
  readonly badge: (tabId: number, badge: Badge) => Promise<void>;
  /** Puts the detector into a document that has something to look at, where it speaks for itself from then on; whether it came there. */
  readonly lookCloser: (tabId: number, frameId: number, documentId: string) => Promise<boolean>;
  /** Brings what fills and what reads the answer into a tab, while the vault is read. */
  readonly makeReady: (tabId: number) => Promise<void>;
};

const isLeftEmpty = (outcome: WriteOutcome): boolean => outcome === 'reverted' || outcome === 'not-writable';

/**
 * Answers what the watcher of an allowed site saw; the exact origin is compared before anything else.
 * @returns whether the document may go on watching, or whether the detector came; it learns nothing else, no entry and no code
 */
export function createAutomaticFill(ports: AutomaticPorts) {
  const { vault, sites, memory, filler, badge } = ports;

  /** Presses the button after the code that this document just got by itself, which it gets once. */
  async function pressButton({ origin, tabId, documentId }: Speaker): Promise<void> {
    const last = await memory.lastInTab(tabId);
    if (last?.documentId !== documentId || last.purpose !== 'challenge' || (await memory.isRefused(origin))) return;
    await ports.button.press(tabId, documentId, { origin, code: last.code });
  }

  async function onChallenge(speaker: Speaker): Promise<void> {
    const { origin, tabId, frameId, documentId } = speaker;
    if (await memory.followsFill(tabId, origin, documentId)) {
      // Which document the tab shows around a frame is not known here.
      const shownIn = frameId === 0 ? documentId : '';
      await memory.refuse(origin, tabId, { answered: 'now', documentId: shownIn });
      await memory.passed(tabId);
    }
    if (await memory.isRefused(origin)) return badge(tabId, 'refused');
    void ports.makeReady(tabId);
    // At once, as each is a question to the browser's storage, and somebody waits for the code.
    const [content, isFilled, isKept] = await Promise.all([
      vault.read({ use: false }),
      memory.filledDocument(documentId),
      memory.keepsNone(origin).then((none) => !none),
    ]);
    if (!content.ok) return badge(tabId, content.error === 'locked' ? 'locked' : 'none');
    // One document gets one code: a script in an allowed page must not collect one after the other.
    if (isFilled) return;
    // By itself it would only go on so; a press fills.
    if (!isKept) return badge(tabId, 'unfilled');
    const login = await entryForLogin(content.value.entries, origin, { tabId, documentId }, ports.names);
    if (login.kind === 'none') return;
    if (login.kind === 'several') return badge(tabId, 'several');
    const { entry } = login;
    // A counter moves with each code that leaves; only a press may move it.
    if (entry.parameters.type === 'hotp') return;
    // Somebody waits for the code, and nobody for the sign.
    const cleared = badge(tabId, 'none');
    const submits = await ports.submitting.has(origin);
    if (submits) await ports.button.watch(tabId, documentId);
    const result = await filler.automatically(entry, tabId, origin, documentId);
    await cleared;
    if (submits && result.kind === 'written') await pressButton(speaker);
    // The box is there and empty, or was drawn anew: somebody has to press.
    if (result.kind === 'not-written' && isLeftEmpty(result.outcome)) await badge(tabId, 'unfilled');
  }

  const looks = createTurns<number>();
  const waiting = new Map<number, Promise<void>>();

  /** Looks at a tab once the look under way has ended; one that waits already sees all that changes until it begins. */
  function lookOnce(tabId: number, heard: boolean): Promise<void> {
    const next = waiting.get(tabId);
    if (next !== undefined) return next;
    const look = looks.after(tabId, async () => {
      waiting.delete(tabId);
      await ports.followUp.look(tabId, heard);
    });
    waiting.set(tabId, look);
    return look;
  }

  return async (request: ContentRequest, speaker: Speaker): Promise<boolean> => {
    if (request.kind === 'page-changed') {
      // A document that a code was just written into says when it changed; so much was allowed by the press.
      const followed = (await memory.lastInTab(speaker.tabId))?.origin === speaker.origin;
      const heard = speaker.frameId === 0 && (followed || (await sites.watches(speaker.origin)));
      if (heard) await lookOnce(speaker.tabId, true);
      return heard;
    }
    if (!(await sites.watches(speaker.origin))) return false;
    if (request.kind === 'worth-a-look') return ports.lookCloser(speaker.tabId, speaker.frameId, speaker.documentId);
    if (request.kind === 'challenge-seen') await onChallenge(speaker);
    if (request.kind === 'no-challenge' && speaker.frameId === 0) {
      const last = await memory.lastInTab(speaker.tabId);
      // Where nothing was filled, the page is read once its words are worth it: to read each one costs it a tenth of a second.
      if (last?.origin !== speaker.origin) return true;
      await lookOnce(speaker.tabId, false);
      // Only the next document of the same site is past the challenge.
      if (last.documentId !== speaker.documentId) await memory.passed(speaker.tabId);
    }
    return true;
  };
}
