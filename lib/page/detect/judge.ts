import { declaredDoubts, doubts, isForeign, isTooShort, type Weighed } from './doubts.ts';
import { type Facts, families } from './families.ts';
import { isSent } from './sent.ts';

/** How much speaks for a box, by which families, whether its code was sent, and whether nothing speaks of two-factor login. */
export type Judgement = {
  readonly score: number;
  readonly evidence: readonly string[];
  readonly sent: boolean;
  readonly vague: boolean;
};

/** Weighs a box that nothing forbids. Each family is capped, so that many weak signs of one kind never outweigh two kinds. */
export function judge(facts: Facts): Judgement {
  const { inputs, own, context, anchored } = facts;
  const around = families.context(facts);
  const spoken = around >= 2 || anchored !== null;
  const points = {
    autocomplete: families.autocomplete(facts),
    name: families.name(facts, spoken),
    words: families.words(facts, spoken),
    context: around,
    shape: families.shape(facts),
    anchor: families.anchor(facts),
  };
  const named = points.name === 4 || points.words === 4;
  const declared = points.autocomplete === 4;
  // Only what a box itself says or looks like makes it a candidate; surroundings alone never do.
  const itself = points.autocomplete + points.name + points.words + (inputs.length > 1 ? points.shape : 0);
  const against: Record<string, number> = { tooShort: isTooShort(inputs) ? 6 : 0, foreign: isForeign(facts) ? 12 : 0 };
  const weighed = { ...facts, words: points.words, around, spoken };
  const asked = named ? {} : { ...(declared ? {} : doubts), ...declaredDoubts };
  for (const [name, weigh] of Object.entries<(weighed: Weighed) => number>(asked)) against[name] = weigh(weighed);
  const sum = (of: Record<string, number>): number => Object.values(of).reduce((total, one) => total + one, 0);
  return {
    score: itself === 0 ? 0 : sum(points) - sum(against),
    evidence: Object.entries({ ...points, ...against }).flatMap(([name, of]) => (of > 0 ? [name] : [])),
    sent: isSent(own, context),
    vague: !named && !declared && doubts.vague(weighed) > 0,
  };
}
