import { browser } from 'wxt/browser';
import type { PageScan } from '../page/collect-qr-candidates.ts';
import type { PointedAt } from '../page/pointed-picture.ts';
import type { ScanMemory } from '../page/scan-memory.ts';
import { inTime } from './in-time.ts';

declare global {
  /** Left by the scanner in the isolated world, where the page's own scripts cannot reach it. */
  var doorcodeScan: ScanMemory | undefined;
  /** Left there by a press on the menu of a picture, for the next scan. */
  var doorcodePointed: PointedAt | undefined;
}

/** A scan, and the document it is of; frame 0 is the tab's own. */
export type TabScan = PageScan & { readonly documentId: string; readonly frameId: number };

// A page that is busy with itself must not keep the popup from being used; a scan waits for its page and its pictures itself.
const SCAN_PATIENCE_MS = 10_000;
// Without the mark the box is found by where a likely picture stands.
const MARK_PATIENCE_MS = 1_500;

/**
 * Injects the scanner into every document of a tab that the press reaches; documents out of reach are left out. At once: left to
 * itself, the browser waits for every frame to end loading, and a single one that never does would keep all from being read.
 */
export async function scanTab(tabId: number): Promise<readonly TabScan[]> {
  try {
    const scanning = browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      injectImmediately: true,
      files: ['/scan.js'],
    });
    const injected = await inTime(scanning, SCAN_PATIENCE_MS, []);
    return injected.flatMap((injection) =>
      isScan(injection.result)
        ? [{ ...injection.result, documentId: documentOf(injection), frameId: injection.frameId }]
        : [],
    );
  } catch {
    return [];
  }
}

/**
 * Tells a document that the code was read from one candidate of its last scan, so that the box beside it is the one to fill.
 * @param documentId of the scan, as `scanTab` gave it
 * @param index of the candidate in that scan
 * @returns false when the document or the element is gone, in which case the page agent looks for a likely picture
 */
export async function markAnchor(tabId: number, documentId: string, index: number): Promise<boolean> {
  try {
    const marking = browser.scripting.executeScript({
      target: { tabId, documentIds: [documentId] },
      injectImmediately: true,
      func: (candidate: number) => globalThis.doorcodeScan?.mark(candidate) ?? false,
      args: [index],
    });
    const [injected] = await inTime(marking, MARK_PATIENCE_MS, []);
    return injected?.result === true;
  } catch {
    return false;
  }
}

// Both browsers give it; the extension's older type declarations do not know it.
const documentOf = (injection: object): string =>
  'documentId' in injection && typeof injection.documentId === 'string' ? injection.documentId : '';

// Our own script in its isolated world wrote it; this only tells a scan from a frame that answered nothing.
function isScan(value: unknown): value is PageScan {
  return typeof value === 'object' && value !== null && 'candidates' in value && Array.isArray(value.candidates);
}
