import type { EarlyScan } from '../../lib/browser/early-scan.ts';
import { type Reader, type StartedReader, withReader } from '../../lib/browser/qr-worker.ts';
import { earlyScanOf, markAnchor, scansOf, scanTab, type TabScan } from '../../lib/browser/scan-tab.ts';
import { captureTab } from '../../lib/browser/screenshot.ts';
import type { QrCandidate } from '../../lib/page/collect-qr-candidates.ts';
import { pictureOf, rasterise } from '../../lib/page/rasterise.ts';
import type { ReadOptions } from '../../lib/qr/read-codes.ts';
import { isAccountCode, isKeyUri } from '../../lib/setup-links.ts';

type Place = { readonly text: string; readonly documentId: string; readonly index: number };

/** What reading a page gave: texts of all codes, and how much was looked at. */
export type PageReading = {
  /** Origin of the document that was read; null where none could be. */
  readonly origin: string | null;
  readonly texts: readonly string[];
  /** Setup keys that the page shows as text. */
  readonly shownKeys: readonly string[];
  /** Whether this is what one picture holds that somebody pointed at, and no more of the page. */
  readonly pointed: boolean;
  /** Where keys were read from: the candidate of a document's scan. */
  readonly places: readonly Place[];
  readonly looked: {
    readonly pictures: number;
    readonly links: number;
    readonly frames: number;
    /** Pictures that no script may read, or that were too large to carry: only a screenshot can tell. */
    readonly unread: number;
    readonly screenshot: boolean;
  };
};

const optionsOf = (candidate: QrCandidate): ReadOptions =>
  candidate.kind === 'grid' ? { scope: 'code' } : { scope: 'code', backdrop: candidate.backdrop };

/** Reads the candidates of one document, and marks the first that holds a key. */
async function readScan(
  tabId: number,
  scan: TabScan,
  read: Reader,
): Promise<{ texts: string[]; places: Place[]; unread: number }> {
  const texts: string[] = [...scan.texts];
  let unread = scan.perhaps + scan.tooLarge;
  const places: Place[] = [];
  for (const [index, candidate] of scan.candidates.entries()) {
    // One picture that breaks the drawing or the reader must not hide the code in the next one.
    const picture = await rasterise(candidate).catch(() => null);
    const found = picture === null ? null : await read(picture, optionsOf(candidate)).catch(() => null);
    if (found === null) unread += 1;
    if (found === null) continue;
    texts.push(...found);
    for (const text of found.filter(isKeyUri)) places.push({ text, documentId: scan.documentId, index });
  }
  // Until one is chosen, the box to fill stands beside the first.
  for (const place of places) if (await markPlace(tabId, place)) break;
  return { texts, places, unread };
}

/** Marks where the key that is about to be added was read from: on a page of several, the box to fill stands beside that one. */
export const markPlace = (tabId: number, { documentId, index }: Place): Promise<boolean> =>
  markAnchor(tabId, documentId, index);

/**
 * Reads the codes in the DOM of the page and of its frames of the same origin; takes no screenshot. After a press on a picture it
 * reads that picture, and the whole page only where that gives nothing.
 * @param begun the scan that was begun while the popup was loading
 */
export async function readDom(tabId: number, begun: Promise<EarlyScan> | null = null): Promise<PageReading> {
  const early = begun === null ? null : await earlyScanOf(begun);
  const all = early === null ? await scanTab(tabId) : scansOf(early.injected);
  const isPointed = all.some((scan) => scan.pointed);
  const first = await readScans(tabId, all, isPointed, early?.reader);
  if (!isPointed || first.texts.some(isAccountCode)) return first;
  return readScans(tabId, await scanTab(tabId), false);
}

async function readScans(
  tabId: number,
  all: readonly TabScan[],
  pointed: boolean,
  started: StartedReader | null = null,
): Promise<PageReading> {
  const top = all.find(({ frameId }) => frameId === 0);
  // A site permission may reach further than the press: another origin's frame must not offer an account to this page.
  const here = all.filter(({ origin }) => origin === top?.origin);
  const scans = here.filter((scan) => scan.pointed === pointed);
  const readings = await withReader(async (read) => {
    const each: Awaited<ReturnType<typeof readScan>>[] = [];
    for (const scan of scans) each.push(await readScan(tabId, scan, read));
    return each;
  }, started);
  const sum = (count: (scan: TabScan) => number) => scans.reduce((total, scan) => total + count(scan), 0);
  return {
    origin: top?.origin ?? null,
    texts: readings.flatMap(({ texts }) => texts),
    shownKeys: [...new Set(here.flatMap(({ manualKeys }) => manualKeys))],
    pointed,
    places: readings.flatMap(({ places }) => places),
    looked: {
      pictures: sum((scan) => scan.candidates.length),
      links: sum((scan) => scan.texts.length),
      frames: scans.length,
      unread: readings.reduce((total, { unread }) => total + unread, 0),
      screenshot: false,
    },
  };
}

/** Reads the codes in a picture of a tab that is in front; only ever called from a press on the button that says so. */
export async function readScreenshot(reading: PageReading, tabId: number): Promise<PageReading> {
  const dataUrl = await captureTab(tabId);
  const picture = dataUrl === null ? null : await pictureOf(dataUrl);
  if (picture === null) return reading;
  const texts = await withReader((read) => read(picture, { scope: 'page' }));
  return { ...reading, texts: [...reading.texts, ...texts], looked: { ...reading.looked, screenshot: true } };
}
