import type { Entry, VaultContent } from '../vault/entry.ts';
import { MAX_GROUP } from '../vault/entry-codec.ts';

/** Whether an account stands above the others, and the group that it is in; an empty name for none. */
export type Mark = { readonly entryId: string; readonly pinned: boolean; readonly group: string };

/** What becomes of the list: marks of some accounts, and some accounts in the order that they are to have among themselves. */
export type Arrangement = { readonly marks: readonly Mark[]; readonly order: readonly string[] };

function withMark(entry: Entry, { pinned, group }: Mark): Entry {
  const { pinned: _, group: __, ...rest } = entry;
  const name = group.trim().slice(0, MAX_GROUP).trim();
  return { ...rest, ...(pinned ? { pinned: true } : {}), ...(name === '' ? {} : { group: name }) };
}

/**
 * Arranges the accounts. Those of `order` take the places that they have together, in the order given; every other one stays where
 * it is, so that an account which came meanwhile loses its place as little as one which is not shown. Names that no account has are
 * passed over. When an account was changed last stays: where it stands is nothing that its site or its codes know of.
 */
export function arrange(content: VaultContent, { marks, order }: Arrangement): VaultContent {
  const markOf = new Map(marks.map((mark) => [mark.entryId, mark]));
  const entries = content.entries.map((entry) => {
    const mark = markOf.get(entry.id);
    return mark === undefined ? entry : withMark(entry, mark);
  });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const moved = [...new Set(order)].flatMap((id) => byId.get(id) ?? []);
  const among = new Set(moved);
  let next = 0;
  return { ...content, entries: entries.map((entry) => (among.has(entry) ? (moved[next++] ?? entry) : entry)) };
}

/** The pinned accounts, and then the others, each in the customer's order. */
export const pinnedFirst = (entries: readonly Entry[]): readonly Entry[] => [
  ...entries.filter(({ pinned }) => pinned === true),
  ...entries.filter(({ pinned }) => pinned !== true),
];
