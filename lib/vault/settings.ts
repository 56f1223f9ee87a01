import { hasExactly, isRecord, isWhole } from './shape.ts';

/**
 * What the customer chose for this computer. Minutes until the automatic lock, whether others use the computer, and the exact origins
 * where codes are filled by themselves lie in the clear too, as a locked vault needs them; the origins where the site's button is
 * pressed after that lie here alone.
 */
export type Settings = {
  readonly autoLockMinutes: number;
  readonly sharedComputer: boolean;
  readonly automaticSites: readonly string[];
  readonly submitSites: readonly string[];
};

/** Most minutes until the automatic lock: a day. */
export const MOST_LOCK_MINUTES = 24 * 60;

/** Most sites where codes are filled by themselves, and most where the button is pressed too. */
export const MOST_SITES = 1_000;

/** Most characters of an origin. */
export const MOST_ORIGIN = 4_096;

function decodeOrigins(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || value.length > MOST_SITES) return null;
  const isOrigin = (item: unknown): item is string => typeof item === 'string' && item.length <= MOST_ORIGIN;
  return value.every(isOrigin) ? value : null;
}

/** Settings from a vault's content; null for anything else. */
export function decodeSettings(value: unknown): Settings | null {
  const keys = ['autoLockMinutes', 'sharedComputer', 'automaticSites', 'submitSites'];
  if (!isRecord(value) || !hasExactly(value, keys)) return null;
  const { autoLockMinutes, sharedComputer } = value;
  if (!isWhole(autoLockMinutes, 1, MOST_LOCK_MINUTES) || typeof sharedComputer !== 'boolean') return null;
  const automaticSites = decodeOrigins(value.automaticSites);
  const submitSites = decodeOrigins(value.submitSites);
  if (automaticSites === null || submitSites === null) return null;
  return { autoLockMinutes, sharedComputer, automaticSites, submitSites };
}

/** Settings as JSON keeps them. */
export const encodeSettings = ({ autoLockMinutes, sharedComputer, automaticSites, submitSites }: Settings) => ({
  autoLockMinutes,
  sharedComputer,
  automaticSites,
  submitSites,
});
