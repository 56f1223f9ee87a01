import type { Entry } from '../vault/entry.ts';
import { authoriseFill, type FillRefusal, type FillTrigger } from './authorise-fill.ts';
import type { FilledCode } from './filled-record.ts';
import type { FrameLook, LookMode, Pages, WriteOutcome } from './page-ports.ts';

/** A code with the end of its life; null for counter-based codes. */
export type FreshCode = { readonly code: string; readonly endsUnixMs: number | null };

/** A code as it is written, with the end of its life. */
export type WrittenCode = Omit<FilledCode, 'life'> & Pick<FreshCode, 'endsUnixMs'>;

/** What the fill use case needs from outside. */
export type FillPorts = {
  readonly pages: Pages;
  /** The code of an entry now. */
  readonly codeNow: (entry: Entry) => FreshCode;
  readonly nowUnixMs: () => number;
  /**
   * Notes a code that is about to be written: whatever the page says came of it, it had the code. Gives what takes back that the
   * tab waits for the site's answer to it.
   */
  readonly noteReleased: (released: WrittenCode) => Promise<() => Promise<void>>;
};

/** Who asks, for which entry, where. */
export type FillOrder = {
  readonly entry: Entry;
  readonly tabId: number;
  readonly trigger: FillTrigger;
  /** How the page is looked at; strictly where nobody pressed for this very box. */
  readonly mode: LookMode;
  readonly automaticOrigins: readonly string[];
  /** The only sites that the customer's organisation allows; null for no bound. */
  readonly allowedPortals: readonly string[] | null;
  readonly refusedHere: boolean;
  /** The code written last for this entry and the document it went to; null when none was. */
  readonly lastFilled: { readonly code: string; readonly documentId: string } | null;
  /** True right after a code was read from this page: the box to fill stands beside it. */
  readonly besideCode: boolean;
  /** The code written last was refused: only a later one will do, in whatever document. */
  readonly next?: boolean;
  /** The one document that may be filled by itself, and there no box of an enrolment; null where the customer pressed. */
  readonly onlyDocument: string | null;
};

/** What came of a fill, in words that the popup can translate; `locked`: the vault closed while the next code was waited for. */
export type FillResult =
  | {
      readonly kind: 'written';
      readonly origin: string;
      readonly purpose: 'challenge' | 'enrolment';
      /** False when a counter-based code went out and its next counter could not be stored. */
      readonly counterKept: boolean;
    }
  | { readonly kind: 'withheld'; readonly reason: FillRefusal | 'locked' }
  | { readonly kind: 'not-written'; readonly outcome: WriteOutcome };

/** The next code may be written, and this one may not: it was used, or is about to end. */
export type FillWait = { readonly kind: 'wait'; readonly why: 'used' | 'ending'; readonly untilUnixMs: number };

/** Documents with a box, the top one first, so that a frame never wins over the page that the customer sees. */
function boxesOf(
  looks: readonly FrameLook[],
  { mode, onlyDocument }: Pick<FillOrder, 'mode' | 'onlyDocument'>,
): readonly FrameLook[] {
  const wanted = looks.filter(({ box, documentId }) => {
    if (onlyDocument !== null) return box === 'challenge' && documentId === onlyDocument;
    return box !== 'none' && (mode === 'request' || box !== 'message-code');
  });
  return wanted.toSorted((a, b) => a.frameId - b.frameId);
}

const isWaitable = (reason: FillRefusal, usedElsewhere: boolean): boolean =>
  reason === 'code-expires-soon' || (reason === 'code-already-filled' && usedElsewhere);

/**
 * Fills an entry's code into the one document of a tab that may have it.
 * @returns what was written where, why nothing was, or what has to be waited for: everything is asked anew after a wait
 */
export async function fillCode(order: FillOrder, ports: FillPorts): Promise<FillResult | FillWait> {
  const lookOrder = {
    mode: order.mode,
    enrolledHere: order.entry.origins.length > 0,
    besideCode: order.besideCode,
  };
  const looks = await ports.pages.look(order.tabId, lookOrder);
  const top = looks.find((look) => look.frameId === 0);
  if (top === undefined) return { kind: 'not-written', outcome: 'page-gone' };
  let refusal: FillRefusal | null = null;
  const boxes = boxesOf(looks, order);
  // A site that sends the code by itself may have answered by the time that we hear of the writing. It may take seconds, so
  // that the code is chosen after it.
  if (boxes.length > 0) await ports.pages.follow(order.tabId);
  for (const look of boxes) {
    const fresh = ports.codeNow(order.entry);
    const isUsed = order.lastFilled?.code === fresh.code;
    const decision = authoriseFill({
      ...order,
      target: { ...look, topOrigin: top.origin, isTop: look.frameId === 0 },
      repeatsCode: isUsed,
      nowUnixMs: ports.nowUnixMs(),
      codeEndsUnixMs: fresh.endsUnixMs,
    });
    // A verifier takes no step twice (RFC 6238 §5.2): what went into another document was probably sent from there.
    const usedElsewhere = isUsed && (order.next === true || order.lastFilled?.documentId !== look.documentId);
    const waits = decision.kind === 'allowed' ? usedElsewhere : isWaitable(decision.reason, usedElsewhere);
    if (waits && fresh.endsUnixMs !== null)
      return { kind: 'wait', why: isUsed ? 'used' : 'ending', untilUnixMs: fresh.endsUnixMs };
    if (decision.kind === 'refused') {
      refusal ??= decision.reason;
      continue;
    }
    const { origin, documentId } = decision;
    const purpose = look.box === 'enrolment' ? 'enrolment' : 'challenge';
    const isTop = look.frameId === 0;
    const takeBack = await ports.noteReleased({ ...fresh, origin, documentId, purpose, isTop });
    const outcome = await ports.pages.write(order.tabId, documentId, { ...lookOrder, origin, code: fresh.code });
    if (outcome !== 'filled') {
      await takeBack();
      return { kind: 'not-written', outcome };
    }
    if (look.box === 'message-code') await ports.pages.note(order.tabId, 'sent-code');
    return { kind: 'written', origin, purpose, counterKept: true };
  }
  return refusal === null ? { kind: 'not-written', outcome: 'no-box' } : { kind: 'withheld', reason: refusal };
}
