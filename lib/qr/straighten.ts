import { contrastOf } from './contrast.ts';
import { distinctFinders, type Finder, finderTriples, type Triple } from './finder-triples.ts';
import { flatView } from './flat-view.ts';
import type { Grey } from './grey.ts';
import { knotShifts, sampled } from './mesh.ts';
import { drawnModules, functionAgreement, SMALLEST_SIDE_MODULES } from './module-grid.ts';
import { distance } from './places.ts';
import type { Work } from './work.ts';

/** Photographs of larger symbols have too few pixels a module, and would take seconds. */
const LARGEST_SIDE_MODULES = 97;
const MAX_TRIPLES = 6;
/** How often the search for a flat view looks at each module, some of them seldom. */
const LOOKS_A_MODULE = 200;
/** The mean of this many modules a side is the shade between dark and light. */
const WINDOW_MODULES = 10;
/** Of the function patterns, this share is in place where the size is right; of wrong sizes the best had 0.70. */
const MIN_AGREEMENT = 0.85;

/** The sizes that a symbol may have, the likeliest first: along slanted lines modules look larger than they are. */
function sidesOf({ topLeft, topRight, bottomLeft, pitchPx }: Triple): readonly number[] {
  const legs = distance(topLeft, topRight) + distance(topLeft, bottomLeft);
  const told = legs / 2 / pitchPx + 7;
  const sides: number[] = [];
  for (let side = SMALLEST_SIDE_MODULES; side <= LARGEST_SIDE_MODULES; side += 4) {
    if (side > told * 0.8 - 2 && side < told * 1.4 + 2) sides.push(side);
  }
  return sides.toSorted((a, b) => Math.abs(a - told) - Math.abs(b - told));
}

/**
 * Straightens the symbols of a photograph: draws their modules anew, flat first, then as a mesh that gives way to folds.
 * @param finders everything in the picture that looks like a finder pattern.
 * @returns guesses whose function patterns are where they must be.
 */
export function* straightened(grey: Grey, finders: readonly Finder[], work: Work): Generator<Grey> {
  for (const triple of finderTriples(distinctFinders(finders), MAX_TRIPLES)) {
    if (work.isOver()) return;
    work.spend(grey.data.length);
    const contrast = contrastOf(grey, WINDOW_MODULES * triple.pitchPx);
    for (const side of sidesOf(triple)) {
      if (work.isOver()) return;
      work.spend(LOOKS_A_MODULE * side ** 2);
      const view = flatView(contrast, triple, side);
      const flat = sampled(contrast, view, side);
      if (functionAgreement(flat, side) < MIN_AGREEMENT) continue;
      yield drawnModules(flat, side);
      yield drawnModules(sampled(contrast, view, side, knotShifts(contrast, view, side)), side);
      break;
    }
  }
}
