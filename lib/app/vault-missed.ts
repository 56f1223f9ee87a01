import { err, ok, type Result } from '../result.ts';
import { type Header, writtenUnixMsOf } from '../vault/header.ts';
import { isRecord, isUnixMs } from '../vault/shape.ts';
import { readValue, STORED } from './vault-copies.ts';
import type { VaultStorage } from './vault-ports.ts';

/** Changes made after a time, in Unix milliseconds, could not be read; null where that time is not known. */
export type MissedChanges = { readonly sinceUnixMs: number | null };

type Note = MissedChanges & {
  readonly id: string;
  readonly generation: number;
  readonly dismissed: boolean;
  /** When a read missed it, which may have failed this once; null where it is gone, or nobody knows. */
  readonly notedUnixMs: number | null;
};

const isTime = (value: unknown): value is number | null => value === null || isUnixMs(value);

async function noteIn(storage: VaultStorage): Promise<Note | null> {
  const stored = await readValue(storage, STORED.missed);
  if (stored.kind !== 'present' || !isRecord(stored.value)) return null;
  const { id, generation, sinceUnixMs, dismissed } = stored.value;
  const notedUnixMs = isUnixMs(stored.value.notedUnixMs) ? stored.value.notedUnixMs : null;
  if (typeof id !== 'string' || typeof generation !== 'number' || !isTime(sinceUnixMs)) return null;
  return { id, generation, sinceUnixMs, dismissed: dismissed === true, notedUnixMs };
}

/**
 * Notes that an older copy was taken than there should be: once for each generation that is missing, whatever opens it again. The
 * note lies in storage, as a popup may close before anybody has read it.
 * @param notedUnixMs now, where that generation may yet be read; null where it was given up
 */
export async function noteMissed(
  storage: VaultStorage,
  taken: Header,
  expectedGeneration: number,
  notedUnixMs: number | null,
): Promise<void> {
  const before = await noteIn(storage);
  if (before?.id === taken.id && before.generation === expectedGeneration) return;
  const note: Note = {
    id: taken.id,
    generation: expectedGeneration,
    sinceUnixMs: writtenUnixMsOf(taken),
    dismissed: false,
    notedUnixMs,
  };
  // Codes that can be had are not withheld because a note cannot be written.
  await storage.write({ [STORED.missed]: note }).catch(() => undefined);
}

/**
 * Takes the note back where the very generation that was missed is read after all, written before it was missed: a number may be
 * given a second time where all that told of the first is lost.
 * @returns whether there may be a note to take back yet
 */
export async function foundAfterAll(storage: VaultStorage, newest: Header): Promise<boolean> {
  const note = await noteIn(storage);
  if (note === null || note.dismissed || note.notedUnixMs === null || note.id !== newest.id) return false;
  const writtenUnixMs = writtenUnixMsOf(newest);
  const isIt = note.generation === newest.generation && writtenUnixMs !== null && writtenUnixMs < note.notedUnixMs;
  if (!isIt) return note.generation > newest.generation;
  return storage.write({ [STORED.missed]: null }).then(
    () => false,
    () => true,
  );
}

/** What was missed and nobody has put away yet; null for nothing. */
export async function missedChanges(storage: VaultStorage): Promise<MissedChanges | null> {
  const note = await noteIn(storage);
  return note === null || note.dismissed ? null : { sinceUnixMs: note.sinceUnixMs };
}

/** Puts the note away until something else is missed. */
export async function dismissMissed(storage: VaultStorage): Promise<Result<null, 'not-saved'>> {
  const note = await noteIn(storage);
  if (note === null) return ok(null);
  return storage.write({ [STORED.missed]: { ...note, dismissed: true } }).then(
    () => ok(null),
    () => err('not-saved' as const),
  );
}
