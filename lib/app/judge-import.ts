import type { BackupItem } from '../backup/backup-item.ts';
import { toBase64 } from '../vault/base64.ts';
import type { Entry, VaultContent } from '../vault/entry.ts';
import { compareAccount, identityOf } from './compare-accounts.ts';

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
const keyOf = ({ parameters }: Entry): string => toBase64(parameters.secret);

/** Whether one of the same account is among these, and every site of this one is a site of theirs; where it names none, it brings none. */
const bringsNothing = ({ origins }: Entry, twins: readonly Entry[]): boolean =>
  twins.length > 0 && origins.every((origin) => twins.some((twin) => twin.origins.includes(origin)));

/** Judges each item of a file beside the stored accounts, in the file's order. */
export function judgeImport(items: readonly BackupItem[], { entries, trash }: VaultContent): readonly Judged[] {
  // By names, by keys and by both: a stranger's file may have thousands that are alike beside thousands.
  const stored = Map.groupBy(entries, namesOf);
  const byKey = Map.groupBy(entries, keyOf);
  const alike = Map.groupBy(entries, identityOf);
  const removed = Map.groupBy(trash, ({ entry }) => identityOf(entry));
  const earlier = new Map<string, readonly Entry[]>();
  const apart = new Map<string, readonly Entry[]>();
  /** Ours of the names of an account that is none of them: the same for each such account. */
  function namesakesOf(entry: Entry): readonly Entry[] {
    const names = namesOf(entry);
    const known = apart.get(names);
    if (known !== undefined) return known;
    const namesakes = stored.get(names) ?? [];
    const status = compareAccount(entry, namesakes, null);
    const ids = new Set(status.kind === 'other-secret' ? status.entryIds : []);
    const mine = namesakes.filter(({ id }) => ids.has(id));
    apart.set(names, mine);
    return mine;
  }
  return items.map((item): Judged => {
    if (item.kind === 'unreadable') return item;
    const { entry } = item;
    const identity = identityOf(entry);
    const twins = alike.get(identity) ?? [];
    if (bringsNothing(entry, twins)) {
      const here = twins.find((twin) => bringsNothing(entry, [twin])) ?? twins[0] ?? null;
      return { kind: 'same', entry, here };
    }
    const before = earlier.get(identity) ?? [];
    if (bringsNothing(entry, [...twins, ...before])) return { kind: 'same', entry, here: null };
    earlier.set(identity, [...before, entry]);
    if (twins.length > 0) return { kind: 'conflicting', entry, differs: 'sites', mine: twins };
    const mine = namesakesOf(entry);
    if (mine.length > 0) return { kind: 'conflicting', entry, differs: 'codes', mine };
    const renamed = byKey.get(keyOf(entry)) ?? [];
    if (renamed.length > 0) return { kind: 'conflicting', entry, differs: 'names', mine: renamed };
    const gone = removed.get(identity) ?? [];
    const removedUnixMs = gone.length === 0 ? null : Math.max(...gone.map(({ trashedUnixMs }) => trashedUnixMs));
    return { kind: 'new', entry, removedUnixMs };
  });
}
