import { isRecord } from '../vault/shape.ts';

/** What the code pictures of a document hold, as its process answered: key URIs, and whether one of them cannot be read. */
export type EnrolmentReading = { readonly origin: string; readonly keys: readonly string[]; readonly perhaps: boolean };

const MOST_KEYS = 6;
// Longer than any QR symbol can hold (ISO/IEC 18004: 7089 digits).
const MOST_CHARACTERS = 8_192;

/**
 * What a script in a page answered: bounded, and nothing taken for granted, as the page's process may be somebody else's.
 * @returns null for anything that is no such answer
 */
export function decodeEnrolment(value: unknown): EnrolmentReading | null {
  if (!isRecord(value)) return null;
  const { origin, keys, perhaps } = value;
  if (typeof origin !== 'string' || typeof perhaps !== 'boolean' || !Array.isArray(keys)) return null;
  const texts = keys.slice(0, MOST_KEYS).filter((key) => typeof key === 'string' && key.length <= MOST_CHARACTERS);
  return { origin, keys: texts, perhaps };
}
