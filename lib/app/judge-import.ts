import type { BackupItem } from '../backup/backup-item.ts';
import { equalBytes } from '../otp/bytes.ts';
import type { Entry, VaultContent } from '../vault/entry.ts';
import { compareAccount, isSameAccount } from './compare-accounts.ts';

type Unreadable = Extract<BackupItem, { kind: 'unreadable' }>;

/**
 * What sets an account of a file apart from ours: `codes`, another key or another way to make codes of it, under the same names;
 * `sites`, one that ours is not for; `names`, ours of the same key has others.
 */
export type Difference = 'codes' | 'sites' | 'names';

/** What an item of a file is beside the stored accounts. */
export type Judged =
  /** `removedUnixMs`: when the same account was removed here, in Unix milliseconds; null for never. */
  | { readonly kind: 'new'; readonly entry: Entry; readonly removedUnixMs: number | null }
  /** `here`: the stored account; null for one that the file has twice. */
  | { readonly kind: 'same'; readonly entry: Entry; readonly here: Entry | null }
  /** `mine`: the stored accounts that it differs from, at least one. */
  | {
      readonly kind: 'conflicting';
      readonly entry: Entry;
      readonly differs: Difference;
      readonly mine: readonly Entry[];
    }
  | Unreadable;

const namesOf = ({ issuer, account }: Entry): string => JSON.stringify([issuer, account]);
// Not the whole key: these are only the ones to compare.
const keyStartOf = ({ parameters: { secret } }: Entry): string => secret.subarray(0, 4).join();

// Accounts of one name and other keys are never the same: of ten thousand called alike each would be compared with each.
const nameAndKeyOf = (entry: Entry): string => `${namesOf(entry)} ${keyStartOf(entry)}`;

/** Whether one of the same account is among these, and every site of this one is a site of theirs; where it names none, it brings none. */
const bringsNothing = ({ origins }: Entry, twins: readonly Entry[]): boolean =>
  twins.length > 0 && origins.every((origin) => twins.some((twin) => twin.origins.includes(origin)));

/** Judges each item of a file beside the stored accounts, in the file's order. */
export function judgeImport(items: readonly BackupItem[], { entries, trash }: VaultContent): readonly Judged[] {
  // By names and by keys: of thousands of accounts beside thousands only those that may be alike have to be compared.
  const stored = Map.groupBy(entries, namesOf);
  const byKey = Map.groupBy(entries, keyStartOf);
  const alike = Map.groupBy(entries, nameAndKeyOf);
  const removed = Map.groupBy(trash, ({ entry }) => namesOf(entry));
  const earlier = new Map<string, readonly Entry[]>();
  return items.map((item): Judged => {
    if (item.kind === 'unreadable') return item;
    const { entry } = item;
    const [names, nameAndKey] = [namesOf(entry), nameAndKeyOf(entry)];
    const isTwin = (one: Entry): boolean => isSameAccount(one, entry);
    const namesakes = stored.get(names) ?? [];
    const twins = (alike.get(nameAndKey) ?? []).filter(isTwin);
    if (bringsNothing(entry, twins)) {
      const here = twins.find((twin) => bringsNothing(entry, [twin])) ?? twins[0] ?? null;
      return { kind: 'same', entry, here };
    }
    const before = earlier.get(nameAndKey) ?? [];
    if (bringsNothing(entry, [...twins, ...before.filter(isTwin)])) return { kind: 'same', entry, here: null };
    earlier.set(nameAndKey, [...before, entry]);
    if (twins.length > 0) return { kind: 'conflicting', entry, differs: 'sites', mine: twins };
    const status = compareAccount(entry, namesakes, null);
    if (status.kind === 'other-secret') {
      const ids = new Set(status.entryIds);
      const mine = namesakes.filter(({ id }) => ids.has(id));
      return { kind: 'conflicting', entry, differs: 'codes', mine };
    }
    const renamed = (byKey.get(keyStartOf(entry)) ?? []).filter((one) =>
      equalBytes(one.parameters.secret, entry.parameters.secret),
    );
    if (renamed.length > 0) return { kind: 'conflicting', entry, differs: 'names', mine: renamed };
    const gone = (removed.get(names) ?? []).filter((one) => isTwin(one.entry));
    const removedUnixMs = gone.length === 0 ? null : Math.max(...gone.map(({ trashedUnixMs }) => trashedUnixMs));
    return { kind: 'new', entry, removedUnixMs };
  });
}
