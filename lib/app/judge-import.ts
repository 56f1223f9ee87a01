import type { BackupItem } from '../backup/backup-item.ts';
import type { Entry, VaultContent } from '../vault/entry.ts';
import { compareAccount, isSameAccount } from './compare-accounts.ts';

type Unreadable = Extract<BackupItem, { kind: 'unreadable' }>;

/** What an item of a file is beside the stored accounts. */
export type Judged =
  /** `removedUnixMs`: when the same account was removed here, in Unix milliseconds; null for never. */
  | { readonly kind: 'new'; readonly entry: Entry; readonly removedUnixMs: number | null }
  /** `here`: the stored account; null for one that the file has twice. */
  | { readonly kind: 'same'; readonly entry: Entry; readonly here: Entry | null }
  /** `mine`: the stored accounts of its names that make other codes, at least one. */
  | { readonly kind: 'conflicting'; readonly entry: Entry; readonly mine: readonly Entry[] }
  | Unreadable;

const namesOf = ({ issuer, account }: Entry): string => JSON.stringify([issuer, account]);

/** Judges each item of a file beside the stored accounts, in the file's order. */
export function judgeImport(items: readonly BackupItem[], { entries, trash }: VaultContent): readonly Judged[] {
  // By names: of thousands of accounts beside thousands only the namesakes have to be compared.
  const stored = Map.groupBy(entries, namesOf);
  const removed = Map.groupBy(trash, ({ entry }) => namesOf(entry));
  const earlier = new Map<string, readonly Entry[]>();
  return items.map((item): Judged => {
    if (item.kind === 'unreadable') return item;
    const { entry } = item;
    const names = namesOf(entry);
    const namesakes = stored.get(names) ?? [];
    const status = compareAccount(entry, namesakes, null);
    if (status.kind === 'already-here')
      return { kind: 'same', entry, here: namesakes.find(({ id }) => id === status.entryId) ?? null };
    const before = earlier.get(names) ?? [];
    if (before.some((one) => isSameAccount(one, entry))) return { kind: 'same', entry, here: null };
    earlier.set(names, [...before, entry]);
    if (status.kind === 'other-secret')
      return { kind: 'conflicting', entry, mine: namesakes.filter(({ id }) => status.entryIds.includes(id)) };
    const gone = (removed.get(names) ?? []).filter((one) => isSameAccount(one.entry, entry));
    const removedUnixMs = gone.length === 0 ? null : Math.max(...gone.map(({ trashedUnixMs }) => trashedUnixMs));
    return { kind: 'new', entry, removedUnixMs };
  });
}
