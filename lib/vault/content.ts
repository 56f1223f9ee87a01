import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import type { ClockCorrection, Reminder, TrashedEntry, VaultAge, VaultContent } from './entry.ts';
import { decodeEntry, encodeEntry, type Schema } from './entry-codec.ts';
import { decodeLock, encodeLock } from './key-slots.ts';
import { decodeOpenings, encodeOpenings, isStrengthClass, type StrengthClass } from './openings.ts';
import { decodeSaved, encodeSaved, nothingSaved } from './saved-copies.ts';
import { decodeSettings, encodeSettings, type Settings } from './settings.ts';
import { hasExactly, isRecord, isUnixMs, isWhole, parseJsonBytes } from './shape.ts';

const MAX_ENTRIES = 10_000;
const MAX_LOCKS = 16;
/** A day, in seconds: a clock further off has a wrong date, which harms more than codes. */
export const MAX_CORRECTION = 86_400;
// The size of the ciphertext then tells little about the number of accounts.
const PADDING = 1_024;
const SPACE = 0x20;

function decodeTrashed(value: unknown, schema: Schema): TrashedEntry | null {
  if (!isRecord(value) || !hasExactly(value, ['entry', 'trashedUnixMs', 'trashedAtMs'])) return null;
  const { trashedUnixMs, trashedAtMs } = value;
  const entry = decodeEntry(value.entry, schema);
  if (entry === null || !isUnixMs(trashedUnixMs) || !isUnixMs(trashedAtMs)) return null;
  return { entry, trashedUnixMs, trashedAtMs };
}

function decodeAge(value: unknown): VaultAge | null {
  if (!isRecord(value) || !hasExactly(value, ['writtenUnixMs', 'passedMs'])) return null;
  const { writtenUnixMs, passedMs } = value;
  return isUnixMs(writtenUnixMs) && isUnixMs(passedMs) ? { writtenUnixMs, passedMs } : null;
}

/** `undefined` for what is neither a correction nor none. */
function decodeCorrection(value: unknown): ClockCorrection | null | undefined {
  if (value === null) return null;
  if (!isRecord(value) || !hasExactly(value, ['seconds', 'seenUnixMs'])) return undefined;
  const { seconds, seenUnixMs } = value;
  return isWhole(seconds, -MAX_CORRECTION, MAX_CORRECTION) && isUnixMs(seenUnixMs)
    ? { seconds, seenUnixMs }
    : undefined;
}

// As each schema had them.
const CONTENT_KEYS: Readonly<Record<Schema, readonly string[]>> = {
  1: ['schema', 'entries'],
  2: ['schema', 'entries'],
  3: ['schema', 'entries', 'trash', 'age'],
  4: ['schema', 'entries', 'trash', 'age', 'correction'],
  5: ['schema', 'entries', 'trash', 'age', 'correction', 'locks', 'saved', 'reminder'],
  6: ['schema', 'entries', 'trash', 'age', 'correction', 'locks', 'saved', 'reminder', 'settings'],
  7: ['schema', 'entries', 'trash', 'age', 'correction', 'locks', 'saved', 'reminder', 'settings'],
  8: [
    ...['schema', 'entries', 'trash', 'age', 'correction', 'locks', 'saved', 'reminder', 'settings'],
    ...['strength', 'openings'],
  ],
};

function decodeReminder(value: unknown): Reminder | null {
  if (!isRecord(value) || !hasExactly(value, ['on', 'provenUnixMs'])) return null;
  const { on, provenUnixMs } = value;
  return typeof on === 'boolean' && isUnixMs(provenUnixMs) ? { on, provenUnixMs } : null;
}

/** `undefined` for what is neither settings nor none. */
const decodeSettingsOrNone = (value: unknown): Settings | null | undefined =>
  value === null ? null : (decodeSettings(value) ?? undefined);

/** `undefined` for what is neither a class nor none. */
const decodeStrength = (value: unknown): StrengthClass | null | undefined =>
  value === null || isStrengthClass(value) ? value : undefined;

const isSchema = (value: unknown): value is Schema => isWhole(value, 1, 8);

