import fc from 'fast-check';
import type { Chance } from '../../support/chance.ts';
import { damage } from './damage.ts';

const BATCH = 64;
const DRAWS = 16 * BATCH;

/** Values of an arbitrary from a source of chance: some hundred, drawn in any order, then others, as one takes longer to make than to read. */
export function valuesOf<T>(arbitrary: fc.Arbitrary<T>, chance: Chance): () => T {
  let [batch, left]: [readonly T[], number] = [[], 0];
  return () => {
    if (left === 0) [batch, left] = [fc.sample(arbitrary, { seed: chance.below(2 ** 31), numRuns: BATCH }), DRAWS];
    left -= 1;
    return chance.pick(batch);
  };
}

/** Takes a text out of the corpus. */
export function asText(kept: unknown): string {
  if (typeof kept !== 'string') throw new Error('a text is kept here');
  return kept;
}

/** Texts: nine of ten damaged ones of those given and of the generated, the others generated. */
export function textsFrom(chance: Chance, whole: readonly string[], generated: fc.Arbitrary<string>): () => string {
  const made = valuesOf(generated, chance);
  return () => {
    const turn = chance.below(10);
    if (turn === 0) return made();
    return damage(turn < 3 ? made() : chance.pick(whole), chance);
  };
}
