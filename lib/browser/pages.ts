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
import { inject, injectOnPress, LOOK_PATIENCE_MS, PRESSED_PATIENCE_MS } from './inject.ts';
import { AGENT, bring, missingIn, READER } from './page-scripts.ts';
import { textOf } from './text.ts';
import { vouchedOrigins } from './vouched-origins.ts';

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
  const asked = { func: () => self.origin, args: [] };
  const [injected] = await (patience === 'press' ? injectOnPress : inject)({ tabId }, asked);
  const origin = injected?.result ?? 'null';
  // An opaque origin (a sandboxed page, a local file) belongs to nobody.
  if (origin === 'null' || !(await isShown(tabId, origin))) return null;
  return { origin, documentId: injected?.documentId ?? '' };
}

// Runs in the page; the browser serialises it.
const startFollowing = (): boolean => {
  globalThis.doorcodeOutcome?.follow();
  return globalThis.doorcodeOutcome !== undefined;
};

/** The pages port over `scripting.executeScript`, under the grant of a press or a site permission. */
export const pages: Pages = {
  topOrigin: async (tabId) => (await topDocument(tabId))?.origin ?? null,
  topDocument,
  look: async (tabId, order) => {
    const pressed = order.mode === 'request';
    const patienceMs = pressed ? PRESSED_PATIENCE_MS : LOOK_PATIENCE_MS;
    const everywhere = { tabId, allFrames: true };
    const func = (given: LookOrder) => globalThis.doorcodePage?.look(given);
    const ask = () => inject(everywhere, { func, args: [order] }, patienceMs);
    // What happens by itself reads the answer too, and mostly has its scripts there (`makeReady`).
    const wanted = pressed ? AGENT : READER;
    const first = pressed ? [] : await ask();
    const isReady = first.length > 0 && first.every(({ result }) => result !== undefined && result !== null);
    if (!isReady) {
      // A page too busy to answer is not asked once more what it lacks.
      const isBusy = !pressed && first.length === 0;
      const files = isBusy ? [...wanted] : await missingIn(everywhere, wanted);
      if (files.length > 0) await (pressed ? injectOnPress : inject)(everywhere, { files });
    }
    const looks = isReady ? first : await ask();
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
    await bring({ tabId }, READER);
    const [seen] = await inject({ tabId }, { func: () => globalThis.doorcodeOutcome?.read(), args: [] });
    const outcome = decodeOutcome(seen?.result, seen?.documentId ?? '');
    return outcome !== null && (await isShown(tabId, outcome.origin)) ? outcome : null;
  },
  follow: async (tabId) => {
    // Mostly it is there, as somebody just looked at the page.
    const [followed] = await inject({ tabId }, { func: startFollowing, args: [] });
    if (followed?.result === true) return;
    await bring({ tabId }, READER);
    await inject({ tabId }, { func: startFollowing, args: [] });
  },
  note: async (tabId, note) => {
    await inject(
      { tabId },
      { func: (sentence: string) => globalThis.doorcodePage?.note(sentence), args: [sentenceOf(note)] },
    );
  },
};
