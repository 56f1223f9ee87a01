import { browser } from 'wxt/browser';
import { decodeOutcome } from '../app/page-outcome.ts';
import type {
  FrameLook,
  LookOrder,
  PageNote,
  PageOutcome,
  Pages,
  Patience,
  TopDocument,
  WriteOrder,
  WriteOutcome,
} from '../app/page-ports.ts';
import { claimsBox, vouchedLooks } from '../app/vouched-looks.ts';
import { inTime } from './in-time.ts';
import { textOf } from './text.ts';
import { vouchedOrigins } from './vouched-origins.ts';

/** The script that leaves the agent. */
export const PAGE_SCRIPT = '/fill.js';
const OUTCOME_SCRIPT = '/outcome.js';

/** What the injected script offers in the isolated world; called by functions that the browser serialises. */
export type PageAgent = {
  look(order: LookOrder): { origin: string; visible: boolean; box: FrameLook['box'] };
  write(order: WriteOrder): Promise<WriteOutcome>;
  writeBackup(order: Pick<WriteOrder, 'origin' | 'code'>): Promise<WriteOutcome>;
  note(text: string): void;
  box(): Element | null;
};

/** What the script injected after a fill offers in the isolated world. */
export type OutcomeReader = { read(): Omit<PageOutcome, 'documentId'>; follow(): void };

declare global {
  var doorcodeOutcome: OutcomeReader | undefined;
  var doorcodePage: PageAgent | undefined;
}

type Injected<T> = { readonly frameId: number; readonly documentId?: string; readonly result?: T };

// A page that never ends loading, or that is busy with itself, must not keep the popup from showing codes.
const LOOK_PATIENCE_MS = 1_500;
// Somebody pressed for this and sees that it is under way: a slow computer must not be told that the page is gone.
const PRESSED_PATIENCE_MS = 10_000;

/** Runs a function in documents of a tab; frames out of reach are skipped by the browser, a lost grant gives an empty list. */
export async function inject<T>(
  target: { tabId: number; allFrames?: boolean; documentIds?: string[]; frameIds?: number[] },
  script: { files: string[] } | { func: (...args: never[]) => T; args: readonly unknown[] },
  patienceMs = LOOK_PATIENCE_MS,
): Promise<readonly Injected<Awaited<T>>[]> {
  try {
    const running = browser.scripting.executeScript({ target, injectImmediately: true, ...script } as never);
    return JSON.parse(JSON.stringify(await inTime(running, patienceMs, [])));
  } catch {
    return [];
  }
}

/** Whether the browser, too, says that a tab shows this origin; a script in the page's process could answer anything. */
async function isShown(tabId: number, origin: string): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.url === undefined || URL.parse(tab.url)?.origin === origin;
}

function sentenceOf(note: PageNote): string {
  if (note === 'press-submit') return textOf('notePressSubmit');
  if (note === 'sent-code') return textOf('noteSentCode');
  const seconds = Math.max(1, Math.ceil((note.untilUnixMs - Date.now()) / 1000));
  return textOf(note.waiting === 'used' ? 'noteUsed' : 'noteEnding', [String(seconds)]);
}

async function topDocument(tabId: number, patience: Patience = 'glance'): Promise<TopDocument | null> {
  const patienceMs = patience === 'press' ? PRESSED_PATIENCE_MS : LOOK_PATIENCE_MS;
  const [injected] = await inject({ tabId }, { func: () => self.origin, args: [] }, patienceMs);
  const origin = injected?.result ?? 'null';
  // An opaque origin (a sandboxed page, a local file) belongs to nobody.
  if (origin === 'null' || !(await isShown(tabId, origin))) return null;
  return { origin, documentId: injected?.documentId ?? '' };
}

/** The pages port over `scripting.executeScript`, under the grant of a press or a site permission. */
export const pages: Pages = {
  topOrigin: async (tabId) => (await topDocument(tabId))?.origin ?? null,
  topDocument,
  look: async (tabId, order) => {
    const patienceMs = order.mode === 'request' ? PRESSED_PATIENCE_MS : LOOK_PATIENCE_MS;
    await inject({ tabId, allFrames: true }, { files: [PAGE_SCRIPT] }, patienceMs);
    const looks = await inject(
      { tabId, allFrames: true },
      {
        func: (given: LookOrder) => globalThis.doorcodePage?.look(given),
        args: [order],
      },
      patienceMs,
    );
    const answered = looks.flatMap(({ frameId, documentId, result }) =>
      result === undefined || result === null ? [] : [{ ...result, frameId, documentId: documentId ?? '' }],
    );
    const top = answered.find(({ frameId }) => frameId === 0);
    // An opaque document's address says nothing of its origin; `authoriseFill` refuses it by name.
    if (top === undefined || (top.origin !== 'null' && !(await isShown(tabId, top.origin)))) return [];
    const claims = answered.filter(claimsBox).map(({ documentId }) => documentId);
    return claims.length === 0 ? answered : vouchedLooks(answered, await vouchedOrigins(tabId, claims, patienceMs));
  },
  write: async (tabId, documentId, order) => {
    const [injected] = await inject(
      { tabId, documentIds: [documentId] },
      { func: (given: WriteOrder) => globalThis.doorcodePage?.write(given), args: [order] },
      PRESSED_PATIENCE_MS,
    );
    return injected?.result ?? 'page-gone';
  },
  writeBackup: async (tabId, documentId, order) => {
    const [injected] = await inject(
      { tabId, documentIds: [documentId] },
      {
        func: (given: Pick<WriteOrder, 'origin' | 'code'>) => globalThis.doorcodePage?.writeBackup(given),
        args: [{ origin: order.origin, code: order.code }],
      },
      PRESSED_PATIENCE_MS,
    );
    return injected?.result ?? 'page-gone';
  },
  outcome: async (tabId) => {
    await inject({ tabId }, { files: [PAGE_SCRIPT, OUTCOME_SCRIPT] });
    const [seen] = await inject({ tabId }, { func: () => globalThis.doorcodeOutcome?.read(), args: [] });
    const outcome = decodeOutcome(seen?.result, seen?.documentId ?? '');
    return outcome !== null && (await isShown(tabId, outcome.origin)) ? outcome : null;
  },
  follow: async (tabId) => {
    await inject({ tabId }, { files: [PAGE_SCRIPT, OUTCOME_SCRIPT] });
    await inject({ tabId }, { func: () => globalThis.doorcodeOutcome?.follow(), args: [] });
  },
  note: async (tabId, note) => {
    await inject(
      { tabId },
      { func: (sentence: string) => globalThis.doorcodePage?.note(sentence), args: [sentenceOf(note)] },
    );
  },
};
