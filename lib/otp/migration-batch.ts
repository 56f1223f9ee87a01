import { type Migration, migrationPayload, parseMigration, type RefusedAccount } from './migration.ts';
import type { OtpAccount } from './parameters.ts';

/** Parts of a batch that are believed: 10 000 accounts by ten; a larger number is damage or malice. */
const MAX_PARTS = 1_000;

/** One export of Google Authenticator, of which `missingParts` (counted from 1, as the app shows them) were not among the texts. */
export type MigrationBatch = { readonly parts: number; readonly missingParts: readonly number[] };

/** What several migration codes hold together; `refused` are accounts that would give wrong codes, `damaged` counts texts. */
export type JoinedMigration = {
  readonly accounts: readonly OtpAccount[];
  readonly batches: readonly MigrationBatch[];
  readonly refused: readonly RefusedAccount[];
  readonly damaged: number;
};

const isPart = ({ batchSize, batchIndex }: Migration): boolean =>
  batchSize > 1 && batchSize <= MAX_PARTS && batchIndex >= 0 && batchIndex < batchSize;

function batchOf(parts: readonly Migration[]): MigrationBatch {
  const size = parts[0] !== undefined && isPart(parts[0]) ? parts[0].batchSize : 1;
  const seen = new Set(parts.map((part) => part.batchIndex));
  const missing =
    size === 1 ? [] : Array.from({ length: size }, (_, index) => index).filter((index) => !seen.has(index));
  return { parts: size, missingParts: missing.map((index) => index + 1) };
}

/**
 * Joins scanned migration codes into the accounts of their batches, in the order of the batches' parts. Two pictures of
 * one code count once; texts of other kinds are passed over. A batch is told by its id and size: the current app writes
 * no id, so two different codes may claim one place, and then both are kept.
 */
export function joinMigrations(texts: readonly string[]): JoinedMigration {
  const seen = new Set<string>();
  const groups = new Map<string, Migration[]>();
  let damaged = 0;
  for (const text of texts) {
    const payload = migrationPayload(text);
    const key = payload.ok ? payload.value.join() : text.trim();
    if (seen.has(key)) continue;
    seen.add(key);
    const parsed = parseMigration(text);
    if (!parsed.ok) {
      if (parsed.error === 'damaged') damaged += 1;
      continue;
    }
    const { batchId, batchSize } = parsed.value;
    const group = isPart(parsed.value) ? `${batchId}/${batchSize}` : key;
    groups.set(group, [...(groups.get(group) ?? []), parsed.value]);
  }
  const batches = [...groups.values()].map((parts) =>
    parts.toSorted((one, other) => one.batchIndex - other.batchIndex),
  );
  const parts = batches.flat();
  return {
    accounts: parts.flatMap((part) => part.accounts),
    batches: batches.map(batchOf),
    refused: parts.flatMap((part) => part.refused),
    damaged,
  };
}
