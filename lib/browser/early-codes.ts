import type { PageRequest } from '../messages/protocol.ts';
import type { CurrentTab } from './current-tab.ts';
import type { EarlyScan } from './early-scan.ts';

/** Several screens of codes: a thousand accounts take a fifth of a second to list, and nobody sees them all at first. */
export const FIRST_CODES = 40;

/**
 * The tab of an opening popup, what is stored of how codes are shown, what the background answered about the first of them, and the scan of
 * the tab; null where no page is read.
 */
export type EarlyCodes = {
  readonly tab: CurrentTab | null;
  readonly habits: Promise<Readonly<Record<string, unknown>>>;
  readonly answer: Promise<unknown>;
  readonly scan: Promise<EarlyScan> | null;
};

declare global {
  var doorcodeEarlyCodes: Promise<EarlyCodes> | undefined;
}

/** What an opening popup asks first. */
export const firstRequest = (tabId: number): PageRequest => ({ kind: 'list-entries', tabId, most: FIRST_CODES });

/**
 * Wraps a transport so that the popup's first question gets the answer that was asked for while its script was loading.
 * @param early that answer; later questions, and any other first one, are asked anew
 */
export function answeredEarly(
  send: (request: PageRequest) => Promise<unknown>,
  early: Promise<unknown> | null,
): (request: PageRequest) => Promise<unknown> {
  let waiting = early;
  return (request) => {
    const answer = waiting;
    waiting = null;
    const same = request.kind === 'list-entries' && request.most === FIRST_CODES;
    return answer !== null && same ? answer : send(request);
  };
}

/** An act that is given what was begun early the first time, and nothing after that: a page is read anew then. */
export function onceBegun<B, R>(begun: B | null, act: (begun: B | null) => R): () => R {
  let waiting = begun;
  return () => {
    const first = waiting;
    waiting = null;
    return act(first);
  };
}
