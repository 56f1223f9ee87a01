/** An answer of the background, of which only `kind` is known; `lost` where the background ended before it gave one. */
export type Answer = { readonly kind: string; readonly [name: string]: unknown };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a value holds under a name; `undefined` where it holds nothing. */
export const fieldOf = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);

/** A list, empty where a value is none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** An answer as it came over a message. */
export function answerOf(value: unknown): Answer {
  if (!isRecord(value) || typeof value.kind !== 'string') return { kind: 'lost' };
  return { ...value, kind: value.kind };
}
