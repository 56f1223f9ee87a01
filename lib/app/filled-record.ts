import { isRecord } from '../vault/shape.ts';

/** What a code was written for. */
export type FillPurpose = 'challenge' | 'enrolment' | 'backup';

/** A code by time: when its step ends, in Unix milliseconds of this computer's clock, and the seconds that clock was corrected by. */
export type CodeLife = { readonly endsUnixMs: number; readonly correctedSeconds: number };

/** What a site's own words say of a refused code, where they say one thing only. */
export type SiteSays = 'used' | 'late';

/** A code that was written into a document: where, and for what. */
export type FilledCode = {
  /** The digits; of a backup code its place among those kept, as memory outlives a lock. */
  readonly code: string;
  readonly origin: string;
  readonly documentId: string;
  readonly purpose: FillPurpose;
  /** Whether it was the tab's top document; what a frame leads to cannot be read from there. */
  readonly isTop: boolean;
  /** Null for a code that does not end: a counter's, a backup code. */
  readonly life: CodeLife | null;
};

/** What was written last in a tab, and whose code it was. */
export type FilledHere = FilledCode & { readonly entryId: string };

/** The same with the time of the writing, in Unix milliseconds. */
export type LastFill = FilledHere & { readonly atUnixMs: number };

/** What is known of a refusal: when the site answered, in Unix milliseconds, what it said, and the top document that showed it, '' for not known. */
export type SeenRefusal = {
  readonly answered: number | 'now' | null;
  readonly siteSays?: SiteSays | null;
  readonly documentId: string;
};

/** A code that a site refused: when it was written, when the site answered, what it said and where, as far as that is known. */
export type RefusedFill = FilledHere & {
  readonly atUnixMs: number;
  readonly answeredUnixMs: number | null;
  readonly siteSays: SiteSays | null;
  readonly seenIn: string;
};

const isPurpose = (value: unknown): value is FillPurpose =>
  value === 'challenge' || value === 'enrolment' || value === 'backup';

function decodeLife(value: unknown): CodeLife | null {
  if (!isRecord(value)) return null;
  const { endsUnixMs, correctedSeconds } = value;
  return typeof endsUnixMs === 'number' && typeof correctedSeconds === 'number'
    ? { endsUnixMs, correctedSeconds }
    : null;
}

/** A record of a fill as it was stored; null for anything that is none. */
export function decodeFilled(value: unknown): LastFill | null {
  if (!isRecord(value)) return null;
  const { code, origin, documentId, atUnixMs, entryId, purpose, isTop } = value;
  const whole =
    typeof code === 'string' &&
    typeof origin === 'string' &&
    typeof documentId === 'string' &&
    typeof entryId === 'string' &&
    isPurpose(purpose) &&
    typeof isTop === 'boolean' &&
    typeof atUnixMs === 'number';
  if (!whole) return null;
  return { code, origin, documentId, atUnixMs, entryId, purpose, isTop, life: decodeLife(value.life) };
}

/** A record of a refused fill, likewise. */
export function decodeRefused(value: unknown): RefusedFill | null {
  const fill = decodeFilled(value);
  if (fill === null || !isRecord(value)) return null;
  const { answeredUnixMs, siteSays, seenIn } = value;
  return {
    ...fill,
    answeredUnixMs: typeof answeredUnixMs === 'number' ? answeredUnixMs : null,
    siteSays: siteSays === 'used' || siteSays === 'late' ? siteSays : null,
    seenIn: typeof seenIn === 'string' ? seenIn : '',
  };
}
