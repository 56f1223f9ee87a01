import type { EntryState } from '../vault/entry.ts';
import type { SiteName } from './look-alike/site-name.ts';

/** A removed account as our own pages see it, without any code; times in Unix milliseconds. */
export type RemovedAccount = {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  readonly state: EntryState;
  readonly sites: readonly SiteName[];
  readonly removedUnixMs: number;
  /** Before this it is not deleted by itself. */
  readonly keptUntilUnixMs: number;
};
