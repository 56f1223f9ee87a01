import type { Corners } from './flat-view.ts';
import { distance, type Point } from './places.ts';

/** Something that looks like a finder pattern, with the size of its modules and how many rows of pixels show it. */
export type Finder = Point & { readonly pitchPx: number; readonly rows: number };

/** Three finders that may belong to one symbol, and the mean size of their modules. */
export type Triple = Corners & { readonly pitchPx: number };

/** Perspective makes near modules larger and turns right angles, within these. */
const MAX_PITCH_RATIO = 2;
const MAX_LEG_RATIO = 2;
const MAX_COSINE = 0.65;
/** Fewer modules between finders than in the smallest symbol, by half, are none. */
const MIN_LEG_MODULES = 7;
const MAX_FINDERS = 10;

/** The finders that are seen best, each once: noise looks like one along a row or two. */
export function distinctFinders(finders: readonly Finder[]): readonly Finder[] {
  return finders
    .toSorted((a, b) => b.rows - a.rows)
    .filter((one, index, all) => !all.slice(0, index).some((earlier) => distance(one, earlier) < 2 * one.pitchPx))
    .slice(0, MAX_FINDERS);
}

/** Every three finders that may be the corners of a symbol, the likeliest first. */
export function finderTriples(finders: readonly Finder[], most: number): readonly Triple[] {
  const triples: { triple: Triple; oddness: number }[] = [];
  for (const topLeft of finders) {
    for (const topRight of finders) {
      for (const bottomLeft of finders) {
        if (topRight === topLeft || bottomLeft === topLeft || topRight === bottomLeft) continue;
        const [right, down] = [
          { x: topRight.x - topLeft.x, y: topRight.y - topLeft.y },
          { x: bottomLeft.x - topLeft.x, y: bottomLeft.y - topLeft.y },
        ];
        // The other way round is a mirrored symbol, or none.
        if (right.x * down.y - right.y * down.x <= 0) continue;
        const [across, below] = [distance(topLeft, topRight), distance(topLeft, bottomLeft)];
        const pitches = [topLeft.pitchPx, topRight.pitchPx, bottomLeft.pitchPx];
        const [least, largest] = [Math.min(...pitches), Math.max(...pitches)];
        const pitchPx = pitches.reduce((sum, one) => sum + one, 0) / 3;
        const cosine = Math.abs(right.x * down.x + right.y * down.y) / (across * below);
        const legRatio = Math.max(across, below) / Math.min(across, below);
        if (largest > MAX_PITCH_RATIO * least || legRatio > MAX_LEG_RATIO || cosine > MAX_COSINE) continue;
        if (Math.min(across, below) < MIN_LEG_MODULES * pitchPx) continue;
        triples.push({
          triple: { topLeft, topRight, bottomLeft, pitchPx },
          oddness: cosine + Math.log(legRatio) + Math.log(largest / least),
        });
      }
    }
  }
  return triples
    .toSorted((a, b) => a.oddness - b.oddness)
    .slice(0, most)
    .map(({ triple }) => triple);
}
