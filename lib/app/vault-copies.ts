import { ok } from '../result.ts';
import type { VaultContent } from '../vault/entry.ts';
import { readHeaderSoon } from '../vault/envelope.ts';
import type { Header } from '../vault/header.ts';
import { hasExactly, isRecord, isWhole } from '../vault/shape.ts';
import type { VaultStorage } from './vault-ports.ts';

/** The two places that writes alternate between. */
export type CopyName = 'a' | 'b';

/** The places of the last five days' copies. */
export const DAYS = ['day.1', 'day.2', 'day.3', 'day.4', 'day.5'] as const;
export type DayName = (typeof DAYS)[number];

/** Wherever a sealed vault may lie; the mirror is the one outside of storage. */
export type Place = CopyName | DayName | 'mirror';

/** Names in storage: the copies, the record that a vault exists, and bytes that could not be read but were kept, and what was missed. */
export const STORED = {
  a: 'vault.a',
  b: 'vault.b',
  'day.1': 'vault.day.1',
  'day.2': 'vault.day.2',
  'day.3': 'vault.day.3',
  'day.4': 'vault.day.4',
  'day.5': 'vault.day.5',
  meta: 'vault.meta',
  setAside: 'vault.set-aside',
  missed: 'vault.missed',
} as const;

/** A day's copy as the record knows it. */
export type DayCopy = { readonly name: DayName; readonly generation: number };

/** Why a vault that exists cannot be read. */
export type Unreadable = 'damaged' | 'newer-version' | 'missing';

/** A copy whose header could be read. */
export type ReadableCopy = { readonly name: Place; readonly text: unknown; readonly header: Header };

/** What storage holds, as far as it can be told without a key. `copies` have the highest generation first. */
export type Survey =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: Unreadable }
  | {
      readonly kind: 'readable';
      readonly copies: readonly [ReadableCopy, ...ReadableCopy[]];
      /** The latest generation that anything in storage speaks of. */
      readonly expectedGeneration: number;
      /** Values that are there but are no vault of this version. */
      readonly unread: Readonly<Partial<Record<CopyName, unknown>>>;
      /** The days' copies, as far as the record knows them. */
      readonly days: readonly DayCopy[];
      /** Whether some read was rejected, so that a later generation may lie behind it. */
      readonly incomplete: boolean;
    };

/** A vault of which at least one copy has a readable header. */
export type Readable = Extract<Survey, { kind: 'readable' }>;

/** The copy that authenticated, and what it holds. */
export type Opened = {
  readonly name: Place;
  readonly text: unknown;
  readonly header: Header;
  readonly content: VaultContent;
};

type Value = { readonly kind: 'missing' | 'failed' } | { readonly kind: 'present'; readonly value: unknown };

/** One stored value by its name; a rejected read is `failed` and never taken for `missing`. */
export async function readValue(storage: VaultStorage, key: string): Promise<Value> {
  try {
    const values = await storage.read([key]);
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    // A place that was given up holds null: a write can put values, and take none away.
    return value === undefined || value === null ? { kind: 'missing' } : { kind: 'present', value };
  } catch {
    return { kind: 'failed' };
  }
}

/** The record beside the copies, version 2. */
export const metaRecord = (
  { generation, createdUnixMs }: Pick<Header, 'generation' | 'createdUnixMs'>,
  copy: CopyName,
  days: readonly DayCopy[],
) => ({ version: 2, generation, copy, createdUnixMs, days });

/** Whether a stored record is the one that was written beside this copy. */
export function isRecordOf(value: unknown, { name, header }: Opened): boolean {
  if (!isRecord(value)) return false;
  const { generation, createdUnixMs } = header;
  return value.copy === name && value.generation === generation && value.createdUnixMs === createdUnixMs;
}

type Meta = { readonly generation: number; readonly days: readonly DayCopy[] };

