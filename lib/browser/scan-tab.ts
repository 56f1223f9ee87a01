import { browser } from 'wxt/browser';
import type { PageScan } from '../page/collect-qr-candidates.ts';
import type { PointedAt } from '../page/pointed-picture.ts';
import type { ScanMemory } from '../page/scan-memory.ts';
import { type EarlyScan, scanOrder } from './early-scan.ts';
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

/** The scans in what the browser gave for the scanner; documents out of reach are left out. */
export const scansOf = (injected: readonly object[]): readonly TabScan[] =>
  injected.flatMap((injection) => {
    const result: unknown = Reflect.get(injection, 'result');
    return isScan(result) ? [{ ...result, documentId: documentOf(injection), frameId: frameOf(injection) }] : [];
  });

/** Scans every document of a tab that the press reaches. */
export async function scanTab(tabId: number): Promise<readonly TabScan[]> {
  try {
    return scansOf(await inTime(browser.scripting.executeScript(scanOrder(tabId)), SCAN_PATIENCE_MS, []));
  } catch {
    return [];
  }
}

/** The scan that an opening popup began; null where it did not end in time or reached no document, as in the instant of a press. */
export async function earlyScanOf(begun: Promise<EarlyScan>): Promise<EarlyScan | null> {
  const early = await inTime(begun, SCAN_PATIENCE_MS, null);
  return early === null || early.injected.length === 0 ? null : early;
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

const frameOf = (injection: object): number =>
  'frameId' in injection && typeof injection.frameId === 'number' ? injection.frameId : -1;

// Our own script in its isolated world wrote it; this only tells a scan from a frame that answered nothing.
function isScan(value: unknown): value is PageScan {
  return typeof value === 'object' && value !== null && 'candidates' in value && Array.isArray(value.candidates);
}
