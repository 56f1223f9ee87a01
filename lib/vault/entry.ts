import type { OtpParameters } from '../otp/parameters.ts';
import type { SlotLock } from './key-slots.ts';
import type { Opening, StrengthClass } from './openings.ts';
import type { SavedCopies } from './saved-copies.ts';
import type { Settings } from './settings.ts';

/** pending: saved, not yet accepted by the site; confirmed: accepted once; stale: no longer in force at the site. */
export type EntryState = 'pending' | 'confirmed' | 'stale';

/** One stored account. `origins` are exact origins (scheme, host, port) that may receive its code; empty: none chosen yet. */
export type Entry = {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  readonly parameters: OtpParameters;
  readonly origins: readonly string[];
  readonly state: EntryState;
  /** The site's own codes for a lost authenticator, as it showed them; struck out when used. */
  readonly backupCodes: readonly BackupCode[];
  /** The entry that this one takes the place of once the site has accepted it; null for none. */
  readonly replaces: string | null;
  /** The customer was asked about an entry that its site never confirmed, and keeps it. */
  readonly keptUnconfirmed?: true;
  /** The customer wants it above the others. */
  readonly pinned?: true;
  /** The group that the customer put it in, at most 40 characters; absent for none. */
  readonly group?: string;
  readonly createdUnixMs: number;
  readonly updatedUnixMs: number;
};

/** One of a site's backup codes (its own spelling, at most 64 characters). */
export type BackupCode = { readonly code: string; readonly used: boolean };

/**
 * An account that was removed and can be put back. `trashedUnixMs`: when, by the computer's clock; `trashedAtMs`: when, by the
 * vault's own age.
 */
export type TrashedEntry = { readonly entry: Entry; readonly trashedUnixMs: number; readonly trashedAtMs: number };

/** When the vault was written last, in Unix milliseconds, and the milliseconds it has seen pass between its writes. */
export type VaultAge = { readonly writtenUnixMs: number; readonly passedMs: number };

/**
 * What this computer's clock is made up for where codes are made: seconds added to it, negative for one that is ahead, and what
 * it showed, in Unix milliseconds, when that was accepted. It is true of one computer, so no backup carries it.
 */
export type ClockCorrection = { readonly seconds: number; readonly seenUnixMs: number };

/** Whether the passphrase is asked for now and then, so that it is not forgotten, and when it was typed last, in Unix milliseconds. */
export type Reminder = { readonly on: boolean; readonly provenUnixMs: number };

/**
 * Everything inside the sealed blob; an account of `trash` is none of `entries`, so nothing lists or fills it. The order of `entries`
 * is the customer's.
 */
export type VaultContent = {
  readonly schema: 8;
  readonly entries: readonly Entry[];
  readonly trash: readonly TrashedEntry[];
  readonly age: VaultAge;
  /** Null where codes are made by the clock as it is. */
  readonly correction: ClockCorrection | null;
  /** What locks a new data key for each slot, so that keys change though not all of them are at hand. */
  readonly locks: readonly SlotLock[];
  readonly saved: SavedCopies;
  readonly reminder: Reminder;
  /** What lies in the clear too; null in content from before it was sealed. */
  readonly settings: Settings | null;
  /** How the passphrase was judged when it was chosen; null where there is none, or nothing judged it. */
  readonly strength: StrengthClass | null;
  /** The latest openings, the last one last. */
  readonly openings: readonly Opening[];
};
