import type { BackupItem } from '../backup/backup-item.ts';
import type { Entry, VaultContent } from '../vault/entry.ts';
import { isIdentifier } from '../vault/key-slots.ts';
import { judgeImport } from './judge-import.ts';

/** What came of accepting: the accounts as they were added, and how many of the file were left out as ours stay. */
export type Accepted = {
  readonly content: VaultContent;
  readonly added: readonly Entry[];
  readonly skipped: number;
};

/**
 * Adds the accounts of a file that are not here yet, with their sites; nothing stored is changed or removed.
 * @param how `beside`: the places of those that are added although one here is nearly the same
 */
export function acceptImport(
  content: VaultContent,
  items: readonly BackupItem[],
  how: { readonly beside: ReadonlySet<number>; readonly newId: () => string; readonly nowUnixMs: number },
): Accepted {
  const taken = new Set([...content.entries, ...content.trash.map(({ entry }) => entry)].map(({ id }) => id));
  // By the file's identifiers, which an account may not keep here.
  const idsHere = new Map<string, string>();
  const chosen: Entry[] = [];
  let skipped = 0;
  for (const [index, judged] of judgeImport(items, content).entries()) {
    if (judged.kind === 'unreadable') continue;
    const { entry } = judged;
    if (judged.kind === 'same' && judged.here !== null) idsHere.set(entry.id, judged.here.id);
    if (judged.kind === 'same' || (judged.kind === 'conflicting' && !how.beside.has(index))) {
      skipped += 1;
      continue;
    }
    // An id belongs to one vault: a file restored twice into changed vaults must not bring two entries of one id. A foreign one
    // may be longer than what a message carries: its account could be neither filled nor removed.
    const id = taken.has(entry.id) || !isIdentifier(entry.id) ? how.newId() : entry.id;
    taken.add(id);
    idsHere.set(entry.id, id);
    chosen.push({ ...entry, id });
  }
  if (chosen.length === 0) return { content, added: [], skipped };
  const added = chosen.map((entry) => ({
    ...entry,
    // The file's identifier may be another account's here, which must not end when this one is confirmed.
    replaces: entry.replaces === null ? null : (idsHere.get(entry.replaces) ?? null),
    // One that the site ended long before would go to the trash as it comes.
    updatedUnixMs: entry.state === 'stale' ? how.nowUnixMs : entry.updatedUnixMs,
  }));
  return { content: { ...content, entries: [...content.entries, ...added] }, added, skipped };
}
