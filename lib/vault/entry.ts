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
  readonly createdUnixMs: number;
  readonly updatedUnixMs: number;
};

/** Everything inside the sealed blob. */
export type VaultContent = { readonly schema: 1; readonly entries: readonly Entry[] };
