import { isRecord } from '../vault/shape.ts';

const MOST_LINKS = 8;
const LONGEST_ADDRESS = 512;
const MOST_PARAMETERS = 3;

// What changes something as soon as it is opened, on a site that should not do that.
const acts =
  /toggle|approve|transfer|destroy|clear|unset|turn-?o(?:n|ff)|log-?o(?:ut|ff)|sign-?o(?:ut|ff)|disable|enable|activate|remove|delete|erase|revoke|unlink|cancel|reset|regenerate|renew|confirm|verify|close|terminate|(?:^|[._-])(?:off|stop)(?:$|[._-])/i;
// What speaks about security, or sells it.
const articles =
  /^(?:help|support|blog|news|docs?|faqs?|kb|knowledge-?base|articles?|announcements?|legal|policy|policies|privacy|about|store|shop|cart|products?|pricing|downloads?|report|advisor(?:y|ies)|bug-?bounty)$/i;
// Random texts have digits or are long; names of pages have neither.
const isPlain = (text: string): boolean => /^[\p{L}._-]{0,32}\d{0,4}[\p{L}._-]{0,32}$/u.test(text) && text.length <= 40;

const isPage = (text: string): boolean =>
  text.split('/').every((part) => isPlain(part) && !acts.test(part) && !articles.test(part));

// Two strokes, a stroke in disguise, or a name like a host's before the last part: of these a site may make a way out of itself.
const leadsOut = (raw: string): boolean => /\/\/|\\|%2f|%5c/i.test(raw) || /\.[^/]*\//.test(raw);

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const isParameter = ([name, value]: readonly [string, string]): boolean =>
  // What says which page of a program it is; anything else may be whom or what it is done to.
  /^(?:a|act|action|do|m|menu|mod|module|p|page|q|r|route|rp|section|tab|view)$/i.test(name) &&
  isPage(value) &&
  // An address in it, of which a site may make a way out of itself, has a colon, a dot or two strokes.
  /^(?:\/?[a-z_-]+(?:\/[a-z_-]+)*)?$/i.test(value.replace(/2fa/i, 'tfa'));

/** An address as far as it may be opened: of this exact origin, naming a page and nothing that only one customer has; else null. */
function openable(value: unknown, origin: string): URL | null {
  if (typeof value !== 'string' || value.length > LONGEST_ADDRESS) return null;
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== origin) return null;
  if (url.username !== '' || url.password !== '') return null;
  const path = decoded(url.pathname);
  const part = decoded(url.hash.replace(/^#!?/, ''));
  const parameters = Array.from(url.searchParams);
  if (leadsOut(url.pathname) || leadsOut(url.hash)) return null;
  if (path === null || part === null || !isPage(path) || !isPage(part)) return null;
  return parameters.length <= MOST_PARAMETERS && parameters.every(isParameter) ? url : null;
}

/**
 * The security settings of a site, among the links that a script in its page answered.
 * @param read an answer of the page's process, decoded and bounded here
 * @param origin the exact origin that the browser says the page is of
 * @returns an absolute http(s) address of that origin without a user name, a token or an act; null where the page has none, or is it
 */
export function securityPage(read: unknown, origin: string): string | null {
  if (!isRecord(read) || read.origin !== origin || !Array.isArray(read.links)) return null;
  const links = read.links
    .slice(0, MOST_LINKS)
    .map((link) => openable(link, origin))
    .filter((url) => url !== null);
  const here = typeof read.here === 'string' ? URL.parse(read.here) : null;
  if (links.some(({ pathname, search }) => pathname === here?.pathname && search === here.search)) return null;
  return links[0]?.href ?? null;
}

const LONGEST_BUTTON = 48;

/**
 * The words of the button that leads to an enrolment's code, as a script in the page answered.
 * @param read an answer of the page's process, decoded and bounded here
 * @param origin the exact origin that the browser says the page is of
 * @returns at most 48 characters of the page's own, to be shown as such; null for none
 */
export function setupButton(read: unknown, origin: string): string | null {
  if (!isRecord(read) || read.origin !== origin || typeof read.setupButton !== 'string') return null;
  return read.setupButton.trim() === '' ? null : read.setupButton.slice(0, LONGEST_BUTTON);
}
