import { parentOf } from '../shadow-tree.ts';

/** A colour, 0 to 255 each; alpha 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** Reads a computed colour (`rgb()`, `rgba()`, `transparent`, `#rrggbb`, a few names); null for what it does not know. */
export function parseColour(text: string): Rgba | null {
  const value = text.trim().toLowerCase();
  if (value === 'transparent' || value === '') return [0, 0, 0, 0];
  if (value === 'black') return [0, 0, 0, 1];
  if (value === 'white') return [255, 255, 255, 1];
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(value)?.[1];
  if (hex !== undefined) {
    const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const part = (at: number): number => Number.parseInt(full.slice(at, at + 2), 16);
    return [part(0), part(2), part(4), 1];
  }
  if (!value.startsWith('rgb')) return null;
  const [red, green, blue, alpha] = (value.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined) return null;
  return [red, green, blue, alpha ?? 1];
}

/** The colour painted behind an element: the nearest opaque background around it, white where there is none. */
export function backdropOf(element: Element): [number, number, number] {
  const view = element.ownerDocument.defaultView;
  for (let at: Element | null = element; at !== null && view !== null; ) {
    const colour = parseColour(view.getComputedStyle(at).backgroundColor);
    if (colour !== null && colour[3] >= 0.5) return [colour[0], colour[1], colour[2]];
    at = parentOf(at);
  }
  return [255, 255, 255];
}
