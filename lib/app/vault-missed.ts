import { err, ok, type Result } from '../result.ts';
import { type Header, writtenUnixMsOf } from '../vault/header.ts';
import { isRecord, isUnixMs } from '../vault/shape.ts';
import { readValue, STORED } from './vault-copies.ts';
import type { VaultStorage } from './vault-ports.ts';

/** Changes made after a time, in Unix milliseconds, could not be read; null where that time is not known. */
export type MissedChanges = { readonly sinceUnixMs: number | null };

type Note = MissedChanges & { readonly id: string; readonly generation: number; readonly dismissed: boolean };

const isTime = (value: unknown): value is number | null => value === null || isUnixMs(value);

async function noteIn(storage: VaultStorage): Promise<Note | null> {
  const stored = await readValue(storage, STORED.missed);
  if (stored.kind !== 'present' || !isRecord(stored.value)) return null;
  const { id, generation, sinceUnixMs, dismissed } = stored.value;
  if (typeof id !== 'string' || typeof generation !== 'number' || !isTime(sinceUnixMs)) return null;
  return { id, generation, sinceUnixMs, dismissed: dismissed === true };
}

/**
 * Notes that an older copy was taken than there should be: once for each generation that is missing, whatever opens it again. The
 * note lies in storage, as a popup may close before anybody has read it.
 */
export async function noteMissed(storage: VaultStorage, taken: Header, expectedGeneration: number): Promise<void> {
  const before = await noteIn(storage);
  if (before?.id === taken.id && before.generation === expectedGeneration) return;
  const note: Note = {
    id: taken.id,
    generation: expectedGeneration,
    sinceUnixMs: writtenUnixMsOf(taken),
    dismissed: false,
  };
  // Codes that can be had are not withheld because a note cannot be written.
  await storage.write({ [STORED.missed]: note }).catch(() => undefined);
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
