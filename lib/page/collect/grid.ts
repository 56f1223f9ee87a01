import { parseColour } from './backdrop.ts';

const sides = new Set(Array.from({ length: 40 }, (_, version) => 21 + 4 * version));

function isDark(cell: Element): boolean {
  const view = cell.ownerDocument.defaultView;
  const colour = view && parseColour(view.getComputedStyle(cell).backgroundColor);
  if (!colour || colour[3] < 0.5) return false;
  return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2] < 128;
}

// With a quiet zone of up to four cells a side the rows are a few more than the symbol's own 21, 25, 29 …
const fits = (side: number): boolean =>
  Array.from({ length: 5 }, (_, quiet) => side - 2 * quiet).some((n) => sides.has(n));

/**
 * Reads a QR code drawn as rows of cells (`tr`/`td` or nested `div`), by the cells' computed background.
 * @returns rows of '0' and '1' (dark), or null when the element is no such grid
 */
export function readGrid(element: Element): string[] | null {
  const table = element instanceof HTMLTableElement;
  const lines: Element[] = table ? Array.from(element.rows) : Array.from(element.children);
  const width = lines[0]?.childElementCount ?? 0;
  // Cells in one flat list, laid out by CSS grid: a square number of leaves.
  const flat = Math.sqrt(lines.length);
  const rows =
    width === 0 && Number.isInteger(flat)
      ? Array.from({ length: flat }, (_, row) => lines.slice(row * flat, (row + 1) * flat))
      : lines.map((line) => Array.from(line.children));
  const side = rows.length;
  if (side < 21 || side > 185 || !fits(side) || rows.some((row) => row.length !== side)) return null;
  const read = rows.map((row) => row.map((cell) => (isDark(cell) ? '1' : '0')).join(''));
  const dark = read.join('').split('1').length - 1;
  // A symbol is dark on roughly half of its cells (ISO/IEC 18004 masks for it), less with a quiet zone.
  return dark > 0.15 * side * side && dark < 0.85 * side * side ? read : null;
}
