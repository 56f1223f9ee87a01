import type { Entry } from '../vault/entry.ts';

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

// Compatibility forms are folded away before: an ellipsis is three dots here.
const hidden = /(?:[*\u2022\u25cf\u2217]|\.{3,})+/u;
const readable = /[\p{L}\p{N}]/u;

/** Whether a text has the shown parts of a masked one in their order, with at least one character wherever something is hidden. */
function fitsMask(mask: string, text: string): boolean {
  const [first = '', ...rest] = mask.split(hidden);
  const last = rest.pop();
  if (last === undefined) return mask === text;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at + 1);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length > at;
}

const halves = (address: string): readonly [string, string] => {
  const at = address.lastIndexOf('@');
  return [address.slice(0, at), address.slice(at + 1)];
};

/** Whether a text on a page names an account, in full or as a masked address of which something is readable. */
function names(text: string, account: string): boolean {
  if (account === '') return false;
  if (text === account) return true;
  // Without an address a mask may hide anything: a telephone number, a card.
  if (!hidden.test(text) || !text.includes('@') || !account.includes('@') || !readable.test(text)) return false;
  const [[shownName, shownHost], [name, host]] = [halves(text), halves(account)];
  return fitsMask(shownName, name) && fitsMask(shownHost, host);
}

/** Whether a name as somebody typed it is an account's; letter case, compatibility forms and outer spaces do not count. */
export const isSameName = (typed: string, account: string): boolean =>
  fold(account) !== '' && fold(typed) === fold(account);

/**
 * The account of a site that is logging in: the only one that every text which names any of them may mean, else the one whose name
 * was typed, as far as nothing that the page shows speaks against it.
 * @param texts what the page shows that may be names of accounts; it is the page's own word, and reaches no other site's account
 * @param typed the one of `entries` that was named in the login form; null for none
 * @returns null where no account is named, or more than one
 */
export function chooseAccount<Named extends Pick<Entry, 'account'>>(
  texts: readonly string[],
  entries: readonly Named[],
  typed: Named | null = null,
): Named | null {
  const named = texts.map(fold).map((text) => ({
    isAddress: text.includes('@'),
    meant: entries.filter(({ account }) => names(text, fold(account))),
  }));
  const some = named.filter(({ meant }) => meant.length > 0);
  const left = entries.filter((entry) => some.every(({ meant }) => meant.includes(entry)));
  const [only, ...more] = left;
  if (some.length > 0 && only !== undefined && more.length === 0) return only;
  // Somebody else's address may be that of who logs in now.
  const isStrange = named.some(({ isAddress, meant }) => isAddress && meant.length === 0);
  return typed !== null && !isStrange && left.includes(typed) ? typed : null;
}
