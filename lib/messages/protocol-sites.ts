import type { SiteName } from '../app/look-alike/site-name.ts';

/** The sites that the customer allowed, whatever page is in front. */
export type SitesRequest =
  | { readonly kind: 'list-automatic' }
  /** `site`: an exact origin; `all`: no account's code is filled there any more, and not only by itself. */
  | { readonly kind: 'stop-site'; readonly site: string; readonly what: 'automatic' | 'all' };

/** The sites where codes are filled by themselves. */
export type SitesAnswer = { readonly kind: 'automatic'; readonly sites: readonly SiteName[] };