function decodeList<T>(value: unknown, most: number, decode: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value) || value.length > most) return null;
  const list: T[] = [];
  for (const item of value) {
    const decoded = decode(item);
    if (decoded === null) return null;
    list.push(decoded);
  }
  return list;
}

/** Content without accounts, as a new vault has it. */
export const emptyContent: VaultContent = {
  schema: 8,
  entries: [],
  trash: [],
  age: { writtenUnixMs: 0, passedMs: 0 },
  correction: null,
  locks: [],
  saved: nothingSaved,
  reminder: { on: false, provenUnixMs: 0 },
  settings: null,
  strength: null,
  openings: [],
};

/**
 * Content from the plaintext of a vault or a backup; every field, size and identifier is checked.
 * @returns `newer-version` for a later schema, `damaged` for everything else that is not schema 1 to 8; earlier ones are read as 8
 */
export function decodeContent(plain: Uint8Array): Result<VaultContent, 'damaged' | 'newer-version'> {
  const value = parseJsonBytes(plain);
  if (!isRecord(value)) return err('damaged');
  const { schema } = value;
  if (isWhole(schema, 9, Number.MAX_SAFE_INTEGER)) return err('newer-version');
  if (!isSchema(schema) || !hasExactly(value, CONTENT_KEYS[schema])) return err('damaged');
  const entries = decodeList(value.entries, MAX_ENTRIES, (item) => decodeEntry(item, schema));
  const trash =
    schema >= 3 ? decodeList(value.trash, MAX_ENTRIES, (item) => decodeTrashed(item, schema)) : emptyContent.trash;
  const age = schema >= 3 ? decodeAge(value.age) : emptyContent.age;
  const correction = schema >= 4 ? decodeCorrection(value.correction) : emptyContent.correction;
  const locks = schema >= 5 ? decodeList(value.locks, MAX_LOCKS, decodeLock) : emptyContent.locks;
  const saved = schema >= 5 ? decodeSaved(value.saved) : emptyContent.saved;
  const reminder = schema >= 5 ? decodeReminder(value.reminder) : emptyContent.reminder;
  const settings = schema >= 6 ? decodeSettingsOrNone(value.settings) : emptyContent.settings;
  const strength = schema >= 8 ? decodeStrength(value.strength) : emptyContent.strength;
  const openings = schema >= 8 ? decodeOpenings(value.openings) : emptyContent.openings;
  if (strength === undefined || openings === null) return err('damaged');
  if (entries === null || trash === null || age === null || correction === undefined) return err('damaged');
  if (locks === null || saved === null || reminder === null || settings === undefined) return err('damaged');
  const ids = [...entries, ...trash.map(({ entry }) => entry)].map(({ id }) => id);
  if (new Set(ids).size !== ids.length) return err('damaged');
  return ok({ schema: 8, entries, trash, age, correction, locks, saved, reminder, settings, strength, openings });
}

/** Content as UTF-8 JSON, secrets in base64, followed by spaces up to a multiple of 1 KiB. */
export function encodeContent(content: VaultContent): Bytes {
  const { schema, age, correction } = content;
  const entries = content.entries.map(encodeEntry);
  const trash = content.trash.map(({ entry, trashedUnixMs, trashedAtMs }) => ({
    entry: encodeEntry(entry),
    trashedUnixMs,
    trashedAtMs,
  }));
  const written = { writtenUnixMs: age.writtenUnixMs, passedMs: age.passedMs };
  const corrected = correction === null ? null : { seconds: correction.seconds, seenUnixMs: correction.seenUnixMs };
  const json = new TextEncoder().encode(
    JSON.stringify({
      schema,
      entries,
      trash,
      age: written,
      correction: corrected,
      locks: content.locks.map(encodeLock),
      saved: encodeSaved(content.saved),
      reminder: { on: content.reminder.on, provenUnixMs: content.reminder.provenUnixMs },
      settings: content.settings && encodeSettings(content.settings),
      strength: content.strength,
      openings: encodeOpenings(content.openings),
    }),
  );
  const padded = new Uint8Array(Math.ceil(json.length / PADDING) * PADDING).fill(SPACE);
  padded.set(json);
  return padded;
}
