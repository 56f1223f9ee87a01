import type { EntryView } from './view-models.ts';

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase();

/** The entries whose issuer and account hold every word of `query` (case and width ignored), order kept. */
export function searchEntries<T extends Pick<EntryView, 'issuer' | 'account'>>(
  entries: readonly T[],
  query: string,
): readonly T[] {
  const words = folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return entries.filter((entry) => {
    const text = folded(`${entry.issuer} ${entry.account}`);
    return words.every((word) => text.includes(word));
  });
}
