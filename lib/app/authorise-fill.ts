import type { Entry } from '../vault/entry.ts';
import { isFillableOrigin } from './origin.ts';
import { isPortalAllowed, type Policies } from './policies.ts';

/** Codes with less than this left are not written: they would expire between filling and the server's check. */
export const MINIMUM_CODE_LIFE_MS = 3_000;

/** What the browser says about the document that would receive the code. */
export type FillTarget = {
  /** `self.origin` of the document, reported from the isolated world. */
  readonly origin: string;
  /** Origin of the tab's top document. */
  readonly topOrigin: string;
  /** True for the tab's top document. */
  readonly isTop: boolean;
  /** True when the frame's element is rendered and visible in its parent; always true for the top document. */
  readonly visible: boolean;
  /** The browser's identifier of the document; empty when it gave none. */
  readonly documentId: string;
};

/** Why a fill is asked for: the customer pressed something, or the page showed a box on a site that was allowed. */
export type FillTrigger = 'request' | 'automatic';

/** Everything the decision depends on. */
export type FillQuestion = {
  readonly entry: Pick<Entry, 'origins' | 'state'>;
  readonly target: FillTarget;
  readonly trigger: FillTrigger;
  /** Exact origins where the customer allowed automatic filling. */
  readonly automaticOrigins: readonly string[];
  /** The only sites that the customer's organisation allows; null for no bound. */
  readonly allowedPortals: Policies['allowedPortals'];
  /** True after a refused code at this origin, until the customer asks again. */
  readonly refusedHere: boolean;
  /** True when this very code was already filled automatically once. */
  readonly repeatsCode: boolean;
  /** Unix milliseconds. */
  readonly nowUnixMs: number;
  /** Unix milliseconds at which the code stops being shown; null for counter-based codes. */
  readonly codeEndsUnixMs: number | null;
};

/** Why a code is not released. */
export type FillRefusal =
  | 'origin-not-fillable'
  | 'portal-not-allowed'
  | 'entry-has-no-site'
  | 'other-origin'
  | 'cross-origin-frame'
  | 'frame-not-visible'
  | 'document-unknown'
  | 'not-allowed-automatically'
  | 'refused-before'
  | 'code-already-filled'
  | 'entry-stale'
  | 'code-expires-soon';

/** The answer: the exact document that may be written to, or the reason for silence. */
export type FillDecision =
  | { readonly kind: 'allowed'; readonly origin: string; readonly documentId: string }
  | { readonly kind: 'refused'; readonly reason: FillRefusal };

const refuse = (reason: FillRefusal): FillDecision => ({ kind: 'refused', reason });

/**
 * Decides whether a code may be written into a document; every path to a code in a page goes through here (design §2).
 * @returns the exact origin and document to pin, or the first reason that forbids it
 */
export function authoriseFill(question: FillQuestion): FillDecision {
  const { entry, target } = question;
  if (!isFillableOrigin(target.origin)) return refuse('origin-not-fillable');
  if (target.topOrigin !== target.origin) return refuse('cross-origin-frame');
  if (!isPortalAllowed(question, target.origin)) return refuse('portal-not-allowed');
  if (entry.origins.length === 0) return refuse('entry-has-no-site');
  if (!entry.origins.includes(target.origin)) return refuse('other-origin');
  if (!target.isTop && !target.visible) return refuse('frame-not-visible');
  if (target.documentId === '') return refuse('document-unknown');
  if (question.trigger === 'automatic') {
    if (!question.automaticOrigins.includes(target.origin)) return refuse('not-allowed-automatically');
    if (entry.state === 'stale') return refuse('entry-stale');
    if (question.refusedHere) return refuse('refused-before');
    if (question.repeatsCode) return refuse('code-already-filled');
  }
  if (question.codeEndsUnixMs !== null && question.codeEndsUnixMs - question.nowUnixMs < MINIMUM_CODE_LIFE_MS) {
    return refuse('code-expires-soon');
  }
  return { kind: 'allowed', origin: target.origin, documentId: target.documentId };
}
