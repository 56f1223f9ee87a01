import { rectOf } from '../by-prototype.ts';
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
export const isCodeShaped = (width: number, height: number): boolean => shapeOf(width, height) === 'code';

/** What a width and height in pixels could be: a code, a code whose picture is too large to read, or neither. */
export function shapeOf(width: number, height: number): 'code' | 'too-large' | 'other' {
  const [less, more] = [Math.min(width, height), Math.max(width, height)];
  if (less < leastSidePx || more > 2 * less) return 'other';
  return more <= mostSidePx ? 'code' : 'too-large';
}

/** An element's box as plain numbers. */
export function boxOf(element: Element): Box {
  const { x, y, width, height } = rectOf(element);
  return { x, y, width, height };
}
