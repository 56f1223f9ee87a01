import { getDomain } from 'tldts';
import { readableHost } from './punycode.ts';

/** An origin taken apart; label and words are readable text, everything else is as the browser serialises it. */
export type Site = {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  /** Registrable domain by the Public Suffix List, its private part included: under `github.io` each name is somebody's own. */
  readonly domain: string | null;
  /** The registrable domain's first label. */
  readonly label: string;
  /** The parts of the whole host name between its dots and hyphens. */
  readonly words: readonly string[];
  /** The same parts of the registrable domain. */
  readonly domainWords: readonly string[];
};

/** A name for the customer's eye: readable, and as the browser writes it where that differs. */
export type SiteName = { readonly name: string; readonly ascii: string | null };

const wordsOf = (name: string): readonly string[] => name.split(/[.-]/);

/** Takes an http or https origin apart; null for anything else, an opaque origin included. */
export function siteOf(origin: string): Site | null {
  const url = URL.parse(origin);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  const { protocol: scheme, hostname: host, port } = url;
  // A name with the root's dot is another origin, and the same name to every reader.
  const named = host.replace(/\.$/, '');
  const domain = getDomain(named, { allowPrivateDomains: true, extractHostname: false });
  const readable = readableHost(domain ?? '');
  const [label = ''] = readable.split('.');
  return { scheme, host, port, domain, label, words: wordsOf(readableHost(named)), domainWords: wordsOf(readable) };
}

/** How an origin is shown beside one that resembles it. */
export function siteName(origin: string): SiteName {
  const url = URL.parse(origin);
  if (url === null || !url.hostname.includes('xn--')) return { name: origin, ascii: null };
  const name = origin.replace(url.hostname, readableHost(url.hostname));
  return { name, ascii: name === origin ? null : origin };
}
