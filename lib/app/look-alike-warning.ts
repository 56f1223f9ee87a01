import type { Entry } from '../vault/entry.ts';
import { type SiteName, siteName } from './look-alike/site-name.ts';
import { findLookAlike, type LookAlikeKind } from './look-alike.ts';

/** What the popup says where a page is easily taken for the site of an account: how, and both names. */
export type LookAlikeWarning = { readonly kind: LookAlikeKind; readonly known: SiteName; readonly here: SiteName };

/** The warning for a tab's origin; null where an entry belongs to it, or where it resembles no entry's site. */
export function lookAlikeWarning(
  origin: string | null,
  entries: readonly Pick<Entry, 'origins'>[],
): LookAlikeWarning | null {
  if (origin === null) return null;
  const known = entries.flatMap(({ origins }) => origins);
  const alike = findLookAlike(origin, known);
  return alike === null ? null : { kind: alike.kind, known: siteName(alike.knownOrigin), here: siteName(origin) };
}
