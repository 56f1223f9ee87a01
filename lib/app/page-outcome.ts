import { isRecord } from '../vault/shape.ts';
import { BACKUP_BOUNDS } from './backup-offers.ts';
import type { PageOutcome } from './page-ports.ts';

const MOST_QUOTE = 200;

const isCode = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= BACKUP_BOUNDS.characters && /^[A-Za-z0-9][A-Za-z0-9 -]*$/.test(value);

/**
 * What a script in a page answered about it: bounded, and nothing taken for granted, as the page's process may be somebody else's.
 * @param documentId as the browser names the document
 * @returns null for anything that is no such answer
 */
export function decodeOutcome(value: unknown, documentId: string): PageOutcome | null {
  if (!isRecord(value)) return null;
  const { origin, said, backupCodes, backupQuote, asks } = value;
  if (typeof origin !== 'string' || typeof asks !== 'boolean' || typeof backupQuote !== 'string') return null;
  if (!Array.isArray(backupCodes) || backupCodes.length > BACKUP_BOUNDS.codes || !backupCodes.every(isCode))
    return null;
  const common = { origin, documentId, backupCodes, backupQuote: backupQuote.slice(0, MOST_QUOTE), asks };
  if (said === null) return { ...common, said };
  if (!isRecord(said) || typeof said.quote !== 'string') return null;
  const { what } = said;
  if (what !== 'on' && what !== 'off' && what !== 'refused') return null;
  return { ...common, said: { what, quote: said.quote.slice(0, MOST_QUOTE) } };
}
