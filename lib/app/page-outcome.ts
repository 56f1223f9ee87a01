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
  const { origin, said, backupCodes, backupQuote, asks, proofAsked, startedUnixMs } = value;
  if (typeof origin !== 'string' || typeof backupQuote !== 'string') return null;
  if (typeof asks !== 'boolean' || typeof proofAsked !== 'boolean') return null;
  if (!Array.isArray(backupCodes) || backupCodes.length > BACKUP_BOUNDS.codes || !backupCodes.every(isCode))
    return null;
  const started = typeof startedUnixMs === 'number' && Number.isFinite(startedUnixMs) ? { startedUnixMs } : {};
  const quote = backupQuote.slice(0, MOST_QUOTE);
  const common = { origin, documentId, backupCodes, backupQuote: quote, asks, proofAsked, ...started };
  if (said === null) return { ...common, said };
  if (!isRecord(said) || typeof said.quote !== 'string') return null;
  const { what, because } = said;
  if (what !== 'on' && what !== 'off' && what !== 'refused') return null;
  const words = said.quote.slice(0, MOST_QUOTE);
  if (what === 'refused' && (because === 'used' || because === 'late'))
    return { ...common, said: { what, quote: words, because } };
  return { ...common, said: { what, quote: words } };
}
