import { browser } from 'wxt/browser';
import type { FrameLook, LookOrder, PageNote, Pages, WriteOrder, WriteOutcome } from '../app/page-ports.ts';
import { textOf } from './text.ts';

const PAGE_SCRIPT = '/fill.js';

/** What the injected script offers in the isolated world; called by functions that the browser serialises. */
export type PageAgent = {
  look(order: LookOrder): { origin: string; visible: boolean; box: FrameLook['box'] };
  write(order: WriteOrder): Promise<WriteOutcome>;
  note(text: string): void;
};

declare global {
  var doorcodePage: PageAgent | undefined;
}

type Injected<T> = { readonly frameId: number; readonly documentId?: string; readonly result?: T };

/** Runs a function in documents of a tab; frames out of reach are skipped by the browser, a lost grant gives an empty list. */
async function inject<T>(
  target: { tabId: number; allFrames?: boolean; documentIds?: string[] },
  script: { files: string[] } | { func: (...args: never[]) => T; args: readonly unknown[] },
): Promise<readonly Injected<Awaited<T>>[]> {
  try {
    return JSON.parse(JSON.stringify(await browser.scripting.executeScript({ target, ...script } as never)));
  } catch {
    return [];
  }
}

function sentenceOf(note: PageNote): string {
  if (note === 'press-submit') return textOf('notePressSubmit');
  const seconds = Math.max(1, Math.ceil((note.untilUnixMs - Date.now()) / 1000));
  return textOf(note.waiting === 'used' ? 'noteUsed' : 'noteEnding', [String(seconds)]);
}

/** The pages port over `scripting.executeScript`, under the grant of a press or a site permission. */
export const pages: Pages = {
  topOrigin: async (tabId) => {
    const [injected] = await inject({ tabId }, { func: () => self.origin, args: [] });
    // An opaque origin (a sandboxed page, a local file) belongs to nobody.
    return injected?.result === 'null' ? null : (injected?.result ?? null);
  },
  look: async (tabId, order) => {
    await inject({ tabId, allFrames: true }, { files: [PAGE_SCRIPT] });
    const looks = await inject(
      { tabId, allFrames: true },
      {
        func: (given: LookOrder) => globalThis.doorcodePage?.look(given),
        args: [order],
      },
    );
    return looks.flatMap(({ frameId, documentId, result }) =>
      result === undefined || result === null ? [] : [{ ...result, frameId, documentId: documentId ?? '' }],
    );
  },
  write: async (tabId, documentId, order) => {
    const [injected] = await inject(
      { tabId, documentIds: [documentId] },
      { func: (given: WriteOrder) => globalThis.doorcodePage?.write(given), args: [order] },
    );
    return injected?.result ?? 'page-gone';
  },
  note: async (tabId, note) => {
    await inject(
      { tabId },
      { func: (sentence: string) => globalThis.doorcodePage?.note(sentence), args: [sentenceOf(note)] },
    );
  },
};
