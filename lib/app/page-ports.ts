/** What a look at one document reported, with what the browser says about that document. */
export type FrameLook = {
  readonly documentId: string;
  readonly frameId: number;
  /** `self.origin`, read in the isolated world. */
  readonly origin: string;
  /** Whether the frame is rendered in its parent; true for the top document. */
  readonly visible: boolean;
  readonly box: 'challenge' | 'enrolment' | 'message-code' | 'none';
};

/** Why a look is taken: the customer asked, or the page changed on an allowed site. */
export type LookMode = 'request' | 'automatic';

/** What came of writing a code into a document. */
export type WriteOutcome =
  | 'filled'
  | 'occupied'
  | 'reverted'
  | 'not-writable'
  | 'no-box'
  | 'wrong-origin'
  | 'page-gone';

/**
 * What a note on the page may say; `sent-code`: the box that was filled is one for a code that the site sent; `used`, `ending`: the
 * next code is waited for until a time in Unix milliseconds.
 */
export type PageNote =
  | 'press-submit'
  | 'sent-code'
  | { readonly waiting: 'used' | 'ending'; readonly untilUnixMs: number };

/** What a tab's top document says after a code was sent; `quote` and `backupQuote` are the page's own sentences. */
export type PageOutcome = {
  readonly origin: string;
  readonly documentId: string;
  readonly said: {
    readonly what: 'on' | 'off' | 'refused';
    readonly quote: string;
    /** Why a code was refused, where the sentence says one thing only. */
    readonly because?: 'used' | 'late';
  } | null;
  readonly backupCodes: readonly string[];
  readonly backupQuote: string;
  /** Whether a box waits for a code. */
  readonly asks: boolean;
  /** Whether a box waits for any proof of who is there: a code, a password, a backup code. */
  readonly proofAsked: boolean;
  /** When the navigation to this document began, in Unix milliseconds; absent where it did not say. */
  readonly startedUnixMs?: number;
};

/** A tab's top document: its exact origin, and the browser's name for it, '' where it gives none. */
export type TopDocument = { readonly origin: string; readonly documentId: string };

/** How long a busy page is waited for: shortly where others wait for the answer too, long where somebody pressed for it. */
export type Patience = 'glance' | 'press';

/** Whether two looks saw the same document, as far as the browser names documents. */
export const isSameDocument = (a: TopDocument, b: TopDocument): boolean =>
  a.origin === b.origin && (a.documentId === b.documentId || a.documentId === '' || b.documentId === '');

/** Whether a tab still shows what it did: the same document, or one out of reach both times. */
export const isStillShown = (before: TopDocument | null, now: TopDocument | null): boolean =>
  before === null || now === null ? before === now : isSameDocument(before, now);

/** The pages of the browser, as far as a grant of the customer reaches. */
export type Pages = {
  /** Exact origin of a tab's top document, or null where the grant does not reach it. */
  topOrigin(tabId: number): Promise<string | null>;
  /** A tab's top document, likewise; null also where the page is too busy to answer a glance, or a press. */
  topDocument(tabId: number, patience?: Patience): Promise<TopDocument | null>;
  /** Looks at every reachable document of a tab; an empty list when nothing is reachable. */
  look(tabId: number, order: LookOrder): Promise<readonly FrameLook[]>;
  /** Writes a code into one exact document, which compares its own origin before it does. */
  write(tabId: number, documentId: string, order: WriteOrder): Promise<WriteOutcome>;
  /** Writes a backup code into one exact document's box for it, likewise. */
  writeBackup(tabId: number, documentId: string, order: Pick<WriteOrder, 'origin' | 'code'>): Promise<WriteOutcome>;
  /** Reads what the top document says; null where the grant does not reach it. */
  outcome(tabId: number): Promise<PageOutcome | null>;
  /** Leaves a watcher in the top document that tells of later changes; what it says by now is taken as known. */
  follow(tabId: number): Promise<void>;
  /** Shows one of our sentences on the page, in a note that reacts to nothing. */
  note(tabId: number, note: PageNote): Promise<void>;
};

/** What is assumed about a page: an entry of this origin, and a code just read from it, whose picture anchors the box. */
type Assumed = { readonly mode: LookMode; readonly enrolledHere: boolean; readonly besideCode: boolean };

/** What a look may assume; `alsoFull`: a box that holds something counts automatically too, where nothing is going to be written. */
export type LookOrder = Assumed & { readonly alsoFull?: true };

/** What a document is told to write; `origin` is compared in the document once more. */
export type WriteOrder = Assumed & { readonly origin: string; readonly code: string };
