import type { Entry, VaultContent } from '../vault/entry.ts';

/** Changes one entry of the content; the same content when there is no such entry. */
export function changeEntry(content: VaultContent, id: string, change: (entry: Entry) => Entry): VaultContent {
  if (!content.entries.some((entry) => entry.id === id)) return content;
  return { ...content, entries: content.entries.map((entry) => (entry.id === id ? change(entry) : entry)) };
}

/** Adds an exact origin to those that may receive the entry's code; each stands there once. */
export const withOrigin = (entry: Entry, origin: string): Entry =>
  entry.origins.includes(origin) ? entry : { ...entry, origins: [...entry.origins, origin] };

/** Takes an exact origin from those that may receive the entry's code. */
export const withoutOrigin = (entry: Entry, origin: string): Entry => ({
  ...entry,
  origins: entry.origins.filter((each) => each !== origin),
});

/** Moves a counter-based entry to its next counter (RFC 4226 §7.2); time-based entries stay as they are. */
export function withNextCounter(entry: Entry): Entry {
  const { parameters } = entry;
  if (parameters.type !== 'hotp') return entry;
  return { ...entry, parameters: { ...parameters, counter: parameters.counter + 1 } };
}
