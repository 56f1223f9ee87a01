import type { BackupCode, Entry, VaultContent } from '../vault/entry.ts';
import { changeEntry } from './entry-changes.ts';

/**
 * The site accepted a code of this entry: it is confirmed, and the one whose place it takes is no longer in force. That one is kept:
 * a page that says so falsely must not destroy a key. One that got other sites meanwhile stays as it is.
 */
export function confirmEntry(content: VaultContent, id: string, nowUnixMs: number): VaultContent {
  const entry = content.entries.find((one) => one.id === id);
  if (entry === undefined || (entry.state === 'confirmed' && entry.replaces === null)) return content;
  const old = content.entries.find((one) => one.id === entry.replaces);
  const ends = old?.origins.every((origin) => entry.origins.includes(origin)) ?? false;
  const next = old !== undefined && ends ? retireEntry(content, old.id, nowUnixMs) : content;
  return changeEntry(next, id, (one) => ({ ...one, state: 'confirmed', replaces: null, updatedUnixMs: nowUnixMs }));
}

/** The site switched two-factor login off: its codes are no longer in force. */
export const retireEntry = (content: VaultContent, id: string, nowUnixMs: number): VaultContent =>
  changeEntry(content, id, (one) =>
    one.state === 'stale' ? one : { ...one, state: 'stale', updatedUnixMs: nowUnixMs },
  );

/** The customer says that the site's word was misread: the codes are in force, and wait for the site's acceptance again. */
export const reviveEntry = (content: VaultContent, id: string, nowUnixMs: number): VaultContent =>
  changeEntry(content, id, (one) =>
    one.state === 'stale' ? { ...one, state: 'pending', updatedUnixMs: nowUnixMs } : one,
  );

/** The customer keeps an account that its site never confirmed: it goes on waiting, and is not asked about again. */
export const keepUnconfirmed = (content: VaultContent, id: string, nowUnixMs: number): VaultContent =>
  changeEntry(content, id, (one) =>
    one.state === 'pending' ? { ...one, keptUnconfirmed: true, updatedUnixMs: nowUnixMs } : one,
  );

/** Keeps the codes that a site shows now in place of those it showed before; they are what it takes from here on. */
export const keepBackupCodes = (content: VaultContent, id: string, codes: readonly string[], nowUnixMs: number) =>
  changeEntry(content, id, (one) => ({
    ...one,
    backupCodes: codes.map((code): BackupCode => ({ code, used: false })),
    updatedUnixMs: nowUnixMs,
  }));

const placeOf = (index: number, codes: readonly BackupCode[]): string => `${index} of ${codes.length}`;

/** The first backup code that was not used, and its place: all that memory keeps of one that was filled; null for none. */
export function nextBackupCode({ backupCodes }: Pick<Entry, 'backupCodes'>): { code: string; place: string } | null {
  const index = backupCodes.findIndex(({ used }) => !used);
  const found = backupCodes[index];
  return found === undefined ? null : { code: found.code, place: placeOf(index, backupCodes) };
}

/** Strikes out the backup code of a place, which the site accepted. */
export const strikeBackupCode = (content: VaultContent, id: string, place: string, nowUnixMs: number): VaultContent =>
  changeEntry(content, id, (one) => ({
    ...one,
    backupCodes: one.backupCodes.map((kept, index, all) =>
      placeOf(index, all) === place ? { ...kept, used: true } : kept,
    ),
    updatedUnixMs: nowUnixMs,
  }));

/**
 * The entries that a login at an exact origin may mean: those of the site that are in force. One that waits to take another's
 * place waits here too, as the site takes the other's codes until it has accepted the new one.
 */
export function entriesForLogin(entries: readonly Entry[], origin: string): readonly Entry[] {
  const here = entries.filter((entry) => entry.origins.includes(origin) && entry.state !== 'stale');
  return here.filter(({ state, replaces }) => state !== 'pending' || !here.some(({ id }) => id === replaces));
}
