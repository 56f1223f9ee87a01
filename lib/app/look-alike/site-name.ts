import { readableHost } from './punycode.ts';

/** A name for the customer's eye: readable, and as the browser writes it where that differs. */
export type SiteName = { readonly name: string; readonly ascii: string | null };

/** How an origin is shown beside one that resembles it. */
export function siteName(origin: string): SiteName {
  const url = URL.parse(origin);
  if (url === null || !url.hostname.includes('xn--')) return { name: origin, ascii: null };
  const name = origin.replace(url.hostname, readableHost(url.hostname));
  return { name, ascii: name === origin ? null : origin };
}
