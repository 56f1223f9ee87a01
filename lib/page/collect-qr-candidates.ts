/** Where a candidate stands in the viewport, in CSS pixels. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Something that may be a QR code, as JSON. `rows` hold one character a module: 1 is dark. */
export type QrCandidate =
  | { readonly kind: 'picture'; readonly dataUrl: string; readonly box: Box }
  | { readonly kind: 'svg'; readonly source: string; readonly box: Box }
  | { readonly kind: 'grid'; readonly rows: readonly string[]; readonly box: Box };

/** What a look at one document found; `perhaps` counts pictures whose pixels no script may read. */
export type PageScan = {
  readonly origin: string;
  readonly candidates: readonly QrCandidate[];
  readonly texts: readonly string[];
  readonly perhaps: number;
};

const MIN_SIDE_PX = 21;
const MAX_SIDE_PX = 2_000;
const MAX_CANDIDATES = 60;

const boxOf = (element: Element): Box => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
};

const isSquarish = (width: number, height: number): boolean =>
  Math.min(width, height) >= MIN_SIDE_PX &&
  Math.max(width, height) <= MAX_SIDE_PX &&
  Math.abs(width - height) <= 0.25 * width;

/** All elements of a document, open shadow roots included, in document order. */
function* elementsOf(root: Document | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot !== null) yield* elementsOf(element.shadowRoot);
  }
}

function pixelsOf(
  page: Document,
  source: HTMLImageElement | HTMLCanvasElement,
  width: number,
  height: number,
): string | null {
  const canvas = page.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  try {
    canvas.getContext('2d')?.drawImage(source, 0, 0, width, height);
    return canvas.toDataURL('image/png');
  } catch {
    // A picture of another origin taints the canvas: its pixels are not ours to read.
    return null;
  }
}

function gridOf(table: HTMLTableElement, view: Window): readonly string[] | null {
  const rows = [...table.rows].map((row) => [...row.cells]);
  if (rows.length < MIN_SIDE_PX || rows.length > 185 || rows.some((cells) => cells.length !== rows.length)) return null;
  const isDark = (cell: Element): boolean => {
    const [red = 255, green = 255, blue = 255, alpha = 1] = (
      view.getComputedStyle(cell).backgroundColor.match(/[\d.]+/g) ?? []
    ).map(Number);
    return alpha > 0.5 && red + green + blue < 384;
  };
  return rows.map((cells) => cells.map((cell) => (isDark(cell) ? '1' : '0')).join(''));
}

function candidateOf(
  page: Document,
  view: Window & typeof globalThis,
  element: Element,
): QrCandidate | 'unreadable' | null {
  const box = boxOf(element);
  if (element instanceof view.HTMLImageElement || element instanceof view.HTMLCanvasElement) {
    const image = element instanceof view.HTMLImageElement;
    const [width, height] = image ? [element.naturalWidth, element.naturalHeight] : [element.width, element.height];
    if (!isSquarish(width, height)) return null;
    const dataUrl = pixelsOf(page, element, width, height);
    return dataUrl === null ? 'unreadable' : { kind: 'picture', dataUrl, box };
  }
  if (element instanceof view.SVGSVGElement) {
    if (!isSquarish(box.width, box.height) || element.ownerSVGElement !== null) return null;
    const copy = element.cloneNode(true);
    if (!(copy instanceof view.SVGSVGElement)) return null;
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('width', String(Math.round(box.width)));
    copy.setAttribute('height', String(Math.round(box.height)));
    return { kind: 'svg', source: new view.XMLSerializer().serializeToString(copy), box };
  }
  if (element instanceof view.HTMLTableElement) {
    const rows = gridOf(element, view);
    return rows === null ? null : { kind: 'grid', rows, box };
  }
  const background = /^url\("(data:image\/[^"]+)"\)/.exec(view.getComputedStyle(element).backgroundImage);
  return background?.[1] !== undefined && isSquarish(box.width, box.height)
    ? { kind: 'picture', dataUrl: background[1], box }
    : null;
}

/** Key URIs that stand in the markup itself: links, alternative texts, labels and data attributes. */
function textsOf(element: Element): readonly string[] {
  return [...element.attributes]
    .map(({ value }) => value.trim())
    .filter((value) => /^(?:apple-)?otpauth(?:-migration)?:\/\//i.test(value));
}

/** Collects what may be QR codes in a document, at natural size, without a screenshot; reads, never changes, the page. */
export function collectQrCandidates(page: Document): PageScan {
  const view = page.defaultView;
  if (view === null) return { origin: 'null', candidates: [], texts: [], perhaps: 0 };
  const candidates: QrCandidate[] = [];
  const texts: string[] = [];
  let perhaps = 0;
  for (const element of elementsOf(page)) {
    texts.push(...textsOf(element));
    const candidate = candidates.length < MAX_CANDIDATES ? candidateOf(page, view, element) : null;
    if (candidate === 'unreadable') perhaps += 1;
    else if (candidate !== null) candidates.push(candidate);
  }
  return { origin: view.origin, candidates, texts: [...new Set(texts)].slice(0, MAX_CANDIDATES), perhaps };
}
