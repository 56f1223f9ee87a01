import type { Entry } from '../vault/entry.ts';
import { chooseAccount } from './choose-account.ts';
import { entriesForLogin } from './entry-life.ts';
import type { LoginNames } from './page-names.ts';

/** Whose code a login wants; `several`: which of several accounts is logging in is the customer's to say. */
export type LoginEntry =
  | { readonly kind: 'one'; readonly entry: Entry }
  | { readonly kind: 'none' }
  | { readonly kind: 'several' };

/**
 * The entry of an exact origin that a tab's login means: the only one, or the one that its challenge or its login form names.
 * @param where the tab, and the document that asks; '' for its top one
 */
export async function entryForLogin(
  entries: readonly Entry[],
  origin: string,
  where: { readonly tabId: number; readonly documentId: string },
  names: LoginNames,
): Promise<LoginEntry> {
  const here = entriesForLogin(entries, origin);
  const [only] = here;
  if (only === undefined) return { kind: 'none' };
  if (here.length === 1) return { kind: 'one', entry: only };
  const typedId = await names.typed(where.tabId, origin);
  const typed = here.find(({ id }) => id === typedId) ?? null;
  const shown = await names.shown(where.tabId, origin, where.documentId);
  // Among what was not read may be a name that speaks against whoever is chosen.
  const entry = typeof shown === 'string' ? null : chooseAccount(shown, here, typed);
  return entry === null ? { kind: 'several' } : { kind: 'one', entry };
}
