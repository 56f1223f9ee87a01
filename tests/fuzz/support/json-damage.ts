import { isRecord } from '../../../lib/vault/shape.ts';
import type { Chance } from '../../support/chance.ts';
import { damagedValue } from './damage.ts';

/** The object that a text is as JSON; null for any other. */
export function recordOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** A JSON text with some of its values exchanged, taken away or added. */
export const damagedJsonText = (text: string, chance: Chance): string =>
  JSON.stringify(damagedValue(recordOf(text), chance)) ?? '';

/** The base64 of a JSON text with damaged values, for the base64 of a whole one. */
export const damagedJsonBase64 = (base64: string, chance: Chance): string =>
  Buffer.from(damagedJsonText(Buffer.from(base64, 'base64').toString(), chance)).toString('base64');
