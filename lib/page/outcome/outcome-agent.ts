import { asksForProof } from './asks-for-proof.ts';
import { type Outcome, readOutcome } from './read-outcome.ts';
import { statementsOf } from './statements.ts';

/** What the agent answers about its document; the sentences are the page's own. */
export type OutcomeReport = {
  readonly origin: string;
  readonly said: {
    readonly what: 'on' | 'off' | 'refused';
    readonly quote: string;
    readonly because?: 'used' | 'late';
  } | null;
  readonly backupCodes: readonly string[];
  readonly backupQuote: string;
  readonly asks: boolean;
  readonly proofAsked: boolean;
  /** When the navigation to the document began, in Unix milliseconds: a form that led here was sent then. */
  readonly startedUnixMs: number;
};

/** Reads a document after a code was sent from it, and watches it for that. */
export type OutcomeAgent = {
  read(): OutcomeReport;
  /** Takes what the document says by now as known, and tells of each new sentence or backup code after that. */
  follow(): void;
};

const SETTLE_MS = 150;

/**
 * Makes the agent of a document.
 * @param view the document's window, in the isolated world of an injected script
 * @param asks whether a box of the document waits for a code
 * @param tell called when the document says something new; it gets no text of the page
 */
export function createOutcomeAgent(
  view: Window & typeof globalThis,
  asks: () => boolean,
  tell: () => void,
): OutcomeAgent {
  const page = view.document;
  let known = new WeakSet<Element>();
  let lastSaid: Element | null = null;
  let lastCodes = '';
  let resting = false;
  let changed = false;
  let observer: MutationObserver | null = null;

  const isNews = ({ said, backup }: Outcome): boolean => {
    const codes = backup?.codes.join(' ') ?? '';
    const news = (said !== null && said.element !== lastSaid) || (codes !== '' && codes !== lastCodes);
    lastSaid = said?.element ?? null;
    lastCodes = codes;
    return news;
  };

  // At once, as a page may lead on as soon as it has said so; an error may be a flicker, and waits for the next look.
  const lookAtOnce = (): void => {
    const seen = readOutcome(page, asks(), known);
    if (seen.said?.what !== 'refused' && isNews(seen)) tell();
  };
  // Not put off by further changes: a page with a clock in it would never come to rest.
  const lookRested = (): void => {
    resting = false;
    if (isNews(readOutcome(page, asks(), known))) tell();
    if (changed) rest();
  };
  const rest = (): void => {
    changed = false;
    resting = true;
    setTimeout(lookRested, SETTLE_MS);
  };
  const onChange = (): void => {
    changed = resting;
    if (resting) return;
    rest();
    lookAtOnce();
  };

  return {
    read() {
      const asking = asks();
      const { said, backup } = readOutcome(page, asking, known);
      return {
        origin: view.origin,
        said:
          said === null
            ? null
            : { what: said.what, quote: said.quote, ...(said.because === null ? {} : { because: said.because }) },
        backupCodes: backup?.codes ?? [],
        backupQuote: backup?.quote ?? '',
        asks: asking,
        proofAsked: asking || asksForProof(page),
        startedUnixMs: Math.round(Date.now() - view.performance.now()),
      };
    },
    follow() {
      known = new WeakSet(statementsOf(page).map(({ element }) => element));
      observer ??= new MutationObserver(onChange);
      observer.observe(page, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ['class', 'hidden', 'open'],
      });
    },
  };
}
