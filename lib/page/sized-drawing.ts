import { isBounded } from './bounded-drawing.ts';

/** What a drawing is drawn at; a code of 177 modules has five pixels each. */
const LONGEST_PX = 1024;

// Longer than any length; of thousands of digits the pattern tries every way to part them.
const LONGEST_NUMBER = 64;

const numberOf = (text: string | null): number =>
  text !== null && text.length <= LONGEST_NUMBER && /^\s*\d*\.?\d+(?:px)?\s*$/.test(text) ? Number.parseFloat(text) : 0;

/**
 * An SVG's text with a size in pixels, the longest side 1024: without one it has none in Firefox, and one of its own may be
 * larger than any memory. Nothing in it runs, neither here nor in an `img`.
 * @returns null where it is no SVG, or one that would be drawn for ever
 */
export function sizedDrawing(source: string): string | null {
  const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg' || root.namespaceURI !== 'http://www.w3.org/2000/svg') return null;
  if (!isBounded(root)) return null;
  const box = (root.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [own, seen] = [[numberOf(root.getAttribute('width')), numberOf(root.getAttribute('height'))], box.slice(2)];
  const [width = 0, height = 0] = own.every((side) => side > 0) ? own : seen;
  const known = width > 0 && height > 0 && Number.isFinite(width / height);
  if (known && box.length < 4) root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const scale = known ? LONGEST_PX / Math.max(width, height) : 0;
  root.setAttribute('width', String(known ? Math.max(1, Math.round(width * scale)) : LONGEST_PX));
  root.setAttribute('height', String(known ? Math.max(1, Math.round(height * scale)) : LONGEST_PX));
  return new XMLSerializer().serializeToString(root);
}