function daysOf(value: unknown): readonly DayCopy[] | null {
  if (!Array.isArray(value) || value.length > DAYS.length) return null;
  const days: DayCopy[] = [];
  for (const item of value) {
    if (!isRecord(item) || !hasExactly(item, ['name', 'generation'])) return null;
    const name = DAYS.find((day) => day === item.name);
    if (name === undefined || !isWhole(item.generation, 1, Number.MAX_SAFE_INTEGER)) return null;
    days.push({ name, generation: item.generation });
  }
  return days;
}

const isOfNewer = (record: unknown): boolean => isRecord(record) && isWhole(record.version, 3, Number.MAX_SAFE_INTEGER);

/** What the record says; null for one that is damaged or of another version, which says nothing of the copies. */
function metaOf(value: unknown): Meta | null {
  if (!isRecord(value)) return null;
  const { version, generation } = value;
  const keys = ['version', 'generation', 'copy', 'createdUnixMs', ...(version === 2 ? ['days'] : [])];
  const known = (version === 1 || version === 2) && hasExactly(value, keys);
  const days = version === 2 ? daysOf(value.days) : [];
  return known && days !== null && isWhole(generation, 1, Number.MAX_SAFE_INTEGER) ? { generation, days } : null;
}

/**
 * Reads headers of sealed texts, and remembers the two it read last: checking a large copy takes longer than fetching it.
 * @param openedBefore the header of a text that was opened, whose checksum was compared then; null for any other
 */
export function createHeaderReader(openedBefore: (text: unknown) => Header | null): typeof readHeaderSoon {
  let known: readonly { readonly text: unknown; readonly header: Awaited<ReturnType<typeof readHeaderSoon>> }[] = [];
  return async (text) => {
    const seen = known.find((one) => one.text === text);
    if (seen !== undefined) return seen.header;
    const opened = openedBefore(text);
    if (opened !== null) return ok(opened);
    const header = await readHeaderSoon(text);
    known = [{ text, header }, ...known].slice(0, 2);
    return header;
  };
}

/** Looks at both copies and the record, each read by its own name: one bad value then does not hide the others. */
export async function surveyVault(
  storage: VaultStorage,
  read: typeof readHeaderSoon = readHeaderSoon,
): Promise<Survey> {
  const [meta, a, b] = await Promise.all([
    readValue(storage, STORED.meta),
    readValue(storage, STORED.a),
    readValue(storage, STORED.b),
  ]);
  const values = { a, b };
  const all = [meta, values.a, values.b];
  if (all.every((value) => value.kind === 'missing')) {
    const earlier = await Promise.all(DAYS.map((day) => readValue(storage, STORED[day])));
    const none = earlier.every((value) => value.kind === 'missing');
    return none ? { kind: 'absent' } : { kind: 'unreadable', reason: 'missing' };
  }

  const copies: ReadableCopy[] = [];
  const unread: Partial<Record<CopyName, unknown>> = {};
  let newer = false;
  for (const name of ['a', 'b'] as const) {
    const stored = values[name];
    if (stored.kind !== 'present') continue;
    const header = await read(stored.value);
    if (header.ok) copies.push({ name, text: stored.value, header: header.value });
    else unread[name] = stored.value;
    if (!header.ok && header.error.kind === 'newer-version') newer = true;
  }
  // An older copy beside a newer version's is not taken without a press: that would undo what the newer version wrote.
  if (newer) return { kind: 'unreadable', reason: 'newer-version' };

  copies.sort((one, other) => other.header.generation - one.header.generation);
  const [latest, ...older] = copies;
  const incomplete = all.some((value) => value.kind === 'failed');
  if (latest === undefined) {
    // Anybody who writes storage can write the record: it hides no copy, and is asked only where there is none to read.
    if (meta.kind === 'present' && isOfNewer(meta.value)) return { kind: 'unreadable', reason: 'newer-version' };
    const nothingThere = !incomplete && Object.keys(unread).length === 0;
    return { kind: 'unreadable', reason: nothingThere ? 'missing' : 'damaged' };
  }
  const { generation, days } = (meta.kind === 'present' ? metaOf(meta.value) : null) ?? { generation: 0, days: [] };
  const expectedGeneration = Math.max(latest.header.generation, generation);
  return { kind: 'readable', copies: [latest, ...older], expectedGeneration, unread, days, incomplete };
}
