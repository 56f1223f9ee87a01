import { err, ok, type Result } from '../result.ts';
import type { VaultContent } from '../vault/entry.ts';
import { MOST_ORIGIN, MOST_SITES, type Settings } from '../vault/settings.ts';
import { isRecord } from '../vault/shape.ts';
import { isFillableOrigin } from './origin.ts';
import { readValue } from './vault-copies.ts';
import type { VaultStorage } from './vault-ports.ts';
import { AUTO_LOCK_MINUTES, isAutoLock } from './vault-session.ts';

/** Names in storage of what a locked vault needs. In Firefox whoever rules a page's process may write there. */
export const CLEAR = {
  autoLockMinutes: 'vault.auto-lock',
  sharedComputer: 'vault.shared-computer',
  automaticSites: 'sites.automatic',
} as const;

/** The settings that lie in the clear; where the site's button is pressed is needed of an open vault alone. */
export type ClearSettings = Omit<Settings, 'submitSites'>;

/** Name of the lock that every change of those settings takes, before the vault's. */
export const SETTINGS_LOCK = 'doorcode-settings';

const isOrigin = (item: unknown): item is string =>
  typeof item === 'string' && item.length <= MOST_ORIGIN && isFillableOrigin(item);

/** A list of origins, as far as it is one; the latest of those that there may be. */
export const originsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? [...new Set(value.filter(isOrigin))].slice(-MOST_SITES) : [];

/** A list of sites without one. */
export const withoutSite = (sites: readonly string[], origin: string): readonly string[] =>
  sites.filter((site) => site !== origin);

/** A list of sites with one as the latest; the first one makes room where there are too many. */
export const withSite = (sites: readonly string[], origin: string): readonly string[] =>
  [...withoutSite(sites, origin), origin].slice(-MOST_SITES);

/** Minutes until the automatic lock, as they lie in the clear or as usual; null where they cannot be read. */
export async function readAutoLock(storage: VaultStorage): Promise<number | null> {
  const stored = await readValue(storage, CLEAR.autoLockMinutes);
  if (stored.kind === 'failed') return null;
  return stored.kind === 'present' && isAutoLock(stored.value) ? stored.value : AUTO_LOCK_MINUTES.usual;
}

/** The settings that lie in the clear; null where one of them cannot be read. */
export async function readClear(storage: VaultStorage): Promise<ClearSettings | null> {
  const [autoLockMinutes, shared, sites] = await Promise.all([
    readAutoLock(storage),
    readValue(storage, CLEAR.sharedComputer),
    readValue(storage, CLEAR.automaticSites),
  ]);
  if (autoLockMinutes === null || shared.kind === 'failed' || sites.kind === 'failed') return null;
  return {
    autoLockMinutes,
    sharedComputer: shared.kind === 'present' && shared.value === true,
    automaticSites: sites.kind === 'present' && isRecord(sites.value) ? originsOf(sites.value.on) : [],
  };
}

/**
 * The stricter of what lies in the clear and what is sealed; content from before it was sealed has no say. Where nothing is filled by
 * itself any more, no button is pressed.
 */
export function stricter(clear: ClearSettings, sealed: Settings | null): Settings {
  if (sealed === null) return { ...clear, submitSites: [] };
  const automaticSites = clear.automaticSites.filter((site) => sealed.automaticSites.includes(site));
  return {
    autoLockMinutes: Math.min(clear.autoLockMinutes, sealed.autoLockMinutes),
    sharedComputer: clear.sharedComputer || sealed.sharedComputer,
    automaticSites,
    submitSites: sealed.submitSites.filter((site) => automaticSites.includes(site)),
  };
}

// The order of sites says nothing.
const isSameSites = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((site) => other.includes(site));

/** Whether two settings say the same of what lies in the clear. */
export const isSameClear = (one: ClearSettings, other: ClearSettings): boolean =>
  one.autoLockMinutes === other.autoLockMinutes &&
  one.sharedComputer === other.sharedComputer &&
  isSameSites(one.automaticSites, other.automaticSites);

/** Whether two settings say the same. */
export const isSameSettings = (one: Settings, other: Settings): boolean =>
  isSameClear(one, other) && isSameSites(one.submitSites, other.submitSites);

/** Content with settings changed; the same content where that changes nothing, or where the clear ones are not yet sealed. */
export function withSettings(content: VaultContent, change: (settings: Settings) => Partial<Settings>): VaultContent {
  if (content.settings === null) return content;
  const settings = { ...content.settings, ...change(content.settings) };
  return isSameSettings(settings, content.settings) ? content : { ...content, settings };
}

/** Without an open vault nothing is sealed, and what lies in the clear can only add strictness to what is. */
const isNotOpen = (error: string): boolean =>
  ['locked', 'absent', 'missing', 'damaged', 'newer-version'].includes(error);

/**
 * Writes a setting to both of its places, so that a failure of either leaves the stricter value in force: a stricter one goes to both
 * whatever fails, a looser one lies in the clear only once it is sealed.
 */
export async function keepInBoth(
  isStricter: boolean,
  inClear: () => Promise<void>,
  sealed: () => Promise<Result<unknown, string>>,
): Promise<Result<null, 'not-saved'>> {
  const clear = (): Promise<boolean> =>
    inClear().then(
      () => true,
      () => false,
    );
  const seal = async (): Promise<boolean> => {
    const outcome = await sealed().catch(() => err('not-saved'));
    return outcome.ok || isNotOpen(outcome.error);
  };
  const first = isStricter ? await clear() : await seal();
  if (!first && !isStricter) return err('not-saved');
  const second = isStricter ? await seal() : await clear();
  return first && second ? ok(null) : err('not-saved');
}
