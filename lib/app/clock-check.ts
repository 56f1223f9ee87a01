import { isRecord } from '../vault/shape.ts';

/** A request of a page to its own server: this computer's time before and after, in Unix milliseconds, and two header fields. */
export type ClockReading = {
  readonly startUnixMs: number;
  readonly endUnixMs: number;
  /** The `Date` field, when the answer was made (RFC 9110 §6.6.1), to the second. */
  readonly date: string | null;
  /** The `Age` field of an answer out of a cache: seconds since it was made (RFC 9111 §5.1). */
  readonly age: string | null;
};

/** How this computer's clock stands to a server's; `bySeconds` is positive where this computer is ahead. */
export type ClockCheck =
  | { readonly kind: 'right' }
  | { readonly kind: 'off'; readonly bySeconds: number }
  | { readonly kind: 'unknown'; readonly why: 'no-answer' | 'no-date' | 'too-slow' | 'clock-moved' };

/** A clock that is right to within so much: a code lives thirty seconds, and verifiers take one step more to either side. */
export const RIGHT_WITHIN_MS = 5_000;
const SECOND_MS = 1_000;

const isText = (value: unknown): value is string | null => value === null || typeof value === 'string';

/** Decodes what a page reported; null for anything else. */
export function decodeClockReading(value: unknown): ClockReading | null {
  if (!isRecord(value)) return null;
  const { startUnixMs, endUnixMs, date, age } = value;
  if (!Number.isFinite(startUnixMs) || !Number.isFinite(endUnixMs) || !isText(date) || !isText(age)) return null;
  return { startUnixMs: Number(startUnixMs), endUnixMs: Number(endUnixMs), date, age };
}

/** Unix milliseconds of a date in its one preferred form (RFC 9110 §5.6.7, IMF-fixdate); null for any other text. */
function dateOf(text: string | null): number | null {
  const unixMs = text === null ? Number.NaN : Date.parse(text);
  return Number.isFinite(unixMs) && new Date(unixMs).toUTCString() === text ? unixMs : null;
}

/** Seconds of an `Age` field, 0 without one; null for what is no whole number of seconds. */
function ageOf(text: string | null): number | null {
  if (text === null) return 0;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/**
 * Compares this computer's clock with a server's. The answer was made somewhere between the two times, within the second that its
 * date names, and an age adds a second of its own: a difference counts as far as it is more than that.
 * @param reading null where the page got no answer
 * @returns `off` only where the clocks are surely more than 5 s apart, `right` only where they are surely not much more than that
 */
export function checkClock(reading: ClockReading | null): ClockCheck {
  if (reading === null) return { kind: 'unknown', why: 'no-answer' };
  const { startUnixMs, endUnixMs } = reading;
  if (endUnixMs < startUnixMs) return { kind: 'unknown', why: 'clock-moved' };
  const [madeUnixMs, ageSeconds] = [dateOf(reading.date), ageOf(reading.age)];
  if (madeUnixMs === null || ageSeconds === null) return { kind: 'unknown', why: 'no-date' };
  const here = (startUnixMs + endUnixMs) / 2;
  // On average half of the second that the date names has gone by.
  const there = madeUnixMs + ageSeconds * SECOND_MS + SECOND_MS / 2;
  const doubtMs = (endUnixMs - startUnixMs) / 2 + SECOND_MS + (ageSeconds > 0 ? SECOND_MS : 0);
  const aheadMs = here - there;
  if (Math.abs(aheadMs) - doubtMs > RIGHT_WITHIN_MS) return { kind: 'off', bySeconds: Math.round(aheadMs / SECOND_MS) };
  return doubtMs > RIGHT_WITHIN_MS ? { kind: 'unknown', why: 'too-slow' } : { kind: 'right' };
}
