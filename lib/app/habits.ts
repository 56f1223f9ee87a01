import { isRecord } from '../vault/shape.ts';
import type { VaultStorage } from './vault-ports.ts';

/** How a code's signs stand together: 12 34 56, 123 456 or 123456. */
export const groupings = ['pairs', 'threes', 'whole'] as const;
export type Grouping = (typeof groupings)[number];

/** After how many seconds a copied code is cleared; null for never. */
export const clearTimes = [10, 30, 60, null] as const;
export type ClearTime = (typeof clearTimes)[number];

/** How codes are shown and copied: no secret, and of use before anything is opened. */
export type Habits = {
  readonly grouping: Grouping;
  /** Whether codes are covered until somebody points at them. */
  readonly hidden: boolean;
  readonly clearSeconds: ClearTime;
};

/** What nobody has chosen otherwise. */
export const usualHabits: Habits = { grouping: 'threes', hidden: false, clearSeconds: 30 };

/** The name that they are stored by. */
export const HABITS = 'habits';

/** Habits as they are stored; each part that is none is as usual. */
export function habitsOf(value: unknown): Habits {
  if (!isRecord(value)) return usualHabits;
  const clearSeconds = clearTimes.find((time) => time === value.clearSeconds);
  return {
    grouping: groupings.find((one) => one === value.grouping) ?? usualHabits.grouping,
    hidden: value.hidden === true,
    clearSeconds: clearSeconds === undefined ? usualHabits.clearSeconds : clearSeconds,
  };
}

/** The habits that were chosen; the usual ones where they cannot be read. */
export async function readHabits(storage: Pick<VaultStorage, 'read'>): Promise<Habits> {
  // Not by the vault's own reader: the popup's first script would carry all that it needs.
  const stored = await storage.read([HABITS]).catch(() => ({}));
  return habitsOf(Object.entries(stored).find(([name]) => name === HABITS)?.[1]);
}

/** Keeps them for all windows that open from now on. */
export const keepHabits = (storage: VaultStorage, habits: Habits): Promise<void> => storage.write({ [HABITS]: habits });
