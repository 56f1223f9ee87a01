import { backdropOf } from './collect/backdrop.ts';
import { boxOf, isCodeShaped, type QrCandidate } from './collect/candidate.ts';
import { readGrid } from './collect/grid.ts';
import { keyUrisOf, manualKeysOf } from './collect/page-texts.ts';
import { backgroundUrl, canvasUrl, imageUrl, loadUrl, svgSource } from './collect/pixels.ts';
import { walk } from './collect/walk.ts';

export type { QrCandidate } from './collect/candidate.ts';

/** Bounds of one scan: candidates, characters of all candidates together, elements looked at, wait for one background. */
export type ScanLimits = {
  readonly candidates: number;
  readonly characters: number;
  readonly elements: number;
  readonly waitMs: number;
};

/** What was looked at, by kind, whether or not it became a candidate. */
export type Looked = {
  images: number;
  canvases: number;
  svgs: number;
  backgrounds: number;
  grids: number;
  shadowRoots: number;
};

/** What one document holds that may be a code; plain JSON. */
export type PageScan = {
  readonly origin: string;
  readonly candidates: QrCandidate[];
  readonly texts: string[];
  readonly manualKeys: string[];
  /** Pictures whose pixels a script may not read: perhaps a code, and only a screenshot can tell. */
  readonly perhaps: number;
  readonly looked: Looked;
};

const defaults: ScanLimits = { candidates: 60, characters: 12_000_000, elements: 20_000, waitMs: 1000 };

const found = new WeakMap<Document, readonly WeakRef<Element>[]>();

type Reading = QrCandidate | 'unreadable' | null;

async function readElement(element: Element, looked: Looked, waitMs: number): Promise<Reading> {
  const box = boxOf(element);
  const picture = (dataUrl: string | null): Reading =>
    dataUrl === null ? 'unreadable' : { kind: 'picture', dataUrl, backdrop: backdropOf(element), box };
  if (element instanceof HTMLImageElement) {
    looked.images += 1;
    const [width, height] = [element.naturalWidth || element.width, element.naturalHeight || element.height];
    return isCodeShaped(width, height) ? picture(imageUrl(element)) : null;
  }
  if (element instanceof HTMLCanvasElement) {
    looked.canvases += 1;
    return isCodeShaped(element.width, element.height) ? picture(canvasUrl(element)) : null;
  }
  if (element instanceof SVGSVGElement) {
    looked.svgs += 1;
    if (!isCodeShaped(box.width, box.height)) return null;
    const source = svgSource(element, box.width, box.height);
    const { width, height } = box;
    return source === null ? null : { kind: 'svg', source, width, height, backdrop: backdropOf(element), box };
  }
  if (!(element instanceof HTMLElement)) return null;
  if (element.childElementCount >= 21 || element instanceof HTMLTableElement) {
    const rows = readGrid(element);
    if (rows !== null) {
      looked.grids += 1;
      return { kind: 'grid', rows, box };
    }
  }
  if (!isCodeShaped(box.width, box.height)) return null;
  const address = backgroundUrl(element);
  if (address === null) return null;
  looked.backgrounds += 1;
  return picture(await loadUrl(element.ownerDocument, address, waitMs));
}

const sizeOf = (candidate: QrCandidate): number =>
  candidate.kind === 'picture'
    ? candidate.dataUrl.length
    : candidate.kind === 'svg'
      ? candidate.source.length
      : candidate.rows.length ** 2;

const isShown = (element: Element): boolean =>
  typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true });

/** The scan together with the elements its candidates came from, index by index. */
export async function scanDocument(
  page: Document,
  limits: ScanLimits,
): Promise<{ scan: PageScan; elements: Element[] }> {
  const { elements: all, shadowRoots } = walk(page, limits.elements);
  const looked: Looked = { images: 0, canvases: 0, svgs: 0, backgrounds: 0, grids: 0, shadowRoots };
  const candidates: QrCandidate[] = [];
  const elements: Element[] = [];
  const texts = new Set<string>();
  let [perhaps, characters] = [0, 0];
  let grid: Element | null = null;
  for (const element of all) {
    if (texts.size < 20) for (const uri of keyUrisOf(element)) texts.add(uri);
    if (candidates.length >= limits.candidates || !isShown(element)) continue;
    // The rows and cells of a grid already read would be read again, from its tbody.
    if (grid?.contains(element)) continue;
    const reading = await readElement(element, looked, limits.waitMs);
    if (reading === 'unreadable') perhaps += 1;
    if (reading === null || reading === 'unreadable') continue;
    if (characters + sizeOf(reading) > limits.characters) continue;
    characters += sizeOf(reading);
    if (reading.kind === 'grid') grid = element;
    candidates.push(reading);
    elements.push(element);
  }
  const origin = page.defaultView?.origin ?? 'null';
  const manualKeys = manualKeysOf(all.filter(isShown));
  return { scan: { origin, candidates, texts: [...texts], manualKeys, perhaps, looked }, elements };
}

/** Collects what may be a QR code or a key in one document; plain JSON, bounded by `limits`. */
export async function collectQrCandidates(page: Document, limits: Partial<ScanLimits> = {}): Promise<PageScan> {
  const { scan, elements } = await scanDocument(page, { ...defaults, ...limits });
  found.set(
    page,
    elements.map((element) => new WeakRef(element)),
  );
  return scan;
}

/** The element of a candidate of this document's last scan, the anchor of an enrolment; null when it is gone. */
export function locateCandidate(page: Document, index: number): Element | null {
  const element = found.get(page)?.[index]?.deref();
  return element?.isConnected ? element : null;
}
