import { hasExactly, isRecord, isWhole } from './shape.ts';

/**
 * What the customer chose for this computer and lies in the clear too, as a locked vault needs it: minutes until the automatic lock,
 * whether others use the computer, and the exact origins where codes are filled by themselves.
 */
export type Settings = {
  readonly autoLockMinutes: number;
  readonly sharedComputer: boolean;
  readonly automaticSites: readonly string[];
};

/** Most minutes until the automatic lock: a day. */
export const MOST_LOCK_MINUTES = 24 * 60;

/** Most sites where codes are filled by themselves. */
export const MOST_AUTOMATIC_SITES = 1_000;

/** Most characters of an origin. */
export const MOST_ORIGIN = 4_096;

/** Settings from a vault's content; null for anything else. */
export function decodeSettings(value: unknown): Settings | null {
  if (!isRecord(value) || !hasExactly(value, ['autoLockMinutes', 'sharedComputer', 'automaticSites'])) return null;
  const { autoLockMinutes, sharedComputer, automaticSites } = value;
  if (!isWhole(autoLockMinutes, 1, MOST_LOCK_MINUTES) || typeof sharedComputer !== 'boolean') return null;
  if (!Array.isArray(automaticSites) || automaticSites.length > MOST_AUTOMATIC_SITES) return null;
  const isOrigin = (item: unknown): item is string => typeof item === 'string' && item.length <= MOST_ORIGIN;
  return automaticSites.every(isOrigin) ? { autoLockMinutes, sharedComputer, automaticSites } : null;
}

/** Settings as JSON keeps them. */
export const encodeSettings = ({ autoLockMinutes, sharedComputer, automaticSites }: Settings) => ({
  autoLockMinutes,
  sharedComputer,
  automaticSites,
});
