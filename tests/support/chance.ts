/** A repeatable source of chance (xorshift32), so that a failing case can be run again from its seed. */
export type Chance = {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(all: readonly T[]) => T;
};

/** Chance from a seed other than 0. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0 || 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  return {
    below,
    pick(all) {
      const one = all[below(all.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
  };
}

/** The seed of this run: TORTURE_SEED, or a new one; it belongs in the name of what uses it. */
export const seed = Number(process.env.TORTURE_SEED ?? 0) || (Date.now() % 2 ** 31) + 1;

/** How many cases a long run takes: `usual` times TORTURE (1 where it is not set). */
export const cases = (usual: number): number => Math.ceil(usual * (Number(process.env.TORTURE ?? 1) || 1));
