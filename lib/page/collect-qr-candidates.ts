import type { QrCandidate } from './collect/candidate.ts';
import { keyUrisOf, manualKeysOf } from './collect/page-texts.ts';
import { type Looked, readElement } from './collect/read-element.ts';
import { MOST_ELEMENTS, walk } from './collect/walk.ts';
import { isSeen, type Measure, measureLayout } from './detect/visible.ts';

export type { QrCandidate } from './collect/candidate.ts';
export type { Looked } from './collect/read-element.ts';

/** Bounds of one scan: candidates, characters of all candidates together, elements looked at, wait for one background. */
export type ScanLimits = {
  readonly candidates: number;
  readonly characters: number;
  readonly elements: number;
  readonly waitMs: number;
};

/** What one document holds that may be a code; plain JSON. */
export type PageScan = {
  readonly origin: string;
  readonly candidates: QrCandidate[];
  readonly texts: string[];
  readonly manualKeys: string[];
  /** Pictures whose pixels a script may not read: perhaps a code, and only a screenshot can tell. */
  readonly perhaps: number;
  /** Square pictures that are larger than this scan carries, so that nobody looked into them. */
  readonly tooLarge: number;
  readonly looked: Looked;
  /** Whether only pictures that somebody pointed at were looked into. */
  readonly pointed: boolean;
};

const defaults: ScanLimits = { candidates: 60, characters: 12_000_000, elements: MOST_ELEMENTS, waitMs: 1000 };

/** How long all pictures of a document that still have to load are waited for together. */
const SCAN_PATIENCE_MS = 2_000;

const sizeOf = (candidate: QrCandidate): number =>
  candidate.kind === 'picture'
    ? candidate.dataUrl.length
    : candidate.kind === 'svg'
      ? candidate.source.length
      : candidate.rows.length ** 2;

// Asked of every element, so it is the browser's one quick answer; what is reported is looked at more closely.
const isRendered = (element: Element): boolean =>
  typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true });

/**
 * Collects what may be a QR code or a key in one document; plain JSON, bounded by `limits`, of shown elements only.
 * @param measure where elements stand, for documents without layout
 * @param pointed the only pictures to look into; null for all that the document holds
 * @returns the scan together with the elements its candidates came from, index by index
 */
export async function scanDocument(
  page: Document,
  limits: Partial<ScanLimits> = {},
  measure: Measure = measureLayout,
  pointed: readonly Element[] | null = null,
): Promise<{ scan: PageScan; elements: Element[] }> {
  const {
    candidates: mostCandidates,
    characters: mostCharacters,
    elements: mostElements,
    waitMs,
  } = { ...defaults, ...limits };
  const { elements: all, shadowRoots } = walk(page, mostElements);
  const looked: Looked = { images: 0, canvases: 0, svgs: 0, backgrounds: 0, grids: 0, shadowRoots };
  const endMs = performance.now() + SCAN_PATIENCE_MS;
  const candidates: QrCandidate[] = [];
  const elements: Element[] = [];
  const texts = new Set<string>();
  let [perhaps, tooLarge, characters] = [0, 0, 0];
  let grid: Element | null = null;
  for (const element of pointed ?? all) {
    if (!isRendered(element)) continue;
    const uris = texts.size < 20 ? keyUrisOf(element) : [];
    // A page may carry any key where nobody sees it; the customer is asked only about what is shown.
    if (uris.length > 0 && isSeen(element, measure)) for (const uri of uris) texts.add(uri);
    if (candidates.length >= mostCandidates) continue;
    // The rows and cells of a grid already read would be read again, from its tbody.
    if (grid?.contains(element)) continue;
    // A page of pictures that never answer would otherwise be waited for one by one.
    const leftMs = endMs - performance.now();
    const reading = await readElement(element, looked, Math.max(0, Math.min(waitMs, leftMs)));
    if (reading === null || !isSeen(element, measure)) continue;
    if (reading === 'unreadable') {
      perhaps += 1;
      continue;
    }
    if (reading === 'too-large' || characters + sizeOf(reading) > mostCharacters) {
      tooLarge += 1;
      continue;
    }
    characters += sizeOf(reading);
    if (reading.kind === 'grid') grid = element;
    candidates.push(reading);
    elements.push(element);
  }
  const origin = page.defaultView?.origin ?? 'null';
  const manualKeys = manualKeysOf(all.filter(isRendered), (element) => isSeen(element, measure));
  return {
    scan: { origin, candidates, texts: [...texts], manualKeys, perhaps, tooLarge, looked, pointed: pointed !== null },
    elements,
  };
}
