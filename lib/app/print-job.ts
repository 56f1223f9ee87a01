import type { SiteName } from './look-alike/site-name.ts';

/** A sheet of backup codes, as the page that prints it shows it. */
export type PrintJob = {
  readonly issuer: string;
  readonly account: string;
  readonly sites: readonly SiteName[];
  readonly codes: readonly string[];
  readonly atUnixMs: number;
};
