/** About a second. The largest page with all its windows costs 40 million, the dearest code of our tests 3. */
const MOST_UNITS = 64_000_000;

/** The work of one reading: one unit is about what it takes to look at a pixel. */
export type Work = {
  readonly spend: (units: number) => void;
  /** Whether no further step may begin. */
  readonly isOver: () => boolean;
};

/**
 * Counts the work of one reading. A picture made for it looks like a thousand codes and would take minutes; counted in units
 * and not in time, a slow computer reads as much as a quick one.
 */
export function createWork(): Work {
  let spent = 0;
  return {
    spend(units) {
      spent += units;
    },
    isOver: () => spent > MOST_UNITS,
  };
}
