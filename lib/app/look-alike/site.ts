import { readableHost } from './punycode.ts';
import { registrableDomain } from './registrable-domain.ts';
import { skeleton } from './skeleton.ts';

/** An origin taken apart, as the browser serialises it; `looks…` are skeletons, which are the same for what looks the same. */
export type Site = {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  /** Registrable domain by the Public Suffix List, its private part included: under `github.io` each name is somebody's own. */
  readonly domain: string | null;
  /** The registrable domain's first label, readable. */
  readonly label: string;
  readonly labelLooks: string;
  /** The parts of the whole host name between its dots and hyphens. */
  readonly wordsLook: readonly string[];
  /** The same parts of the registrable domain. */
  readonly domainWordsLook: readonly string[];
};

/** What the parts of a name between its dots and hyphens look like. */
export const wordsLook = (name: string): readonly string[] => name.split(/[.-]/).map(skeleton);

/** Takes an http or https origin apart; null for anything else, an opaque origin included. */
export function siteOf(origin: string): Site | null {
  const url = URL.parse(origin);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  const { protocol: scheme, hostname: host, port } = url;
  // A name with the root's dot is another origin, and the same name to every reader.
  const named = host.replace(/\.$/, '');
  const domain = registrableDomain(named);
  const readable = readableHost(domain ?? '');
  const [label = ''] = readable.split('.');
  return {
    scheme,
    host,
    port,
    domain,
    label,
    labelLooks: skeleton(label),
    wordsLook: wordsLook(readableHost(named)),
    domainWordsLook: wordsLook(readable),
  };
}
