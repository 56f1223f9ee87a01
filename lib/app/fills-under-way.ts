import { createTurns, type Turns } from './turns.ts';

/**
 * Which tabs a code is being written into, the noting of it included: what a page says meanwhile is judged once it is known what
 * was written.
 */
export type FillsUnderWay = Pick<Turns<number>, 'during' | 'settled' | 'isAny'>;

/** Knows of the fills of this context alone, which is the only one that fills. */
export const createFillsUnderWay = (): FillsUnderWay => createTurns();
