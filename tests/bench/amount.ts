import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    cycles: { type: 'string' },
    only: { type: 'string' },
    pictures: { type: 'string' },
  },
});

/** Whether the run only shows that everything works: its figures are few, and no page is written. */
export const isQuick = values.quick;

/** The topics that were named with `--only`, by commas; null for all. */
export const only: readonly string[] | null = values.only?.split(',') ?? null;

/** How many rounds are made of so many. */
export const rounds = (full: number): number => (isQuick ? Math.min(full, 3) : full);

/** How often the popup is opened and closed to see whether memory grows: `--cycles`, else a thousand times. */
export const cycles = rounds(Number(values.cycles ?? 1000));

/** A folder of kept pictures, whose codes are counted too; null for none. */
export const pictureFolder = values.pictures ?? null;
