import { err, ok, type Result } from '../result.ts';
import type { VaultContent } from '../vault/entry.ts';
import { type Header, type HeaderFault, readHeader } from '../vault/envelope.ts';
import { hasExactly, isRecord, isWhole } from '../vault/shape.ts';
import type { VaultStorage } from './vault-ports.ts';

/** The two places that writes alternate between. */
export type CopyName = 'a' | 'b';

/** Names in storage: the two copies, the record that a vault exists, and bytes that could not be read but were kept. */
export const STORED = { a: 'vault.a', b: 'vault.b', meta: 'vault.meta', setAside: 'vault.set-aside' } as const;

/** Why a vault that exists cannot be read. */
export type Unreadable = 'damaged' | 'newer-version' | 'missing';

/** A copy whose header could be read. */
export type ReadableCopy = { readonly name: CopyName; readonly text: unknown; readonly header: Header };

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
      /** Whether some read was rejected, so that a later generation may lie behind it. */
      readonly incomplete: boolean;
    };

/** The copy that authenticated, and what it holds. */
export type Opened = { readonly name: CopyName; readonly header: Header; readonly content: VaultContent };

type Value = { readonly kind: 'missing' | 'failed' } | { readonly kind: 'present'; readonly value: unknown };

/** One stored value by its name; a rejected read is `failed` and never taken for `missing`. */
export async function readValue(storage: VaultStorage, key: string): Promise<Value> {
  try {
    const values = await storage.read([key]);
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    return value === undefined ? { kind: 'missing' } : { kind: 'present', value };
  } catch {
    return { kind: 'failed' };
  }
}

/** The record beside the copies, version 1. */
export const metaRecord = (generation: number, copy: CopyName, createdUnixMs: number) => ({
  version: 1,
  generation,
  copy,
  createdUnixMs,
});

/** Whether a stored record is the one that was written beside this copy. */
export function isRecordOf(value: unknown, { name, header }: Opened): boolean {
  if (!isRecord(value)) return false;
  const expected = metaRecord(header.generation, name, header.createdUnixMs);
  return Object.entries(expected).every(([key, part]) => value[key] === part);
}

function metaOf(value: unknown): Result<number, HeaderFault> {
  if (!isRecord(value)) return err({ kind: 'damaged' });
  const { version, generation } = value;
  if (isWhole(version, 2, Number.MAX_SAFE_INTEGER)) return err({ kind: 'newer-version', version });
  const known = version === 1 && hasExactly(value, ['version', 'generation', 'copy', 'createdUnixMs']);
  return known && isWhole(generation, 1, Number.MAX_SAFE_INTEGER) ? ok(generation) : err({ kind: 'damaged' });
}

/** Reads headers of sealed texts, and remembers the two it read last: checking a large copy takes longer than fetching it. */
export function createHeaderReader(): typeof readHeader {
  let known: readonly { readonly text: unknown; readonly header: ReturnType<typeof readHeader> }[] = [];
  return (text) => {
    const seen = known.find((one) => one.text === text);
    if (seen !== undefined) return seen.header;
    const header = readHeader(text);
    known = [{ text, header }, ...known].slice(0, 2);
    return header;
  };
}

/** Looks at both copies and the record, each read by its own name: one bad value then does not hide the others. */
export async function surveyVault(storage: VaultStorage, read: typeof readHeader = readHeader): Promise<Survey> {
  const [meta, a, b] = await Promise.all([
    readValue(storage, STORED.meta),
    readValue(storage, STORED.a),
    readValue(storage, STORED.b),
  ]);
  const values = { a, b };
  const all = [meta, values.a, values.b];
  if (all.every((value) => value.kind === 'missing')) return { kind: 'absent' };

  const copies: ReadableCopy[] = [];
  const unread: Partial<Record<CopyName, unknown>> = {};
  const recorded = meta.kind === 'present' ? metaOf(meta.value) : null;
  let newer = recorded !== null && !recorded.ok && recorded.error.kind === 'newer-version';
  for (const name of ['a', 'b'] as const) {
    const stored = values[name];
    if (stored.kind !== 'present') continue;
    const header = read(stored.value);
    if (header.ok) copies.push({ name, text: stored.value, header: header.value });
    else unread[name] = stored.value;
    if (!header.ok && header.error.kind === 'newer-version') newer = true;
  }
  // An older copy beside a newer version's is not offered: using it would undo what the newer version wrote.
  if (newer) return { kind: 'unreadable', reason: 'newer-version' };

  copies.sort((one, other) => other.header.generation - one.header.generation);
  const [latest, ...older] = copies;
  const incomplete = all.some((value) => value.kind === 'failed');
  if (latest === undefined) {
    const nothingThere = !incomplete && Object.keys(unread).length === 0;
    return { kind: 'unreadable', reason: nothingThere ? 'missing' : 'damaged' };
  }
  const expectedGeneration = Math.max(latest.header.generation, recorded?.ok ? recorded.value : 0);
  return { kind: 'readable', copies: [latest, ...older], expectedGeneration, unread, incomplete };
}
