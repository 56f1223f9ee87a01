import { nativeApi, type ScanOrder } from './native-api.ts';
import { type StartedReader, startReader } from './qr-worker.ts';

/** A scan that an opening popup began, as the browser gave it, and the reader that was started where it found any picture. */
export type EarlyScan = { readonly injected: readonly object[]; readonly reader: StartedReader | null };

/**
 * Asks for the scanner in every document of a tab that the press reaches. At once: left to itself, the browser waits for every frame
 * to end loading, and a single one that never does would keep all from being read.
 */
export const scanOrder = (tabId: number): ScanOrder => ({
  target: { tabId, allFrames: true },
  injectImmediately: true,
  files: ['/scan.js'],
});

/** Whether a document's scan has anything to read: the Worker takes a tenth of a second to start. */
function hasPictures(injection: object): boolean {
  const candidates: unknown = Reflect.get(Object(Reflect.get(injection, 'result')), 'candidates');
  return Array.isArray(candidates) && candidates.length > 0;
}

/** Begins to read a tab while the popup's own script is still loading; nothing found where the press does not reach. */
export async function beginScan(tabId: number): Promise<EarlyScan> {
  const injected = await nativeApi()
    .scripting.executeScript(scanOrder(tabId))
    .catch(() => []);
  return { injected, reader: injected.some(hasPictures) ? startReader() : null };
}
