import { backdropOf } from './backdrop.ts';
import { boxOf, isCodeShaped, type QrCandidate, shapeOf } from './candidate.ts';
import { readGrid } from './grid.ts';
import { backgroundUrl, canvasUrl, imageUrl, loadUrl, svgSource, whenLoaded } from './pixels.ts';

/** What was looked at, by kind, whether or not it became a candidate. */
export type Looked = {
  images: number;
  canvases: number;
  svgs: number;
  backgrounds: number;
  grids: number;
  shadowRoots: number;
};

/** A candidate, why there is none of something that looks like one, or null for everything else. */
export type Reading = QrCandidate | 'unreadable' | 'too-large' | null;

const ifCode = (shape: ReturnType<typeof shapeOf>, read: () => Reading): Reading =>
  shape === 'code' ? read() : shape === 'too-large' ? shape : null;

/**
 * Reads an element that may be a QR code.
 * @param looked counts of what was looked at, which are raised
 * @param waitMs how long a picture may take to load
 */
export async function readElement(element: Element, looked: Looked, waitMs: number): Promise<Reading> {
  const box = boxOf(element);
  const picture = (dataUrl: string | null): Reading =>
    dataUrl === null ? 'unreadable' : { kind: 'picture', dataUrl, backdrop: backdropOf(element), box };
  if (element instanceof HTMLImageElement) {
    looked.images += 1;
    // What is far down the page loads when somebody gets there, and not before.
    if (!element.complete && element.loading !== 'lazy' && isCodeShaped(box.width, box.height)) {
      if (!(await whenLoaded(element, waitMs))) return 'unreadable';
    }
    const [width, height] = [element.naturalWidth || element.width, element.naturalHeight || element.height];
    return ifCode(shapeOf(width, height), () => picture(imageUrl(element)));
  }
  if (element instanceof HTMLCanvasElement) {
    looked.canvases += 1;
    return ifCode(shapeOf(element.width, element.height), () => picture(canvasUrl(element)));
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
