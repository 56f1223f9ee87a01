import { markOf } from '../vault/account-mark.ts';
import type { VaultContent } from '../vault/entry.ts';

const DAY_MS = 24 * 3_600_000;
/**
 * Days that a saved copy may lack something before it is asked for again: who sets up several sites in one week is asked once, and
 * a week is what anybody can set up again.
 */
const DUE_DAYS = 7;

/** How the saved copies stand to what is here. `days`: whole days since the last one, 0 on the first. */
export type BackupHealth = {
  readonly last: { readonly unixMs: number; readonly days: number } | null;
  /** Accounts that are in force here. */
  readonly accounts: number;
  /** Since the last copy; all accounts where there is none. */
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Whether a copy should be asked for: what is only here would be lost with this computer. */
  readonly due: boolean;
  /** Whether a copy made now opens with the emergency key too. */
  readonly withEmergencyKey: boolean;
};

/** The health of the saved copies; what the sites ended is missed by nobody. */
export function healthOf({ entries, locks, saved }: VaultContent, nowUnixMs: number): BackupHealth {
  const { last } = saved;
  const marks = new Map(last?.accounts.map(({ id, mark }) => [id, mark]));
  const here = new Set(entries.map(({ id }) => id));
  const inForce = entries.filter(({ state }) => state !== 'stale');
  const added = inForce.filter(({ id }) => !marks.has(id)).length;
  const changed = inForce.filter((entry) => marks.has(entry.id) && marks.get(entry.id) !== markOf(entry)).length;
  const removed = [...marks.keys()].filter((id) => !here.has(id)).length;
  const ageMs = last === null ? 0 : nowUnixMs - last.unixMs;
  // A clock that was set back makes no copy younger: one from days ahead is of unknown age.
  const isOld = ageMs >= DUE_DAYS * DAY_MS || ageMs < -DAY_MS;
  return {
    last: last && { unixMs: last.unixMs, days: Math.max(0, Math.floor(ageMs / DAY_MS)) },
    accounts: inForce.length,
    added,
    changed,
    removed,
    // What was removed here is missing in no copy, so it is no reason to ask.
    due: added + changed > 0 && (last === null || isOld),
    withEmergencyKey: locks.some(({ slot }) => slot.kind === 'recovery'),
  };
}
