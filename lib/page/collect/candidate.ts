/** Where something stands in the viewport, in CSS pixels. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Something that may be a QR code, in a form that survives structured cloning and JSON. */
export type QrCandidate =
  | {
      readonly kind: 'picture';
      readonly dataUrl: string;
      readonly backdrop: [number, number, number];
      readonly box: Box;
    }
  | {
      readonly kind: 'svg';
      readonly source: string;
      readonly width: number;
      readonly height: number;
      readonly backdrop: [number, number, number];
      readonly box: Box;
    }
  | { readonly kind: 'grid'; readonly rows: string[]; readonly box: Box };

/** Smallest side of a symbol: version 1 has 21 modules (ISO/IEC 18004 §5.3.1), at one pixel each. */
export const leastSidePx = 21;
const mostSidePx = 4096;

/** Whether a width and height could be a code's: large enough, and not more than twice as long as wide. */
export function isCodeShaped(width: number, height: number): boolean {
  const [less, more] = [Math.min(width, height), Math.max(width, height)];
  return less >= leastSidePx && more <= mostSidePx && more <= 2 * less;
}

/** An element's box as plain numbers. */
export function boxOf(element: Element): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}
