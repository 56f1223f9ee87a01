import { isOneEdit } from './look-alike/one-edit.ts';
import { type Site, siteOf, wordsLook } from './look-alike/site.ts';
import { isWordOfMany } from './look-alike/words-of-many.ts';

/** How an origin resembles a known one, the closest first. */
export type LookAlikeKind =
  | 'other-scheme'
  | 'other-port'
  | 'same-domain'
  | 'confusable'
  | 'other-ending'
  | 'one-edit'
  | 'name-as-subdomain';

/** An origin that an entry belongs to, and how the current one resembles it. */
export type LookAlike = { readonly kind: LookAlikeKind; readonly knownOrigin: string };

// Among shorter names too many are one letter apart.
const SHORTEST_NAME = 4;

/** The names that mean this computer and nothing else; names below `localhost` are sites of their own. */
const isThisComputer = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);

const isSameHost = (a: Site, b: Site): boolean =>
  a.host === b.host || (isThisComputer(a.host) && isThisComputer(b.host));

/** Whether words stand side by side among others. */
const holds = (words: readonly string[], wanted: readonly string[]): boolean =>
  words.some((_, at) => wanted.every((word, index) => words[at + index] === word));

/** Whether a name is put into another domain to be read there: `example.com.evil.test`, `example-login.test`. */
function isPutInto(known: Site, here: Site): boolean {
  if (holds(here.wordsLook, known.domainWordsLook)) return true;
  const isOwnWord = Array.from(known.label).length >= SHORTEST_NAME && !isWordOfMany(known.label);
  return isOwnWord && holds(here.wordsLook, wordsLook(known.label));
}

function resemblance(here: Site, known: Site): LookAlikeKind | null {
  if (isSameHost(here, known)) {
    if (here.scheme !== known.scheme) return 'other-scheme';
    return here.port === known.port ? 'same-domain' : 'other-port';
  }
  if (here.domain === null || known.domain === null) return null;
  if (here.domain === known.domain) return 'same-domain';
  if (here.label === known.label) return 'other-ending';
  if (here.labelLooks === known.labelLooks) return 'confusable';
  if (Array.from(known.label).length >= SHORTEST_NAME && isOneEdit(here.label, known.label)) return 'one-edit';
  return isPutInto(known, here) ? 'name-as-subdomain' : null;
}

const order: readonly LookAlikeKind[] = [
  'other-scheme',
  'other-port',
  'same-domain',
  'confusable',
  'other-ending',
  'one-edit',
  'name-as-subdomain',
];

/**
 * Finds the origin that a page's origin is most easily taken for; names decide alone, never a title or an issuer.
 * @param origin exact origin of the page, as the browser serialises it
 * @param known exact origins that entries belong to
 * @returns null for one of the known origins, for one that resembles none, and for what is neither http nor https
 */
export function findLookAlike(origin: string, known: Iterable<string>): LookAlike | null {
  const origins = new Set(known);
  const here = origins.has(origin) ? null : siteOf(origin);
  if (here === null) return null;
  let closest: LookAlike | null = null;
  for (const knownOrigin of origins) {
    const site = siteOf(knownOrigin);
    const kind = site === null ? null : resemblance(here, site);
    if (kind === null) continue;
    if (closest === null || order.indexOf(kind) < order.indexOf(closest.kind)) closest = { kind, knownOrigin };
  }
  return closest;
}
