import { hasExactly, isRecord, isUnixMs, isWhole } from './shape.ts';

/** What opened Doorcode: its passphrase, its recovery code, or the key that lies on this computer. */
export type OpenedBy = 'passphrase' | 'recovery' | 'computer';

/** An opening of the vault: when, in Unix milliseconds of this computer's clock, and by what. */
export type Opening = { readonly unixMs: number; readonly by: OpenedBy };

/** How hard the passphrase was judged to guess when it was chosen: 0 very easy to 4 very hard. */
export type StrengthClass = 0 | 1 | 2 | 3 | 4;

/** Most openings that are kept, the latest last. */
export const MOST_OPENINGS = 10;

/** Whether a value is a class of strength. */
export const isStrengthClass = (value: unknown): value is StrengthClass => isWhole(value, 0, 4);

const isOpenedBy = (value: unknown): value is OpenedBy =>
  value === 'passphrase' || value === 'recovery' || value === 'computer';

/** Openings from a vault's content; null for anything else. */
export function decodeOpenings(value: unknown): readonly Opening[] | null {
  if (!Array.isArray(value) || value.length > MOST_OPENINGS) return null;
  const openings: Opening[] = [];
  for (const item of value) {
    if (!isRecord(item) || !hasExactly(item, ['unixMs', 'by'])) return null;
    const { unixMs, by } = item;
    if (!isUnixMs(unixMs) || !isOpenedBy(by)) return null;
    openings.push({ unixMs, by });
  }
  return openings;
}

/** Openings as JSON keeps them. */
export const encodeOpenings = (openings: readonly Opening[]): readonly Opening[] =>
  openings.map(({ unixMs, by }) => ({ unixMs, by }));
