import type { OtpParameters } from '../otp/parameters.ts';

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
  readonly createdUnixMs: number;
  readonly updatedUnixMs: number;
};

/** One of a site's backup codes (its own spelling, at most 64 characters). */
export type BackupCode = { readonly code: string; readonly used: boolean };

/** Everything inside the sealed blob. */
export type VaultContent = { readonly schema: 2; readonly entries: readonly Entry[] };
