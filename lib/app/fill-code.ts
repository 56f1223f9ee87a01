import type { Entry } from '../vault/entry.ts';
import { authoriseFill, type FillRefusal, type FillTrigger } from './authorise-fill.ts';
import type { FrameLook, Pages, WriteOutcome } from './page-ports.ts';

/** A code with the end of its life; null for counter-based codes. */
export type FreshCode = { readonly code: string; readonly endsUnixMs: number | null };

/** What the fill use case needs from outside. */
export type FillPorts = {
  readonly pages: Pages;
  /** The code of an entry now. */
  readonly codeNow: (entry: Entry) => FreshCode;
  readonly nowUnixMs: () => number;
  /** Resolves at a time given in Unix milliseconds. */
  readonly waitUntil: (unixMs: number) => Promise<void>;
  /** Told before a wait: why, and until when. */
  readonly onWait: (why: 'used' | 'ending', untilUnixMs: number) => Promise<void>;
};

/** Who asks, for which entry, where. */
export type FillOrder = {
  readonly entry: Entry;
  readonly tabId: number;
  readonly trigger: FillTrigger;
  readonly automaticOrigins: readonly string[];
  readonly refusedHere: boolean;
  /** The code written last for this entry and the document it went to; null when none was. */
  readonly lastFilled: { readonly code: string; readonly documentId: string } | null;
  /** True right after a code was read from this page: the box to fill stands beside it. */
  readonly besideCode: boolean;
};

/** The result, in words that the popup can translate. */
export type FillResult =
  | {
      readonly kind: 'written';
      readonly origin: string;
      readonly purpose: 'challenge' | 'enrolment';
      /** False when a counter-based code went out and its next counter could not be stored. */
      readonly counterKept: boolean;
    }
  | { readonly kind: 'withheld'; readonly reason: FillRefusal }
  | { readonly kind: 'not-written'; readonly outcome: WriteOutcome };

/** Documents with a box, the top one first, so that a frame never wins over the page that the customer sees. */
function boxesOf(looks: readonly FrameLook[], trigger: FillTrigger): readonly FrameLook[] {
  const wanted = looks.filter((look) => look.box !== 'none' && (trigger === 'request' || look.box !== 'message-code'));
  return wanted.toSorted((a, b) => a.frameId - b.frameId);
}

const waitable = (reason: FillRefusal, usedElsewhere: boolean): boolean =>
  reason === 'code-expires-soon' || (reason === 'code-already-filled' && usedElsewhere);

/**
 * Fills an entry's code into the one document of a tab that may have it.
 * @returns what was written where, or why nothing was; a code about to expire is waited for, never written
 */
export async function fillCode(order: FillOrder, ports: FillPorts): Promise<FillResult> {
  const lookOrder = {
    mode: order.trigger,
    enrolledHere: order.entry.origins.length > 0,
    besideCode: order.besideCode,
  };
  const looks = await ports.pages.look(order.tabId, lookOrder);
  const top = looks.find((look) => look.frameId === 0);
  if (top === undefined) return { kind: 'not-written', outcome: 'page-gone' };
  let refusal: FillRefusal | null = null;
  for (const look of boxesOf(looks, order.trigger)) {
    const isUsed = (fresh: FreshCode) => order.lastFilled?.code === fresh.code;
    const ask = (fresh: FreshCode) =>
      authoriseFill({
        ...order,
        target: { ...look, topOrigin: top.origin, isTop: look.frameId === 0 },
        repeatsCode: isUsed(fresh),
        nowUnixMs: ports.nowUnixMs(),
        codeEndsUnixMs: fresh.endsUnixMs,
      });
    let fresh = ports.codeNow(order.entry);
    let decision = ask(fresh);
    // A verifier takes no step twice (RFC 6238 §5.2): what went into another document was probably sent from there.
    const usedElsewhere = isUsed(fresh) && order.lastFilled?.documentId !== look.documentId;
    const waits = decision.kind === 'allowed' ? usedElsewhere : waitable(decision.reason, usedElsewhere);
    if (waits && fresh.endsUnixMs !== null) {
      await ports.onWait(isUsed(fresh) ? 'used' : 'ending', fresh.endsUnixMs);
      await ports.waitUntil(fresh.endsUnixMs);
      fresh = ports.codeNow(order.entry);
      decision = ask(fresh);
    }
    if (decision.kind === 'refused') {
      refusal ??= decision.reason;
      continue;
    }
    const { origin, documentId } = decision;
    const outcome = await ports.pages.write(order.tabId, documentId, { ...lookOrder, origin, code: fresh.code });
    if (outcome !== 'filled') return { kind: 'not-written', outcome };
    return {
      kind: 'written',
      origin,
      purpose: look.box === 'enrolment' ? 'enrolment' : 'challenge',
      counterKept: true,
    };
  }
  return refusal === null ? { kind: 'not-written', outcome: 'no-box' } : { kind: 'withheld', reason: refusal };
}
