import { isRecord } from '../vault/shape.ts';

/** Most texts that a challenge may offer as names of accounts. */
const MOST_NAMES = 8;

/** Most characters of such a text: an e-mail address has no more (RFC 5321 §4.5.3.1.3, without its brackets). */
const LONGEST_NAME = 254;

/**
 * Reads texts that may name an account around the challenge's box of one document, the tab's top one where `documentId` is ''.
 * @returns `unread` where the grant does not reach it, where it is too busy, is of another origin, or has no such box
 */
export type PageNames = (tabId: number, origin: string, documentId: string) => Promise<ShownNames>;

/** Texts that may name an account; `too-many`: more than eight, so that the one that counts may not be among those that were read. */
export type ShownNames = readonly string[] | 'too-many' | 'unread';

/** What says which of a site's accounts is logging in: names that the page shows, and the entry that the login form named. */
export type LoginNames = {
  readonly shown: PageNames;
  /** The id of an entry; null for none. */
  readonly typed: (tabId: number, origin: string) => Promise<string | null>;
};

/** What a script in a page answered, bounded; `unread` for an answer of another origin or of another kind. */
export function decodeNames(value: unknown, origin: string): ShownNames {
  if (!isRecord(value) || value.origin !== origin || !Array.isArray(value.names)) return 'unread';
  if (value.names.length > MOST_NAMES) return 'too-many';
  return value.names
    .filter((name) => typeof name === 'string')
    .filter((name) => name !== '' && name.length <= LONGEST_NAME);
}
