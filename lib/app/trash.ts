import type { Entry, TrashedEntry, VaultAge, VaultContent } from '../vault/entry.ts';

const DAY_MS = 24 * 3_600_000;

/** How long an ended account stays among the codes, and how long a removed one can be put back, in milliseconds. */
export const KEPT_MS = 30 * DAY_MS;

// A clock that was set wrong says that years went by between two writes; the vault believes a week of them.
const MOST_STEP_MS = 7 * DAY_MS;

/** The vault's own age at a time: what passed between its writes, each step at most a week and never backwards. */
const ageAt = ({ writtenUnixMs, passedMs }: VaultAge, nowUnixMs: number): number =>
  passedMs + Math.min(Math.max(nowUnixMs - writtenUnixMs, 0), MOST_STEP_MS);

const isLongOver = ({ state, updatedUnixMs }: Entry, nowUnixMs: number): boolean =>
  state === 'stale' && nowUnixMs - updatedUnixMs >= KEPT_MS;

/** Both clocks have to say so: the computer's alone may have been set forward, the vault's alone may have been. */
const isDeletable = ({ entry, trashedUnixMs, trashedAtMs }: TrashedEntry, age: VaultAge, nowUnixMs: number): boolean =>
  // What is over by a site's word may be so by a wrong word: only a press deletes it.
  entry.state !== 'stale' && nowUnixMs - trashedUnixMs >= KEPT_MS && ageAt(age, nowUnixMs) - trashedAtMs >= KEPT_MS;

function trashThese(content: VaultContent, isTrash: (entry: Entry) => boolean, nowUnixMs: number): VaultContent {
  const trashedAtMs = ageAt(content.age, nowUnixMs);
  const gone = content.entries.filter(isTrash);
  if (gone.length === 0) return content;
  return {
    ...content,
    entries: content.entries.filter((entry) => !isTrash(entry)),
    trash: [...content.trash, ...gone.map((entry) => ({ entry, trashedUnixMs: nowUnixMs, trashedAtMs }))],
  };
}

/** Keeps beside the accounts what one of them was, under an id of its own. */
export const keepFormer = (content: VaultContent, former: Entry, nowUnixMs: number): VaultContent => ({
  ...content,
  trash: [...content.trash, { entry: former, trashedUnixMs: nowUnixMs, trashedAtMs: ageAt(content.age, nowUnixMs) }],
});

/** Moves one account to the trash; the same content when there is no such account. */
export const trashEntry = (content: VaultContent, id: string, nowUnixMs: number): VaultContent =>
  trashThese(content, (entry) => entry.id === id, nowUnixMs);

/** Moves several accounts to the trash, likewise. */
export const trashEntries = (content: VaultContent, ids: ReadonlySet<string>, nowUnixMs: number): VaultContent =>
  trashThese(content, ({ id }) => ids.has(id), nowUnixMs);

/** Puts an account back from the trash as it was; one that the site ended gets its days among the codes anew. */
export function putBack(content: VaultContent, id: string, nowUnixMs: number): VaultContent {
  const found = content.trash.find(({ entry }) => entry.id === id);
  if (found === undefined) return content;
  return {
    ...content,
    entries: [...content.entries, { ...found.entry, updatedUnixMs: nowUnixMs }],
    trash: content.trash.filter((one) => one !== found),
  };
}

/** Deletes one account of the trash; the same content when it is not there, so that no other account can be meant. */
export const deleteForGood = (content: VaultContent, id: string): VaultContent =>
  content.trash.some(({ entry }) => entry.id === id)
    ? { ...content, trash: content.trash.filter(({ entry }) => entry.id !== id) }
    : content;

/** Whether a write would move or delete something by itself. */
export const isAnyDue = ({ entries, trash, age }: VaultContent, nowUnixMs: number): boolean =>
  entries.some((entry) => isLongOver(entry, nowUnixMs)) || trash.some((one) => isDeletable(one, age, nowUnixMs));

/**
 * What every write of the vault does beside its change: accounts that a site ended 30 days ago go to the trash, what lay there
 * for 30 days by both clocks is deleted, and the vault's age goes on.
 */
export function passTime(content: VaultContent, nowUnixMs: number): VaultContent {
  const trash = content.trash.filter((one) => !isDeletable(one, content.age, nowUnixMs));
  const tidied = trashThese({ ...content, trash }, (entry) => isLongOver(entry, nowUnixMs), nowUnixMs);
  return { ...tidied, age: { writtenUnixMs: nowUnixMs, passedMs: ageAt(content.age, nowUnixMs) } };
}
