import { plainText } from './outcome/statements.ts';

/** Links of a document that may lead to the security settings of the customer's account, the likeliest first, with the document's own address. */
export type SecurityLinks = { readonly origin: string; readonly here: string; readonly links: readonly string[] };

const MOST_SEEN = 3_000;
const MOST_LINKS = 8;
const LONGEST_ADDRESS = 512;
const LONGEST_WORDS = 60;

// Where the widespread hosting customer area has it, and what others have where somebody's own settings are.
const surely =
  /\/user\/security\b|[?&]action=security\b|\/(?:account|profile|settings|user|my|me)s?\/(?:[\w-]+\/)*(?:security|2fa|mfa|two-?factor|two-?step)\b|security-?settings/i;
const perhaps = /(?:^|[/=._-])(?:security|2fa|mfa|two-?(?:factor|step))(?:$|[/&?._-])/i;
const words =
  /^(?:(?:my|your|account|login)\s+)?(?:security|(?:security|2fa|mfa)\s+(?:settings|options|cent(?:er|re)|page)|password\s+(?:and|&)\s+security|2fa|mfa|(?:two|2)[\s-]?(?:factor|step)(?:\s+(?:authentication|verification|login))?(?:\s+\(2fa\))?|sicherheit(?:seinstellungen)?|sécurité|seguridad|segurança|sicurezza|beveiliging)$/iu;

function rankOf(link: HTMLAnchorElement, { pathname, search }: URL): number {
  const where = pathname + search;
  const named =
    (link.textContent ?? '').length <= LONGEST_ADDRESS && words.test(plainText(link).slice(0, LONGEST_WORDS));
  return (surely.test(where) ? 4 : 0) + (named ? 2 : 0) + (perhaps.test(where) ? 1 : 0);
}

/**
 * Reads the links of a document to the security settings of an account, closed menus included, footers left out.
 * @returns at most 8 addresses of the document's own origin, each once, none longer than 512 characters; who uses one decides anew
 */
export function readSecurityLinks(page: Document): SecurityLinks {
  const here = new URL(page.location.href);
  const ranked: { readonly href: string; readonly rank: number }[] = [];
  for (const link of Array.from(page.querySelectorAll('a[href]')).slice(0, MOST_SEEN)) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    const written = link.getAttribute('href') ?? '';
    const url = written.length > LONGEST_ADDRESS ? null : URL.parse(written, page.baseURI);
    if (url === null || url.origin !== here.origin || link.closest('footer, [role=contentinfo]') !== null) continue;
    const rank = rankOf(link, url);
    // An address alone is as likely a page about security as one of settings.
    if (rank > 1 && !ranked.some(({ href }) => href === url.href)) ranked.push({ href: url.href, rank });
  }
  const links = ranked.toSorted((a, b) => b.rank - a.rank).map(({ href }) => href);
  return { origin: here.origin, here: here.href, links: links.slice(0, MOST_LINKS) };
}
