import type { Entry } from '../../vault/entry.ts';

/**
 * Why an account cannot travel in a format: it has no way to say this kind of code (`kind`), or this hash, number of digits, period or
 * counter (`parameters`), or the account does not fit (`too-long`).
 */
export type ExportObstacle = 'kind' | 'parameters' | 'too-long';

/** An account that a file does not hold, with the reason. */
export type LeftOut = { readonly issuer: string; readonly account: string; readonly why: ExportObstacle };

/** A file's text, the accounts that it holds in its order, and those that it does not. */
export type ExportedText = {
  readonly text: string;
  readonly held: readonly Entry[];
  readonly leftOut: readonly LeftOut[];
};

/** Fresh random bytes. */
export type RandomBytes = (count: number) => Uint8Array<ArrayBuffer>;

/** Parts accounts by what stands in the way of each, in their order. */
export function sortOut(
  entries: readonly Entry[],
  obstacle: (entry: Entry) => ExportObstacle | null,
): { readonly fit: readonly Entry[]; readonly leftOut: readonly LeftOut[] } {
  const judged = entries.map((entry) => ({ entry, why: obstacle(entry) }));
  return {
    fit: judged.flatMap(({ entry, why }) => (why === null ? [entry] : [])),
    leftOut: judged.flatMap(({ entry: { issuer, account }, why }) => (why === null ? [] : [{ issuer, account, why }])),
  };
}

/** The names of the accounts' groups, each once, in the order of the accounts. */
export const groupsOf = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(entries.flatMap(({ group }) => (group === undefined ? [] : [group]))),
];

/** A random UUID (RFC 9562 §5.4). */
export function newUuid(randomBytes: RandomBytes): string {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
